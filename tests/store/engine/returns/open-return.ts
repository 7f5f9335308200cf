import type { Order } from "../orders/model";
import { note } from "../orders/timeline";
import type { ShopState } from "../state/shop";
import type { Return, ReturnLine, ReverseFulfillmentOrder } from "./model";

/** A return with nothing in it yet. */
export function newReturn(
  shop: ShopState,
  order: Order,
  status: Return["status"],
  createdAt: string,
): Return {
  const made: Return = shop.record({
    __typename: "Return",
    id: shop.newId("Return"),
    name: `${order.name}-R${order.returns.length + 1}`,
    order,
    status,
    createdAt,
    requestApprovedAt: status === "OPEN" ? shop.now() : null,
    closedAt: null,
    decline: null,
    lineItems: [],
    exchangeLineItems: [],
    shippingFees: [],
    reverseFulfillmentOrders: [],
    refunds: [],
  });
  order.returns.push(made);
  unarchive(shop, order);
  return made;
}

/** Goods on their way back need the order open. */
function unarchive(shop: ShopState, order: Order): void {
  if (!order.closedAt) return;
  order.closedAt = null;
  note(shop, order, "re_opened", "This order was unarchived.");
}

/** What the warehouse should expect: one reverse order per place the goods were sent from. */
export function expectGoods(shop: ShopState, from: Return): void {
  const byLocation = new Map<string, ReturnLine[]>();
  for (const line of from.lineItems) {
    const location = line.fulfillmentLine.fulfillment.location.id;
    byLocation.set(location, [...(byLocation.get(location) ?? []), line]);
  }
  for (const lines of byLocation.values()) {
    const reverse: ReverseFulfillmentOrder = shop.record({
      __typename: "ReverseFulfillmentOrder",
      id: shop.newId("ReverseFulfillmentOrder"),
      return: from,
      order: from.order,
      status: "OPEN",
      lineItems: [],
      reverseDeliveries: [],
    });
    reverse.lineItems = lines.map((line) =>
      shop.record({
        __typename: "ReverseFulfillmentOrderLineItem" as const,
        id: shop.newId("ReverseFulfillmentOrderLineItem"),
        reverseFulfillmentOrder: reverse,
        returnLine: line,
        totalQuantity: line.quantity,
        dispositions: [],
      }),
    );
    from.reverseFulfillmentOrders.push(reverse);
  }
}
