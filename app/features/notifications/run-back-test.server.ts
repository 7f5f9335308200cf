import type { Shop } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { NeverMind } from "~/platform/queue/failures";
import { backTestInSteps } from "./delay/back-test";
import { beginBackTest, endBackTest, loadBackTest, noteProgress } from "./delay-back-test-store.server";
import { inSlices } from "./in-slices.server";
import { readHistory } from "./read-history.server";

/** It learns several times over: of a bigger shop the newest parcels are enough to judge by. */
const MOST_PARCELS = 20_000;
const MOST_WALKED = 1_500;
const SAY_EVERY_MS = 2_000;
/** One that has said nothing for so long has been lost with its worker. */
const STUCK_AFTER_MS = 30 * 60_000;

/** Has the past told again, as the model would have told it. Asked while one runs, nothing changes. */
export const askForBackTest = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const now = await loadBackTest(tx);
    const running = now?.state === "running" && tx.now.getTime() - now.askedAt.getTime() < STUCK_AFTER_MS;
    if (running) return;
    await beginBackTest(tx);
    await enqueue(tx, "run-back-test", {}, { key: `run-back-test:${shop.id}`, priority: PRIORITY.sweep });
  });

/** Runs the back test that was asked for, and says how far it is. Killed, it begins anew. */
export async function runBackTest(shop: Shop): Promise<void> {
  if ((await shop.transact(loadBackTest))?.state !== "running")
    throw new NeverMind("No back test was asked for");
  const { rows } = await readHistory(shop, MOST_PARCELS);
  let saidAt = 0;
  const result = await inSlices(backTestInSteps(rows, { most: MOST_WALKED }), async (done) => {
    if (Date.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = Date.now();
    await shop.transact((tx) => noteProgress(tx, done));
  });
  await shop.transact((tx) => endBackTest(tx, result));
}

export const failBackTest = (shop: Shop): Promise<void> => shop.transact((tx) => endBackTest(tx, null));
