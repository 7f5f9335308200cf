import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { askForOrder } from "./ask-for-order.server";
import { refreshOrder } from "./refresh-order.server";
import { type Incomplete, incompleteOrders, noteComplete } from "./store.server";

const AT_A_TIME = 10;
const PAUSE_MS = 1_000;
/** What only the Admin API tells is read a moment later, for all orders of that moment together. */
const COMPLETE_AFTER_MS = 1_500;

/** Has orders completed soon, in the caller's transaction. */
export const completeLater = (tx: ShopTx): Promise<void> =>
  enqueue(
    tx,
    "complete-orders",
    {},
    // The first of a rush sets the time: were each to move it on, it would never come in a busy shop.
    { key: `complete-orders:${tx.shopId}`, delayMs: COMPLETE_AFTER_MS, keepTime: true },
  );

/**
 * Reads what only the Admin API tells (promised dates, final-sale tags, parcels' contents) of orders that
 * came by webhook or in bulk, a few a run, the newest first. After a rush this catches up at the shop's own pace.
 */
export async function completeOrders(shop: Shop): Promise<void> {
  const orders = await shop.transact((tx) => incompleteOrders(tx, AT_A_TIME));
  let busy = false;
  for (const order of orders) {
    busy = (await complete(shop, order)) === "busy";
    if (busy) break;
  }
  if (orders.length < AT_A_TIME && !busy) return;
  await shop.transact((tx) =>
    enqueue(tx, "complete-orders", {}, { key: `complete-orders:${shop.id}`, delayMs: PAUSE_MS }),
  );
}

async function complete(shop: Shop, { id: orderId, backfilled }: Incomplete): Promise<"done" | "busy"> {
  try {
    const mirrored = await refreshOrder(shop, orderId, "sweep", { backfill: backfilled });
    if (!mirrored) await shop.transact((tx) => noteComplete(tx, orderId));
  } catch (error) {
    if (error instanceof TryAgain) return "busy";
    if (error instanceof NeedsMerchant || error instanceof NeverMind) throw error;
    // One order that cannot be mirrored must not keep the others waiting: it gets a job, and tries, of its own.
    log.error({ error, orderId }, "an order could not be completed");
    await shop.transact(async (tx) => {
      await noteComplete(tx, orderId);
      await askForOrder(tx, orderId);
    });
  }
  return "done";
}
