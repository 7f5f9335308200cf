import type { ShopState } from "../state/shop";
import { orderPayload } from "../webhooks/order-payload";
import type { Order } from "./model";

/** A line in the order's timeline. */
export function note(shop: ShopState, order: Order, action: string, message: string, critical = false): void {
  order.events.push(
    shop.record({
      __typename: "BasicEvent" as const,
      id: shop.newId("BasicEvent"),
      action,
      message,
      createdAt: shop.now(),
      appTitle: null,
      criticalAlert: critical,
    }),
  );
}

/** The order has changed: its clock moves, and whoever listens is told. */
export function touch(shop: ShopState, order: Order, ...topics: string[]): void {
  order.updatedAt = shop.now();
  for (const topic of topics) shop.tell(topic, order, () => orderPayload(order));
  shop.tell("orders/updated", order, () => orderPayload(order));
}
