import { legacyId } from "../actions/customers";
import { showMoney } from "../actions/money";
import type { OrderPage, ReturnRow } from "../actions/read-order";
import { scanKinds } from "../actions/scans";
import { carriers } from "../actions/tracking-numbers";
import { type Html, html } from "../http/html";
import { handleOf, type Store } from "../store";
import { sayStatus } from "../words";
import { badge } from "./badge";
import { orderBlock } from "./extension-host";
import { showTime } from "./show-time";

type Money = { presentmentMoney: { amount: string; currencyCode: string } };
const money = ({ presentmentMoney: { amount, currencyCode } }: Money) => showMoney(amount, currencyCode);

interface View {
  store: Store;
  shop: string;
  order: OrderPage;
  /** Where this page's forms go. */
  base: string;
}

/** An order as the shop's own admin shows it: enough to see that the app and the shop agree. */
export function orderPage(store: Store, shop: string, order: OrderPage): Html {
  const view = { store, shop, order, base: `/store/${handleOf(shop)}/orders/${legacyId(order.id)}` };
  return html`<div class="page">
<p><a href="/store/${handleOf(shop)}/orders">← Orders</a></p>
<div class="page__head"><h1>${order.name}</h1>${badge(order.displayFinancialStatus)}${badge(order.displayFulfillmentStatus)}
${order.returnStatus === "NO_RETURN" ? "" : badge(order.returnStatus)}${order.cancelledAt ? html`<span class="badge badge--bad">Cancelled</span>` : ""}
<span class="muted">${showTime(store, shop, order.createdAt)}</span>${headActions(view)}</div>
<div class="grid"><div>${[linesCard(view), ...parcelCards(view), ...order.returns.nodes.map((one) => returnCard(view, one)), moneyCard(view), timelineCard(view)]}</div>
<div>${[peopleCard(view), noteCard(order), appCard(view)]}</div></div></div>`;
}

/** A button that does one thing, with what it needs to know. */
function deed(view: View, name: string, label: string, fields: Record<string, string> = {}, kind = ""): Html {
  const hidden = Object.entries(fields).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  );
  return html`<form method="post" action="${view.base}/${name}">${hidden}<button class="button ${kind}">${label}</button></form>`;
}

function headActions(view: View): Html {
  const { order } = view;
  const owes = Number(order.totalOutstandingSet.presentmentMoney.amount) > 0 && !order.cancelledAt;
  return html`<div class="actions">${owes ? deed(view, "pay", "Mark as paid") : ""}
${order.fulfillments.length > 0 ? deed(view, "request-return", "Return as shopper") : ""}
<a class="button" href="${localStatusPage(view)}" target="_blank" rel="noopener">Status page</a>
${order.cancelledAt ? "" : deed(view, "cancel", "Cancel order", {}, "critical")}</div>`;
}

const localStatusPage = ({ store, shop, order }: View) =>
  store.storefrontUrl(shop) + new URL(order.statusPageUrl).pathname;

function linesCard(view: View): Html {
  const { order } = view;
  const unsent = order.lineItems.nodes.some((line) => line.unfulfilledQuantity > 0) && !order.cancelledAt;
  return html`<section class="card" aria-label="Lines"><table>
<thead><tr><th>Item</th><th class="number">Price</th><th class="number">Quantity</th><th class="number">Still here</th><th class="number">Refundable</th></tr></thead>
<tbody>${order.lineItems.nodes.map(
    (
      line,
    ) => html`<tr><td>${line.title}${line.variantTitle && line.variantTitle !== "Default Title" ? html`<br><span class="muted">${line.variantTitle}</span>` : ""}${line.sku ? html`<br><span class="muted">${line.sku}</span>` : ""}</td>
<td class="number">${money(line.discountedUnitPriceAfterAllDiscountsSet)}</td><td class="number">${line.quantity}</td><td class="number">${line.currentQuantity}</td><td class="number">${line.refundableQuantity}</td></tr>`,
  )}</tbody></table>
${unsent ? fulfilForm(view) : ""}</section>`;
}

