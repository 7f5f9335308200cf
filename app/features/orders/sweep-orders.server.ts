import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { fetchChangedOrders } from "~/platform/shopify/orders.server";
import { askForOrder } from "./ask-for-order.server";
import { refreshOrder } from "./refresh-order.server";
import * as store from "./store.server";

/** How far back the first sweep of a new shop reads; what is older is the backfill's. */
const FIRST_DAYS = 1;
/** Each sweep starts this long before the end of the last, since changes may become visible late. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Compares Shopify's orders that changed since the last sweep with ours, and mirrors what never arrived by
 * webhook. Counts what it recovered. A sweep that is cut off starts again where the last full one ended.
 */
export async function sweepOrders(shop: Shop): Promise<void> {
  const startedAt = shop.now();
  const last = await shop.transact(store.lastSweep);
  const since = last
    ? new Date(last.getTime() - OVERLAP_MS)
    : new Date(startedAt.getTime() - FIRST_DAYS * 86_400_000);
  let seen = 0;
  let recovered = 0;
  for (let after: string | null = null; ; ) {
    const page = await fetchChangedOrders(shop.id, since, after);
    seen += page.orders.length;
    const missing = await shop.transact((tx) => store.staleAmong(tx, page.orders));
    for (const id of missing) if (await recover(shop, id)) recovered++;
    if (!page.next) break;
    after = page.next;
  }
  await shop.transact((tx) => store.noteSweep(tx, { startedAt, seen, recovered: last ? recovered : 0 }));
}

/** Mirrors one order that no webhook told of; answers whether it was indeed behind. */
async function recover(shop: Shop, orderId: string): Promise<boolean> {
  try {
    const mirrored = await refreshOrder(shop, orderId, "sweep");
    return mirrored === "new" || mirrored === "changed";
  } catch (error) {
    if (error instanceof TryAgain || error instanceof NeedsMerchant || error instanceof NeverMind)
      throw error;
    // One order that cannot be mirrored must not keep the sweep from all that come after it.
    log.error({ error, orderId }, "an order could not be recovered");
    await shop.transact((tx) => askForOrder(tx, orderId));
    return false;
  }
}
