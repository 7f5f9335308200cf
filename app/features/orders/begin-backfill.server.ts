import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { BACKFILL_TASK } from "./backfill-orders.server";
import * as store from "./backfill-store.server";

/** How many days of orders a new shop starts with. */
export const FIRST_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * Has the orders of the last `days` days read, in the caller's transaction. One that reads at least as far
 * back and has not ended yet goes on as it is.
 */
export async function beginBackfill(tx: ShopTx, days = FIRST_DAYS): Promise<void> {
  const since = new Date(tx.now.getTime() - days * DAY_MS);
  const under = await store.load(tx);
  const reachesIt = under && under.state !== "done" && under.since.getTime() <= since.getTime() + DAY_MS;
  if (!reachesIt) await store.begin(tx, since);
  await enqueue(tx, BACKFILL_TASK, {}, { key: `${BACKFILL_TASK}:${tx.shopId}`, priority: PRIORITY.sweep });
}