const fulfilForm = (
  view: View,
): Html => html`<div class="actions"><form method="post" action="${view.base}/fulfil">
<label>Carrier <select name="carrier">${carriers.map((one) => html`<option>${one.name}</option>`)}</select></label>
<label>Parcels <input name="parcels" type="number" min="1" max="10" value="1" size="3"></label>
<label>Tracking number <input name="number" placeholder="made up for you"></label>
<button class="button primary">Fulfil items</button></form></div>`;

function parcelCards(view: View): Html[] {
  const { store, shop, order } = view;
  return order.fulfillments.map((parcel) => {
    const [tracking] = parcel.trackingInfo;
    return html`<section class="card"><div class="card__head"><h2>Parcel ${parcel.name}</h2>${badge(parcel.displayStatus ?? parcel.status)}</div>
<p>${tracking?.number ? html`${tracking.company} · <bdi>${tracking.number}</bdi>` : html`<span class="muted">No tracking</span>`}${parcel.estimatedDeliveryAt ? html` · expected ${showTime(store, shop, parcel.estimatedDeliveryAt)}` : ""}</p>
<p class="muted">${parcel.fulfillmentLineItems.nodes.map((line) => `${line.quantity} × ${line.lineItem.name}`).join(", ")}</p>
${parcel.events.nodes.length > 0 ? html`<ol class="timeline">${parcel.events.nodes.map((event) => html`<li><span>${sayStatus(event.status)}${event.message ? html` <span class="muted">${event.message}${event.city ? `, ${event.city}` : ""}</span>` : ""}</span><span class="muted">${showTime(store, shop, event.happenedAt)}</span></li>`)}</ol>` : ""}
<div class="actions"><form method="post" action="${view.base}/scan"><input type="hidden" name="fulfillment" value="${parcel.id}">
<label>Carrier says <select name="scan">${scanKinds.map((kind) => html`<option value="${kind}">${sayStatus(kind)}</option>`)}</select></label><button>Add</button></form></div></section>`;
  });
}

const stepsFrom: Record<string, [string, string, string?][]> = {
  REQUESTED: [
    ["approve", "Approve", "primary"],
    ["decline", "Decline"],
  ],
  OPEN: [
    ["close", "Close"],
    ["cancel", "Cancel return", "critical"],
  ],
  CLOSED: [["reopen", "Reopen"]],
};

function returnCard(view: View, one: ReturnRow): Html {
  const deliveries = one.reverseFulfillmentOrders.nodes.flatMap((order) => order.reverseDeliveries.nodes);
  const steps = stepsFrom[one.status] ?? [];
  return html`<section class="card"><div class="card__head"><h2>Return ${one.name}</h2>${badge(one.status)}<span class="muted">${showTime(view.store, view.shop, one.createdAt)}</span></div>
${one.decline ? html`<p>Declined: ${sayStatus(one.decline.reason)}${one.decline.note ? `, ${one.decline.note}` : ""}</p>` : ""}
<table><thead><tr><th>Item</th><th class="number">Coming back</th><th class="number">Processed</th><th class="number">Refunded</th></tr></thead>
<tbody>${one.returnLineItems.nodes.map(
    (line) =>
      html`<tr><td>${line.fulfillmentLineItem?.lineItem.name ?? "Unverified item"}${line.returnReasonNote || line.customerNote ? html`<br><span class="muted">“${line.customerNote || line.returnReasonNote}”</span>` : ""}</td><td class="number">${line.quantity}</td><td class="number">${line.processedQuantity}</td><td class="number">${line.refundedQuantity}</td></tr>`,
  )}</tbody></table>
${one.reverseFulfillmentOrders.nodes.map((order) => html`<p class="muted">Coming back as ${legacyId(order.id)}: ${sayStatus(order.status)}</p>`)}
${deliveries.map(({ deliverable }) => html`<p>Label: ${deliverable?.tracking?.carrierName ?? "carrier unknown"} <bdi>${deliverable?.tracking?.number ?? ""}</bdi>${deliverable?.label?.publicFileUrl ? html` · <a href="${localFile(view.store, deliverable.label.publicFileUrl)}" target="_blank" rel="noopener">Open label</a>` : ""}</p>`)}
${steps.length > 0 ? html`<div class="actions">${steps.map(([to, label, kind]) => deed(view, "return", label, { return: one.id, to }, kind))}</div>` : ""}</section>`;
}

