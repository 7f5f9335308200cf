import type { Shop } from "~/platform/database/shop.server";
import type { Urgency } from "~/platform/shopify/lane.server";
import { fetchOrder } from "~/platform/shopify/orders.server";
import { type Mirrored, type MirrorHow, mirrorOrder } from "./mirror-order.server";

/** Reads one order anew from Shopify and mirrors it; null when the shop has no such order. */
export async function refreshOrder(
  shop: Shop,
  orderId: string,
  urgency: Urgency,
  how: MirrorHow = {},
): Promise<Mirrored | null> {
  const order = await fetchOrder(shop.id, orderId, urgency);
  return order ? shop.transact((tx) => mirrorOrder(tx, order, how)) : null;
}
