import type { DeliveryPromise } from "../contract";
import type { Order } from "../orders/model";
import { type Instant, toInstant } from "../state/time";

/** Writes down when an order was promised to arrive and to leave; what is not told stays as it is. */
export function promiseDelivery(order: Order, promise: DeliveryPromise): void {
  for (const fulfillmentOrder of order.fulfillmentOrders) {
    const method = fulfillmentOrder.deliveryMethod;
    if (method && promise.minDeliveryDateTime !== undefined) {
      method.minDeliveryDateTime = instant(promise.minDeliveryDateTime);
    }
    if (method && promise.maxDeliveryDateTime !== undefined) {
      method.maxDeliveryDateTime = instant(promise.maxDeliveryDateTime);
    }
    if (promise.fulfillBy !== undefined) fulfillmentOrder.fulfillBy = instant(promise.fulfillBy);
  }
}

function instant(date: Date | null): Instant | null {
  return date && toInstant(date);
}
