import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { OrderForMirrorDocument, OrdersChangedSinceDocument } from "./generated";
import type { Urgency } from "./lane.server";
import type { ShopifyOrder } from "./nouns";
import { readOrder } from "./read-order";

/** One order with everything we keep of it, or null when the shop has no such order. */
export async function fetchOrder(
  shopId: ShopId,
  orderId: string,
  urgency: Urgency,
): Promise<ShopifyOrder | null> {
  const answer = await shopify(shopId, OrderForMirrorDocument, { id: gid("Order", orderId) }, { urgency });
  return answer.order ? readOrder(answer.order) : null;
}

export type ChangedOrders = { orders: { id: string; updatedAt: Date }[]; next: string | null };

/** A page of the orders that changed at or after `since`, oldest change first. */
export async function fetchChangedOrders(
  shopId: ShopId,
  since: Date,
  after: string | null,
): Promise<ChangedOrders> {
  const variables = { query: `updated_at:>='${since.toISOString()}'`, after };
  const { orders } = await shopify(shopId, OrdersChangedSinceDocument, variables, { urgency: "sweep" });
  return {
    orders: orders.nodes.map((node) => ({ id: numberOf(node.id), updatedAt: new Date(node.updatedAt) })),
    next: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
  };
}
