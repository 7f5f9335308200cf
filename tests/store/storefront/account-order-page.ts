import { legacyId } from "../actions/customers";
import { showMoney } from "../actions/money";
import type { OrderPage } from "../actions/read-order";
import { sayStatus } from "../words";

/** Extension targets of an order page that nothing of the project aims at: empty elements bear their names. */
export const accountTargets = [
  "customer-account.order-status.announcement.render",
  "customer-account.order-status.block.render",
];
export const thankYouTargets = ["purchase.thank-you.block.render"];

type Money = { presentmentMoney: { amount: string; currencyCode: string } };

/** An order in the words of its page. */
export function orderDrop(order: OrderPage, language: string): Record<string, unknown> {
  const money = ({ presentmentMoney: { amount, currencyCode } }: Money) =>
    showMoney(amount, currencyCode, language);
  const when = (at: string | null) =>
    at
      ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at))
      : "";
  return {
    id: order.id,
    short_id: legacyId(order.id),
    name: order.name,
    email: order.email,
    date: when(order.createdAt),
    status: sayStatus(order.displayFulfillmentStatus),
    return_status: order.returnStatus === "NO_RETURN" ? null : sayStatus(order.returnStatus),
    cancelled: order.cancelledAt !== null,
    total: money(order.currentTotalPriceSet),
    shipping: money(order.currentShippingPriceSet),
    refunded:
      Number(order.totalRefundedSet.presentmentMoney.amount) > 0 ? money(order.totalRefundedSet) : null,
    lines: order.lineItems.nodes.map((line) => ({
      title: line.title,
      variant: line.variantTitle === "Default Title" ? null : line.variantTitle,
      quantity: line.currentQuantity,
      price: money(line.discountedUnitPriceAfterAllDiscountsSet),
    })),
    parcels: order.fulfillments.map((parcel) => ({
      status: sayStatus(parcel.displayStatus ?? parcel.status),
      company: parcel.trackingInfo[0]?.company ?? null,
      number: parcel.trackingInfo[0]?.number ?? null,
      things: parcel.fulfillmentLineItems.nodes.map((line) => `${line.quantity} × ${line.lineItem.name}`),
      events: parcel.events.nodes.map((event) => ({
        words: event.message ?? sayStatus(event.status),
        place: event.city,
        date: when(event.happenedAt),
      })),
    })),
    returns: order.returns.nodes.map((one) => ({
      name: one.name,
      status: sayStatus(one.status),
      things: one.returnLineItems.nodes.map(
        (line) => `${line.quantity} × ${line.fulfillmentLineItem?.lineItem.name ?? "something"}`,
      ),
    })),
  };
}
