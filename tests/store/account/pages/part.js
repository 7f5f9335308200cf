/** An element whose properties, however they are set, are drawn anew in the next moment. */
export class Part extends HTMLElement {
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
export function make(name, attributes = {}, ...children) {
  const made = create(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export const show = (element, text) => {
  element.textContent = text ?? "";
  element.hidden = !text;
};
