import { current, deed, get, post } from "./api.js";
import { badge, byId, h, keyed, say, shortId, showDay, showMoney } from "./dom.js";
import { writeTo } from "./mailbox.js";

let known;
let catalogue = { shop: "", products: [] };

/** The shop's orders, each with what can happen to it next. */
export async function drawOrders(state) {
  known = state;
  if (catalogue.shop !== state.shop.domain) {
    catalogue = {
      shop: state.shop.domain,
      products: (await get(`catalogue?shop=${state.shop.domain}`)).products,
    };
  }
  byId("orders-count").textContent = state.orders.length > 0 ? `${state.orders.length} newest` : "";
  const list = byId("order-list");
  if (state.orders.length === 0)
    list.replaceChildren(
      h(
        "p",
        { class: "empty", "data-key": "empty" },
        "No orders yet. Choose a shopper above and place the first one.",
      ),
    );
  else keyed(list, state.orders, (order) => order.id, orderCard);
}

function orderCard(order) {
  const person = order.customer?.displayName ?? order.shippingAddress?.name ?? "Guest";
  const admin = known.shops.find((one) => one.domain === known.shop.domain);
  return h(
    "article",
    { class: "card order", "aria-label": `Order ${order.name}` },
    h(
      "header",
      {},
      h("h3", {}, order.name),
      h("bdi", { class: "order__person" }, person),
      h("span", { class: "order__money" }, showMoney(order.currentTotalPriceSet.presentmentMoney)),
    ),
    h(
      "p",
      { class: "order__facts" },
      order.cancelledAt
        ? badge("CANCELLED")
        : [badge(order.displayFinancialStatus), badge(order.displayFulfillmentStatus)],
      order.returnStatus === "NO_RETURN" ? null : badge(order.returnStatus),
      h("span", { class: "muted" }, showDay(order.createdAt)),
    ),
    order.fulfillments.map((parcel, at) => parcelRow(order, parcel, at)),
    h("div", { class: "actions" }, nextSteps(order)),
    h(
      "p",
      { class: "order__links" },
      h("a", { href: `/store/${known.shop.domain.split(".")[0]}/orders/${shortId(order.id)}` }, "Admin"),
      h(
        "a",
        {
          href: admin.storefrontUrl + new URL(order.statusPageUrl).pathname,
          target: "_blank",
          rel: "noopener",
        },
        "Status page",
      ),
      h("a", { href: `${admin.adminUrl}/app/orders/${shortId(order.id)}` }, "In Aftercare"),
      order.email && known.takesMail
        ? h(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () =>
                writeTo({
                  from: { name: person, address: order.email },
                  subject: `About order ${order.name}`,
                }),
            },
            "Write as this shopper",
          )
        : null,
    ),
  );
}

const act = (label, verb, body, done, kind = "") =>
  h(
    "button",
    {
      type: "button",
      class: kind,
      onclick: (event) => deed(event.currentTarget, () => post(verb, body), done),
    },
    label,
  );

function nextSteps(order) {
  if (order.cancelledAt) return [];
  const steps = [];
  const fulfilled = order.displayFulfillmentStatus === "FULFILLED";
  if (/PENDING|PARTIALLY_PAID|AUTHORIZED/.test(order.displayFinancialStatus))
    steps.push(act("Mark paid", "pay", { order: order.id }, "Paid", "primary"));
  if (!fulfilled) steps.push(shipForm(order));
  if (order.fulfillments.length > 0)
    steps.push(
      act(
        "Request return as shopper",
        "request-return",
        { order: order.id, things: 1 },
        (made) => `Return ${made.name} requested`,
      ),
    );
  if (!fulfilled)
    steps.push(editForm(order), act("Cancel", "cancel", { order: order.id }, "Cancelled", "quiet"));
  else
    steps.push(
      act("Refund the rest", "refund", { order: order.id }, ({ amount }) => `Refunded ${amount}`, "quiet"),
    );
  return steps;
}

function shipForm(order) {
  const carrier = h(
    "select",
    { "aria-label": "Carrier", "data-focus": `carrier-${order.id}` },
    known.choices.carriers.map((name) => h("option", {}, name)),
  );
  const parcels = h(
    "select",
    { "aria-label": "Parcels" },
    [1, 2, 3].map((count) => h("option", { value: count }, count === 1 ? "1 parcel" : `${count} parcels`)),
  );
  const send = h("button", { class: "primary" }, "Ship");
  return h(
    "form",
    {
      class: "inline",
      onsubmit: (event) => {
        event.preventDefault();
        deed(
          send,
          () => post("ship", { order: order.id, carrier: carrier.value, parcels: Number(parcels.value) }),
          "On its way",
        );
      },
    },
    carrier,
    parcels,
    send,
  );
}

function editForm(order) {
  const choices = catalogue.products.flatMap((product) =>
    product.variants.map((variant) => ({
      id: variant.id,
      label: variant.title === "Default Title" ? product.title : `${product.title}, ${variant.title}`,
    })),
  );
  const what = h(
    "select",
    { "aria-label": "Add to the order" },
    choices.map(({ id, label }) => h("option", { value: id }, label)),
  );
  const form = h(
    "form",
    {
      class: "inline",
      onsubmit: (event) => {
        event.preventDefault();
        deed(
          event.submitter,
          () => post("edit", { order: order.id, add: { variantId: what.value, quantity: 1 } }),
          "Order edited",
        );
      },
    },
    what,
    h("button", {}, "Add to order"),
  );
  return h("details", { class: "pop" }, h("summary", {}, "Edit"), form);
}

const quick = ["in_transit", "out_for_delivery", "attempted", "delayed", "delivered", "returned"];

function parcelRow(order, parcel, at) {
  const [tracking] = parcel.trackingInfo;
  const status = parcel.displayStatus ?? parcel.status;
  return h(
    "div",
    { class: "parcel" },
    h(
      "div",
      { class: "parcel__head" },
      h("strong", {}, `Parcel ${at + 1}`),
      badge(status),
      tracking?.number ? h("span", { class: "mono" }, `${tracking.company} ${tracking.number}`) : null,
    ),
    h(
      "div",
      {
        class: "scans",
        role: "group",
        "aria-label": `What the carrier says about parcel ${at + 1} of ${order.name}`,
      },
      quick.map((scan) =>
        h(
          "button",
          {
            type: "button",
            class: "scan",
            "data-focus": `${parcel.id}-${scan}`,
            onclick: (event) =>
              deed(
                event.currentTarget,
                () => post("event", { shop: current.shop, fulfillment: parcel.id, scan }),
                say(scan),
              ),
          },
          say(scan),
        ),
      ),
    ),
  );
}
