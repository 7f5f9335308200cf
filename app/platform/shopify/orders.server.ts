import { print } from "graphql";
import { gid, numberOf, type ShopId } from "~/values/ids";
import { bulkThings, startBulk } from "./bulk.server";
import { shopify } from "./client.server";
import {
  OrderForMirrorDocument,
  type OrderHeaderFragment,
  type OrderLineFragment,
  OrdersChangedSinceDocument,
  OrdersInBulkDocument,
  OrdersPlacedSinceDocument,
} from "./generated";
import type { Urgency } from "./lane.server";
import type { ShopifyOrder } from "./nouns";
import { readBulkOrder, readOrder } from "./read-order";

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

/** As `fetchChangedOrders`, for the orders placed at or after `since`, the newest first. */
export async function fetchPlacedOrders(
  shopId: ShopId,
  since: Date,
  after: string | null,
): Promise<ChangedOrders> {
  const variables = { query: placedSince(since), after };
  const { orders } = await shopify(shopId, OrdersPlacedSinceDocument, variables, { urgency: "sweep" });
  return {
    orders: orders.nodes.map((node) => ({ id: numberOf(node.id), updatedAt: new Date(node.updatedAt) })),
    next: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
  };
}

/** Asks for all orders placed at or after `since` in one go; null when Shopify does not do that for us. */
export const startOrdersInBulk = (shopId: ShopId, since: Date): Promise<string | null> =>
  startBulk(shopId, print(OrdersInBulkDocument).replace("created_at:>='SINCE'", placedSince(since)));

/** The orders of a bulk query's result, as they stream in, without parcels and promises. */
export async function* ordersInBulk(url: string): AsyncGenerator<ShopifyOrder> {
  for await (const { root, children } of bulkThings(url))
    yield readBulkOrder(root as OrderHeaderFragment, children as OrderLineFragment[]);
}

const placedSince = (since: Date) => `created_at:>='${since.toISOString()}'`;
