import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, enqueueAll, PRIORITY } from "~/platform/queue/enqueue.server";

/** How many messages one job sends: enough to share its reading and writing, few enough to spread. */
const SENT_TOGETHER = 100;

export const sendSoon = (tx: ShopTx, ids: string[]): Promise<void> =>
  enqueueAll(
    tx,
    inParts(ids, SENT_TOGETHER).map((notificationIds) => ({
      task: "send-notification",
      payload: { notificationIds },
      priority: PRIORITY.shopper,
    })),
  );

/** One job for each moment until which something is held. */
export async function lookAgainLater(tx: ShopTx, moments: Date[]): Promise<void> {
  for (const at of new Set(moments.map(Number)))
    await enqueue(
      tx,
      "release-held",
      {},
      { key: `release-held:${tx.shopId}:${at}`, delayMs: Math.max(0, at - tx.now.getTime()) },
    );
}

const inParts = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
