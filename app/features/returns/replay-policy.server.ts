import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { PolicyValue } from "./policy-schema";
import type { Replay } from "./replay";
import { type PastCursor, pastOrders, pastReturns } from "./replay-queries.server";
import { startReplay } from "./rules";

const DAY_MS = 86_400_000;
const RETURNS_SINCE_DAYS = 365;
const ORDERS_SINCE_DAYS = 90;
/** More than this nobody waits for. */
const MOST_RETURNS = 10_000;
const MOST_ORDERS = 5_000;
const PAGE = 500;

export type Replayed = { replay: Replay; partial: boolean; ms: number };

/**
 * What this policy, saved or not, would have done with the last year's returns (the latest 10,000), and how many
 * of the last 90 days' orders (the latest 5,000) it leaves open today. Reads page by page, each in a transaction
 * of its own; writes nothing.
 */
export async function replayPolicy(shop: Shop, value: PolicyValue): Promise<Replayed> {
  const started = performance.now();
  const { profile } = await shop.transact(shopFace);
  const running = startReplay({ ...value, timeZone: profile.timeZone, version: 0 });
  const { review } = value;
  const days = review.returnsAbove !== null || review.rateAbove !== null ? review.days : null;

  let partial = false;
  const since = new Date(shop.now().getTime() - RETURNS_SINCE_DAYS * DAY_MS);
  await eachPage(MOST_RETURNS, async (before) => {
    const { page, next } = await shop.transact((tx) => pastReturns(tx, since, before, PAGE, days));
    for (const past of page) running.add(past);
    partial = next !== null;
    return next;
  });
  const lately = new Date(shop.now().getTime() - ORDERS_SINCE_DAYS * DAY_MS);
  await eachPage(MOST_ORDERS, async (before) => {
    const { page, next } = await shop.transact((tx) => pastOrders(tx, lately, before, PAGE));
    for (const past of page) running.addOrder(past);
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