/** A file at Shopify's CDN is served by this store. */
const localFile = (store: Store, address: string) =>
  address.replace(/^https:\/\/(cdn|shopify-staged-uploads)\.shopify\.com/, `${store.url}/cdn`);

function moneyCard(view: View): Html {
  const { order } = view;
  const line = (label: string, amount: Money, kind = "") =>
    html`<dt class="${kind}">${label}</dt><dd class="${kind}">${money(amount)}</dd>`;
  const refundable =
    order.lineItems.nodes.some((one) => one.refundableQuantity > 0) &&
    Number(order.currentTotalPriceSet.presentmentMoney.amount) > 0;
  return html`<section class="card"><div class="card__head"><h2>Payment</h2>${badge(order.displayFinancialStatus)}</div>
<dl class="money">${line("Subtotal", order.currentSubtotalPriceSet)}${line("Shipping", order.currentShippingPriceSet)}${line("Tax", order.currentTotalTaxSet)}${line("Total now", order.currentTotalPriceSet, "total")}
${line("Total when placed", order.totalPriceSet, "muted")}${line("Refunded", order.totalRefundedSet)}${line("Outstanding", order.totalOutstandingSet)}</dl>
${order.transactions.length > 0 ? html`<ol class="timeline">${order.transactions.map((one) => html`<li><span>${sayStatus(one.kind)} <span class="muted">${one.gateway ?? ""}</span> ${badge(one.status)}</span><span>${money(one.amountSet)}</span></li>`)}</ol>` : ""}
${order.refunds.length > 0 ? html`<h3>Refunds</h3><ol class="timeline">${order.refunds.map((one) => html`<li><span>${money(one.totalRefundedSet)} <span class="muted">${one.note ?? ""}</span></span><span class="muted">${showTime(view.store, view.shop, one.createdAt)}</span></li>`)}</ol>` : ""}
${refundable ? html`<div class="actions"><form method="post" action="${view.base}/refund"><label>Amount <input name="amount" inputmode="decimal" placeholder="all that is left" size="14"></label><button class="button">Refund</button></form></div>` : ""}</section>`;
}

const timelineCard = ({ store, shop, order }: View): Html => html`<section class="card"><h2>Timeline</h2>
${order.events.nodes.length === 0 ? html`<p class="muted">Nothing yet.</p>` : html`<ol class="timeline">${order.events.nodes.map((event) => html`<li><span>${event.message.replace(/<[^>]+>/g, "")}${event.appTitle ? html` <span class="badge">${event.appTitle}</span>` : ""}</span><span class="muted">${showTime(store, shop, event.createdAt)}</span></li>`)}</ol>`}</section>`;

const peopleCard = ({ order }: View): Html => html`<section class="card"><h2>Customer</h2>
<p><bdi>${order.customer?.displayName ?? "Guest"}</bdi>${order.email ? html`<br><bdi>${order.email}</bdi>` : ""}</p>
${
  order.shippingAddress
    ? html`<h3>Ships to</h3><p class="address" dir="auto">${order.shippingAddress.formatted.join("\n")}${
        order.shippingAddress.phone
          ? html`
<bdi>${order.shippingAddress.phone}</bdi>`
          : ""
      }</p>`
    : ""
}</section>`;

const noteCard = (order: OrderPage): Html | null =>
  order.note || order.tags.length > 0
    ? html`<section class="card"><h2>Notes</h2>${order.note ? html`<p class="address" dir="auto">${order.note}</p>` : ""}${order.tags.length > 0 ? html`<p>${order.tags.map((tag) => html`<span class="badge">${tag}</span> `)}</p>` : ""}</section>`
    : null;

/** The app's block; where there is none, a plain way into the app. */
function appCard({ store, shop, order }: View): Html {
  const block = orderBlock(store, shop, order.id);
  return html`<section class="card"><h2>Aftercare</h2>
<div data-extension-target="admin.order-details.block.render" data-order="${order.id}">${block}</div>
${block ? "" : html`<p><a href="${store.adminUrl(shop, `/app/orders/${legacyId(order.id)}`)}">Open in Aftercare</a></p>`}</section>`;
}
