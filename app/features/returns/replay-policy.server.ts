import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { PolicyValue } from "./policy-schema";
import type { Replayed } from "./replay-lines";
import { countPast, type PastCursor, pastOrders, pastReturns } from "./replay-queries.server";
import { startReplay } from "./rules";

const DAY_MS = 86_400_000;
const RETURNS_SINCE_DAYS = 365;
const ORDERS_SINCE_DAYS = 90;
/** More than this nobody waits for. */
const MOST_RETURNS = 10_000;
const MOST_ORDERS = 5_000;
const PAGE = 500;

/** Who waits for it: told after each page how many records were read of how many; may end it. */
export type Watching = { onProgress?: (done: number, of: number) => void; signal?: AbortSignal };

/**
 * What this policy, saved or not, would have done with the last year's returns (the latest 10,000), and how many
 * of the last 90 days' orders (the latest 5,000) it leaves open today. Reads page by page, each in a transaction
 * of its own; writes nothing. Throws the signal's reason when it is ended.
 */
export async function replayPolicy(
  shop: Shop,
  value: PolicyValue,
  { onProgress, signal }: Watching = {},
): Promise<Replayed> {
  const started = performance.now();
  const { profile } = await shop.transact(shopFace);
  const running = startReplay({ ...value, timeZone: profile.timeZone, version: 0 });
  const { review } = value;
  const days = review.returnsAbove !== null || review.rateAbove !== null ? review.days : null;

  const since = new Date(shop.now().getTime() - RETURNS_SINCE_DAYS * DAY_MS);
  const lately = new Date(shop.now().getTime() - ORDERS_SINCE_DAYS * DAY_MS);
  const most = { returns: MOST_RETURNS, orders: MOST_ORDERS };
  const of = await shop.transact((tx) => countPast(tx, { returns: since, orders: lately }, most));
  let done = 0;
  const read = (count: number) => {
    signal?.throwIfAborted();
    done += count;
    onProgress?.(Math.min(done, of), of);
  };

  let partial = false;
  read(0);
  await eachPage(MOST_RETURNS, async (before) => {
    const { page, next } = await shop.transact((tx) => pastReturns(tx, since, before, PAGE, days));
    for (const past of page) running.add(past);
    partial = next !== null;
    read(page.length);
    return next;
  });
  await eachPage(MOST_ORDERS, async (before) => {
    const { page, next } = await shop.transact((tx) => pastOrders(tx, lately, before, PAGE));
    for (const past of page) running.addOrder(past);
    read(page.length);
    return next;
  });
  return { replay: running.result, partial, ms: Math.round(performance.now() - started) };
}

async function eachPage(most: number, read: (before: PastCursor) => Promise<PastCursor>): Promise<void> {
  let before: PastCursor = null;
  for (let count = 0; count < most; count += PAGE) {
    before = await read(before);
    if (before === null) return;
  }
}
