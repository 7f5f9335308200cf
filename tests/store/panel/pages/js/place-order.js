import { current, deed, post } from "./api.js";
import { byId, h, redraw, showMoney } from "./dom.js";

/** The form that places an order. */
export function drawPlaceOrder(state) {
  redraw(byId("place"), { choices: state.choices, shop: state.shop.domain }, () => formParts(state));
}

function formParts({ choices, shop }) {
  const people = h(
    "fieldset",
    { class: "people" },
    h("legend", { class: "visually-hidden" }, "Who buys"),
    choices.shoppers.map((shopper, at) => person(shopper, at === 0, shop)),
  );
  const cart = h(
    "select",
    { name: "cart" },
    choices.carts.map(({ key, about }) => h("option", { value: key }, about)),
  );
  return [
    people,
    h(
      "div",
      { class: "row" },
      h("label", { class: "grow" }, "Cart", cart),
      h(
        "label",
        {},
        "Discount",
        h(
          "select",
          { name: "discountPercent" },
          [0, 10, 25, 100].map((one) => h("option", { value: one }, one ? `${one} %` : "none")),
        ),
      ),
      h("label", { class: "check" }, h("input", { type: "checkbox", name: "paid", checked: true }), "Paid"),
      h("button", { class: "primary" }, "Place order"),
    ),
    h(
      "details",
      { class: "more" },
      h("summary", {}, "Note and address"),
      h(
        "div",
        { class: "row" },
        h(
          "label",
          { class: "grow" },
          "Order note",
          h("input", { name: "note", placeholder: "the shopper's own, if any" }),
        ),
        h(
          "label",
          { class: "grow" },
          "E-mail",
          h("input", { name: "email", type: "email", placeholder: "the shopper's own" }),
        ),
      ),
    ),
  ];
}

function person({ key, name, about, currency }, chosen, shop) {
  const taken = shop.presentmentCurrencies.includes(currency) || shop.currency === currency;
  return h(
    "label",
    { class: "person", title: about },
    h("input", { type: "radio", name: "shopper", value: key, checked: chosen }),
    h("span", { class: "person__face", "aria-hidden": "true", style: `--hue:${hue(key)}` }, [...name][0]),
    h(
      "span",
      { class: "person__name" },
      h("bdi", {}, name),
      h("small", {}, taken ? `${about}` : `${about}; pays ${shop.currency} here`),
    ),
  );
}

const hue = (key) => [...key].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 360, 11);

export function listenForOrders() {
  byId("place").addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = new FormData(event.target);
    const text = (name) => fields.get(name) || undefined;
    deed(
      event.submitter,
      () =>
        post("place-order", {
          shop: current.shop,
          shopper: text("shopper"),
          cart: text("cart"),
          discountPercent: Number(fields.get("discountPercent")),
          paid: fields.has("paid"),
          note: text("note"),
          email: text("email"),
        }),
      (order) => `${order.name} placed for ${showMoney(order.total)}`,
    );
  });
}
