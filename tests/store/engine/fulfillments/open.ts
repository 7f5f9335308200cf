import type { LineItem, Order } from "../orders/model";
import { globalId } from "../state/ids";
import type { ShopState } from "../state/shop";
import type { FulfillmentOrder } from "./model";

/** The packing lists of an order: one for what is shipped, one for what is not. */
export function openFulfillmentOrders(shop: ShopState, order: Order, lines: LineItem[]): FulfillmentOrder[] {
  const shipped = lines.filter((line) => line.requiresShipping);
  const others = lines.filter((line) => !line.requiresShipping);
  return [shipped, others]
    .filter((group) => group.length > 0)
    .map((group) =>
      openFulfillmentOrder(
        shop,
        order,
        group.map((line) => ({ line, quantity: line.quantity })),
      ),
    );
}

export function openFulfillmentOrder(
  shop: ShopState,
  order: Order,
  lines: { line: LineItem; quantity: number }[],
): FulfillmentOrder {
  const now = shop.now();
  const isShipped = lines.some(({ line }) => line.requiresShipping);
  const rate = order.shippingLines.find((line) => !line.isRemoved);
  const opened: FulfillmentOrder = shop.record({
    __typename: "FulfillmentOrder",
    id: shop.newId("FulfillmentOrder"),
    order,
    status: "OPEN",
    requestStatus: "UNSUBMITTED",
    location: shop.primaryLocation,
    createdAt: now,
    updatedAt: now,
    fulfillAt: `${now.slice(0, 13)}:00:00Z`,
    fulfillBy: null,
    destination: isShipped ? order.shippingAddress : null,
    destinationId: shop.newId("FulfillmentOrderDestination"),
    deliveryMethod: shop.record({
      __typename: "DeliveryMethod" as const,
      id: globalId("DeliveryMethod", shop.mint.number("DeliveryMethod")),
      methodType: isShipped ? "SHIPPING" : "NONE",
      presentedName: isShipped ? (rate?.title ?? null) : null,
      serviceCode: isShipped ? (rate?.code ?? null) : null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
    }),
    lineItems: [],
    holds: [],
    progressReported: false,
  });
  opened.lineItems = lines.map(({ line, quantity }) =>
    shop.record({
      __typename: "FulfillmentOrderLineItem" as const,
      id: shop.newId("FulfillmentOrderLineItem"),
      fulfillmentOrder: opened,
      lineItem: line,
      totalQuantity: quantity,
      remainingQuantity: quantity,
    }),
  );
  order.fulfillmentOrders.push(opened);
  return opened;
}

export function supportedActions(order: FulfillmentOrder): string[] {
  switch (order.status) {
    case "OPEN": {
      const canSplit = order.lineItems.reduce((sum, line) => sum + line.remainingQuantity, 0) > 1;
      return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", ...(canSplit ? ["SPLIT"] : [])];
    }
    case "IN_PROGRESS":
      return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "HOLD", "MARK_AS_OPEN"];
    case "ON_HOLD":
      return ["RELEASE_HOLD", "HOLD", "MOVE"];
    case "SCHEDULED":
      return ["MARK_AS_OPEN"];
    default:
      return [];
  }
}
