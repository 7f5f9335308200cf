import { make, Part, show } from "./part.js";

/** What a label, an error and a control share. */
class Field extends Part {
  draw(root) {
    this.control = this.makeControl();
    this.control.id = "control";
    this.labelText = make("span");
    this.errorText = make("span", { id: "error", class: "error" });
    this.wrap(root);
    this.control.addEventListener("input", () => this.take());
    this.control.addEventListener("change", () => {
      this.take();
      this.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  wrap(root) {
    root.append(make("label", { for: "control" }, this.labelText), this.control, this.errorText);
  }
  take() {
    this.values_.value = this.control.value;
  }
  update({ label, error, disabled, value = "" }) {
    show(this.labelText, label);
    show(this.errorText, error);
    this.control.disabled = Boolean(disabled);
    this.control.toggleAttribute("aria-invalid", false);
    if (error) this.control.setAttribute("aria-invalid", "true");
    if (error) this.control.setAttribute("aria-describedby", "error");
    else this.control.removeAttribute("aria-describedby");
    if (this.control.value !== String(value ?? "")) this.control.value = value ?? "";
  }
}

export class TextField extends Field {
  makeControl() {
    return make("input", { type: "text" });
  }
  update(values, root) {
    super.update(values, root);
    for (const name of ["maxLength", "min", "max", "step", "rows"])
      if (values[name] !== undefined) this.control.setAttribute(name, values[name]);
  }
}
export class NumberField extends TextField {
  makeControl() {
    return make("input", { type: "number", inputmode: "numeric" });
  }
}
export class TextArea extends TextField {
  makeControl() {
    return make("textarea");
  }
}

export class Checkbox extends Field {
  makeControl() {
    return make("input", { type: "checkbox" });
  }
  wrap(root) {
    root.append(make("label", { class: "tick" }, this.control, this.labelText), this.errorText);
  }
  take() {
    this.values_.checked = this.control.checked;
  }
  update(values, root) {
    super.update({ ...values, value: "on" }, root);
    this.control.checked = Boolean(values.checked);
  }
}

/** Children that are no more than data: drawn by the element they are in. */
class Choices extends Field {
  connectedCallback() {
    super.connectedCallback();
    this.watching ??= new MutationObserver(() => this.changed());
    this.watching.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
  }
  get choices() {
    return [...this.children].map((one) => ({
      value: one.values_.value ?? "",
      disabled: Boolean(one.values_.disabled),
      text: [...one.childNodes]
        .filter((node) => !node.slot)
        .map((node) => node.textContent)
        .join(""),
      details: [...one.children].find((node) => node.slot === "details")?.textContent,
    }));
  }
}

export class Select extends Choices {
  makeControl() {
    return make("select");
  }
  update(values, root) {
    const options = [{ value: "", text: values.placeholder ?? "", disabled: false }, ...this.choices];
    const key = JSON.stringify(options);
    if (key !== this.key) {
      this.key = key;
      this.control.replaceChildren(
        ...options.map(({ value, text, disabled }) => make("option", { value, disabled }, text)),
      );
    }
    super.update(values, root);
  }
}

export class ChoiceList extends Choices {
  makeControl() {
    return make("div", { class: "choices" });
  }
  wrap(root) {
    this.legend = make("legend", {}, this.labelText);
    root.append(make("fieldset", {}, this.legend, this.errorText, this.control));
  }
  take() {
    const { value } = this.shadowRoot.querySelector("input:checked") ?? {};
    this.values_.values = value === undefined ? [] : [value];
  }
  update({ label, error, labelAccessibilityVisibility, values = [] }) {
    show(this.labelText, label);
    show(this.errorText, error);
    this.legend.className = labelAccessibilityVisibility === "exclusive" ? "unseen" : "";
    const key = JSON.stringify([this.choices, error]);
    if (key !== this.key) {
      this.key = key;
      const held = this.shadowRoot.activeElement?.value;
      this.control.replaceChildren(...this.choices.map((choice, at) => this.radio(choice, at, error)));
      if (held !== undefined) this.radios.find((one) => one.value === held)?.focus();
    }
    for (const radio of this.radios) radio.checked = values.includes(radio.value);
  }
  get radios() {
    return [...this.control.getElementsByTagName("input")];
  }
  radio({ value, text, details, disabled }, at, error) {
    const says = details ? make("span", { id: `details-${at}`, class: "details" }, details) : "";
    const described = [details && `details-${at}`, error && "error"].filter(Boolean).join(" ") || null;
    const id = `choice-${at}`;
    return make(
      "div",
      { class: "choice" },
      make("input", { type: "radio", name: "choice", id, value, disabled, "aria-describedby": described }),
      make("span", {}, make("label", { for: id }, text), says),
    );
  }
}

export class DropZone extends Field {
  makeControl() {
    return make("input", { type: "file" });
  }
  take() {
    this.values_.files = [...this.control.files];
  }
  update(values, root) {
    super.update({ ...values, value: this.control.value }, root);
    this.control.accept = values.accept ?? "";
    this.control.multiple = values.multiple !== undefined && values.multiple !== false;
  }
}
