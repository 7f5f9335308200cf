import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { note, touch } from "../orders/timeline";
import { fulfillmentPayload } from "../webhooks/fulfillment-payload";
import type { Fulfillment } from "./model";
import { openFulfillmentOrder } from "./open";

/** Takes a fulfilment back: what it held waits to be sent again. Cancelling twice changes nothing. */
export function fulfillmentCancel(_: unknown, { id }: { id: string }, { shop }: Context) {
  const fulfillment = shop.find<Fulfillment>("Fulfillment", id);
  if (!fulfillment) return { fulfillment: null, userErrors: [userError(["id"], "Fulfillment not found.")] };
  if (fulfillment.status === "CANCELLED") return { fulfillment, userErrors: [] };
  const { order } = fulfillment;
  fulfillment.status = "CANCELLED";
  fulfillment.updatedAt = shop.now();
  const lines = fulfillment.lineItems.map((each) => ({ line: each.lineItem, quantity: each.quantity }));
  const isUndone = order.cancelledAt === null;
  if (isUndone) openFulfillmentOrder(shop, order, lines);
  note(shop, order, "fulfillment_cancelled", `${fulfillment.name} was canceled.`);
  shop.tell("fulfillments/update", fulfillment, () => fulfillmentPayload(fulfillment));
  touch(shop, order);
  return { fulfillment, userErrors: [] };
}
