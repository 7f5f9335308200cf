import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { askForOrder } from "./ask-for-order.server";
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
    busy = (await complete(shop, id)) === "busy";
    if (busy) break;
  }
  if (ids.length < AT_A_TIME && !busy) return;
  await shop.transact((tx) =>
    enqueue(tx, "complete-orders", {}, { key: `complete-orders:${shop.id}`, delayMs: PAUSE_MS }),
  );
}

async function complete(shop: Shop, orderId: string): Promise<"done" | "busy"> {
  try {
    const mirrored = await refreshOrder(shop, orderId, "sweep");
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
