import { sheet } from "./component-styles.js";
import { Checkbox, ChoiceList, DropZone, NumberField, Select, TextArea, TextField } from "./fields.js";
import { make, Part, show } from "./part.js";

/**
 * Shopify's components for customer accounts, as far as extensions here use them: each is drawn in a shadow of its
 * own from plain HTML, with the roles, names and descriptions that Shopify gives them.
 */

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

/** What opens and closes below a line of words. */
class Details extends Part {
  draw(root) {
    this.box = make("details", {}, make("summary", {}, make("slot", { name: "summary" })), make("slot"));
    root.append(this.box);
  }
  update({ open }) {
    if (open !== undefined) this.box.open = Boolean(open);
  }
}
class Summary extends Part {
  connectedCallback() {
    super.connectedCallback();
    this.slot = "summary";
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
  define("s-details", ["open"], Details);
  define("s-summary", [], Summary);
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
