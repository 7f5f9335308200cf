/**
 * Shopify's components for customer accounts, as far as extensions here use them: each is drawn in a shadow of its
 * own from plain HTML, with the roles, names and descriptions that Shopify gives them.
 */

/** An element whose properties, however they are set, are drawn anew in the next moment. */
class Part extends HTMLElement {
  values_ = {};
  isWaiting = false;
  constructor() {
    super();
    this.attachShadow({ mode: "open", delegatesFocus: true });
  }
  connectedCallback() {
    if (!this.isDrawn) {
      this.isDrawn = true;
      this.draw(this.shadowRoot);
    }
    this.changed();
  }
  set_(name, value) {
    this.values_[name] = value;
    this.changed();
  }
  changed() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      if (this.isConnected && this.isDrawn) this.update(this.values_, this.shadowRoot);
    });
  }
  draw(root) {
    root.append(make("slot"));
  }
  update() {}
}

const create = document.createElement.bind(document);
/** make("label", { for: "x" }, "text", child …) */
function make(name, attributes = {}, ...children) {
  const made = create(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
const sheet = new CSSStyleSheet();

const drawn = new Set();
function define(name, props, Kind) {
  for (const prop of props)
    Object.defineProperty(Kind.prototype, prop, {
      configurable: true,
      get() {
        return this.values_[prop];
      },
      set(value) {
        this.set_(prop, value);
      },
    });
  const byAttribute = new Map(props.map((prop) => [prop.toLowerCase(), prop]));
  const Styled = class extends Kind {
    static observedAttributes = [...byAttribute.keys()];
    attributeChangedCallback(attribute, _before, value) {
      this.set_(byAttribute.get(attribute), value ?? undefined);
    }
    constructor() {
      super();
      this.shadowRoot.adoptedStyleSheets = [sheet];
    }
  };
  customElements.define(name, Styled);
  drawn.add(name);
}

const show = (element, text) => {
  element.textContent = text ?? "";
  element.hidden = !text;
};

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

class TextField extends Field {
  makeControl() {
    return make("input", { type: "text" });
  }
  update(values, root) {
    super.update(values, root);
    for (const name of ["maxLength", "min", "max", "step", "rows"])
      if (values[name] !== undefined) this.control.setAttribute(name, values[name]);
  }
}
class NumberField extends TextField {
  makeControl() {
    return make("input", { type: "number", inputmode: "numeric" });
  }
}
class TextArea extends TextField {
  makeControl() {
    return make("textarea");
  }
}

class Checkbox extends Field {
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

class Select extends Choices {
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

class ChoiceList extends Choices {
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

class DropZone extends Field {
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

/** A button, or a link that looks like one. */
class Button extends Part {
  draw(root) {
    this.inner = make("button", { type: "button" }, make("slot"));
    root.append(this.inner);
    root.addEventListener("click", (event) => {
      if (this.values_.disabled || this.values_.loading) return event.stopImmediatePropagation();
      if (!this.values_.href) return;
      event.preventDefault();
      this.leadTo(this.values_.href);
    });
  }
  update({ href, variant, tone, disabled, loading, accessibilityLabel }, root) {
    const name = href ? "a" : "button";
    if (this.inner.localName !== name) {
      const other = make(name, name === "button" ? { type: "button" } : {}, make("slot"));
      this.inner.replaceWith(other);
      this.inner = other;
    }
    if (href) this.inner.setAttribute("href", href);
    this.inner.className = [this.kind ?? "button", variant, tone].filter(Boolean).join(" ");
    if (!href) this.inner.disabled = Boolean(disabled);
    this.inner.toggleAttribute("aria-busy", false);
    if (loading) this.inner.setAttribute("aria-busy", "true");
    if (accessibilityLabel) this.inner.setAttribute("aria-label", accessibilityLabel);
    root.host.dataset.loading = String(Boolean(loading));
  }
}
class Link extends Button {
  kind = "link";
}

class Banner extends Part {
  draw(root) {
    this.heading_ = make("strong");
    this.box = make("div", { class: "banner" }, this.heading_, make("slot"));
    root.append(this.box);
  }
  update({ heading, tone = "info" }) {
    this.box.className = `banner ${tone}`;
    this.box.setAttribute("role", tone === "critical" || tone === "warning" ? "alert" : "status");
    show(this.heading_, heading);
  }
}

/** A page's and a section's heading; sections inside of sections count on. */
class Headed extends Part {
  draw(root) {
    this.titleText = make(this.level, { id: "title" });
    const before = make("slot", { name: "breadcrumb-actions" });
    root.append(
      make(this.box, { "aria-labelledby": "title", class: this.box }, before, this.titleText, make("slot")),
    );
  }
  update({ heading }) {
    show(this.titleText, heading);
  }
}
class Page extends Headed {
  level = "h1";
  box = "div";
}
class Section extends Headed {
  level = "h2";
  box = "section";
}
class Heading extends Part {
  draw(root) {
    root.append(make("h2", {}, make("slot")));
  }
}

class Picture extends Part {
  draw(root) {
    this.image = make("img");
    this.empty = make("span", { class: "empty" });
    root.append(this.image, this.empty);
  }
  update({ src, alt }) {
    this.image.hidden = !src;
    this.empty.hidden = Boolean(src);
    if (src) this.image.src = src;
    this.image.alt = alt ?? "";
  }
}

class Spinner extends Part {
  draw(root) {
    this.turning = make("span", { role: "status", class: "spinner" });
    root.append(this.turning);
  }
  update({ accessibilityLabel }) {
    this.turning.setAttribute("aria-label", accessibilityLabel ?? "");
  }
}

class QrCode extends Part {
  draw(root) {
    this.box = make("span", { role: "img", class: "qr" }, "QR");
    root.append(this.box);
  }
  update({ content }) {
    this.box.setAttribute("aria-label", content ?? "");
  }
}

/** Elements that have a role, and a place on the page by their attributes. */
const plain = (role) =>
  class extends Part {
    connectedCallback() {
      super.connectedCallback();
      const asked = this.getAttribute("accessibilityrole") ?? role;
      if (asked && asked !== "generic") this.setAttribute("role", asked);
      const columns = this.getAttribute("gridtemplatecolumns");
      if (columns) this.style.gridTemplateColumns = columns;
    }
  };

/** Defines them all; answers their names. */
export function defineComponents({ leadTo }) {
  Button.prototype.leadTo = leadTo;
  const field = ["label", "error", "disabled", "value", "required", "name"];
  define("s-text-field", [...field, "maxLength"], TextField);
  define("s-number-field", [...field, "min", "max", "step"], NumberField);
  define("s-text-area", [...field, "rows", "maxLength"], TextArea);
  define("s-checkbox", [...field, "checked"], Checkbox);
  define("s-option", ["value", "disabled"], plain(null));
  define("s-choice", ["value", "disabled"], plain(null));
  define("s-select", [...field, "placeholder"], Select);
  define("s-choice-list", [...field, "values", "labelAccessibilityVisibility"], ChoiceList);
  define("s-drop-zone", [...field, "accept", "multiple", "files"], DropZone);
  const button = ["href", "target", "variant", "tone", "disabled", "loading", "accessibilityLabel"];
  define("s-button", button, Button);
  define("s-link", button, Link);
  define("s-banner", ["heading", "tone"], Banner);
  define("s-page", ["heading"], Page);
  define("s-section", ["heading"], Section);
  define("s-heading", [], Heading);
  define("s-product-thumbnail", ["src", "alt", "size"], Picture);
  define("s-image", ["src", "alt", "inlineSize"], class extends Picture {});
  define("s-spinner", ["accessibilityLabel"], Spinner);
  define("s-qr-code", ["content"], QrCode);
  for (const name of ["s-stack", "s-grid", "s-text", "s-badge"])
    define(name, [], class extends plain(null) {});
  define("s-paragraph", [], class extends plain("paragraph") {});
  define("s-unordered-list", [], class extends plain("list") {});
  define("s-ordered-list", [], class extends plain("list") {});
  define("s-list-item", [], class extends plain("listitem") {});
  return drawn;
}

sheet.replaceSync(`
  :host { box-sizing: border-box; }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  label, legend { font-weight: 500; padding: 0; display: block; }
  label.tick { display: flex; gap: 10px; align-items: start; cursor: pointer; }
  fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
  fieldset legend { margin-block-end: 8px; }
  input, select, textarea, button { font: inherit; color: inherit; }
  input[type=text], input[type=number], select, textarea { width: 100%; margin-block-start: 4px; padding: 10px 12px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; min-height: 44px; }
  input[type=number] { max-width: 8rem; display: block; }
  input[type=file] { width: 100%; margin-block-start: 4px; padding: 20px 12px; border: 1px dashed #8a8a8a; border-radius: 8px; background: #fafafa; }
  input[type=checkbox], input[type=radio] { width: 20px; height: 20px; margin: 2px 0 0; flex: none; accent-color: #1d5c40; }
  [aria-invalid=true] { border-color: #b3261e !important; }
  .error { color: #b3261e; display: block; margin-block-start: 4px; }
  .choice { display: flex; gap: 10px; padding: 12px; border: 1px solid #dedede; margin-block-end: -1px; align-items: start; }
  .choice:first-child { border-radius: 8px 8px 0 0; } .choice:last-child { border-radius: 0 0 8px 8px; }
  .choice:has(:checked) { background: #f2f8f4; border-color: #1d5c40; position: relative; }
  .choice label { cursor: pointer; }
  .details { color: #5c5c5c; display: block; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .button { display: inline-block; min-height: 44px; padding: 10px 18px; border-radius: 8px; border: 1px solid #8a8a8a; background: #fff; color: #1f1f1f; text-decoration: none; cursor: pointer; font-weight: 500; }
  .button.primary { background: #1d5c40; border-color: #1d5c40; color: #fff; }
  .button.critical { color: #b3261e; }
  .button:disabled { opacity: .5; cursor: default; }
  .button[aria-busy=true] { opacity: .6; }
  .link { border: 0; background: none; padding: 0; color: #1d5c40; text-decoration: underline; cursor: pointer; }
  :focus-visible { outline: 3px solid #1d5c40; outline-offset: 2px; }
  .banner { padding: 14px 16px; border-radius: 8px; background: #eef3f8; border: 1px solid #c6d5e5; overflow-wrap: anywhere; }
  .banner strong { display: block; }
  .banner.critical { background: #fdecea; border-color: #efc0bb; }
  .banner.warning { background: #fff5e0; border-color: #ecd49a; }
  .banner.success { background: #e9f6ee; border-color: #b6dcc3; }
  ::slotted([slot=breadcrumb-actions]) { display: block; margin-block-end: 16px; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 16px; }
  h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 12px; overflow-wrap: anywhere; }
  section { padding: 16px; border: 1px solid #dedede; border-radius: 12px; background: #fff; }
  img, .empty { display: block; width: var(--side, 56px); height: var(--side, 56px); object-fit: cover; border-radius: 8px; background: #f0f0f0; }
  :host(s-image) img { width: auto; max-width: 100%; height: auto; }
  .qr { display: grid; place-items: center; width: 160px; height: 160px; border: 8px double #1f1f1f; font: 600 2rem ui-monospace, monospace; }
  .spinner { display: block; width: 22px; height: 22px; border: 2px solid #c9c9c9; border-block-start-color: #1d5c40; border-radius: 50%; }
  @media (prefers-reduced-motion: no-preference) { .spinner { animation: turn 1s linear infinite; } }
  @keyframes turn { to { transform: rotate(1turn); } }
`);
