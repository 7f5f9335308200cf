import { legacyId } from "../actions/customers";
import { showMoney } from "../actions/money";
import type { OrderRow } from "../actions/read-orders";
import { type Html, html } from "../http/html";
import { handleOf, type Store } from "../store";
import { badge } from "./badge";
import { showTime } from "./show-time";

export function orderList(store: Store, shop: string, orders: OrderRow[], query: string): Html {
  const base = `/store/${handleOf(shop)}/orders`;
  return html`<div class="page page--wide">
<div class="page__head"><h1>Orders</h1>
<div class="actions"><form method="get"><input type="search" name="query" value="${query}" placeholder="name:#1001, email:…" aria-label="Search orders"><button>Search</button></form>
<a class="button primary" href="/?shop=${handleOf(shop)}">Place an order</a></div></div>
<div class="card table-card"><table>
<thead><tr><th>Order</th><th>Date</th><th>Customer</th><th class="number">Total</th><th>Payment</th><th>Fulfilment</th><th>Returns</th></tr></thead>
<tbody>${
    orders.length > 0
      ? orders.map((order) => orderRow(store, shop, base, order))
      : html`<tr><td colspan="7" class="muted">${query ? "Nothing matches." : "No orders yet. Place one in the control panel."}</td></tr>`
  }</tbody></table></div></div>`;
}

function orderRow(store: Store, shop: string, base: string, order: OrderRow): Html {
  const { amount, currencyCode } = order.currentTotalPriceSet.presentmentMoney;
  return html`<tr>
<td><a href="${base}/${legacyId(order.id)}"><strong>${order.name}</strong></a>${order.cancelledAt ? html` <span class="badge badge--bad">Cancelled</span>` : ""}</td>
<td class="nowrap">${showTime(store, shop, order.createdAt)}</td>
<td><bdi>${order.customer?.displayName ?? order.shippingAddress?.name ?? order.email ?? "Guest"}</bdi></td>
<td class="number">${showMoney(amount, currencyCode)}</td>
<td>${badge(order.displayFinancialStatus)}</td>
<td>${badge(order.displayFulfillmentStatus)}</td>
<td>${order.returnStatus === "NO_RETURN" ? "" : badge(order.returnStatus)}</td></tr>`;
}
