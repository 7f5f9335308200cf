import type { Shop } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { TryAgain } from "~/platform/queue/failures";
import { refreshOrder } from "./refresh-order.server";
import { incompleteOrders, noteComplete } from "./store.server";

const AT_A_TIME = 10;
const PAUSE_MS = 1_000;

/**
 * Reads what only the Admin API tells (promised dates, final-sale tags, parcels' contents) of orders that
 * came by webhook, a few a run, the newest first. After a rush this catches up at the shop's own pace.
 */
export async function completeOrders(shop: Shop): Promise<void> {
  const ids = await shop.transact((tx) => incompleteOrders(tx, AT_A_TIME));
  let busy = false;
  for (const id of ids) {
    const done = await refreshOrder(shop, id, "sweep").catch((error: unknown) => {
      if (!(error instanceof TryAgain)) throw error;
      busy = true;
      return null;
    });
    if (busy) break;
    if (!done) await shop.transact((tx) => noteComplete(tx, id));
  }
  if (ids.length < AT_A_TIME && !busy) return;
  await shop.transact((tx) =>
    enqueue(tx, "complete-orders", {}, { key: `complete-orders:${shop.id}`, delayMs: PAUSE_MS }),
  );
}
