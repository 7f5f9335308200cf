import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { fetchOrdersWithReturns } from "~/platform/shopify/returns-sweep.server";
import { followReturn } from "./follow-return.server";
import * as store from "./store.server";
import * as sweep from "./sweep-store.server";

/** How many returns are compared in one sweep, and how many pages of orders are looked through. */
const MOST = 25;
const MOST_PAGES = 4;

/**
 * Compares returns with Shopify's, whatever webhooks told: a change of a return does not move its order's time,
 * so the sweep of orders never sees it. Those that were not compared for longest come first; then orders with a
 * return under way are looked through for returns we do not know. Counts what it saw and what was new.
 */
export async function sweepReturns(shop: Shop): Promise<void> {
  const startedAt = shop.now();
  const due = await shop.transact((tx) => sweep.leastChecked(tx, MOST));
  let seen = 0;
  let recovered = 0;
  for (const { id, shopifyReturnId } of due) {
    const before = await shop.transact((tx) => store.load(tx, id));
    if (shopifyReturnId) await compare(shop, shopifyReturnId);
    await shop.transact((tx) => sweep.noteChecked(tx, id));
    const after = await shop.transact((tx) => store.load(tx, id));
    seen++;
    if (before?.state !== after?.state) recovered++;
  }
  for (let page = 0, after: string | null = null; page < MOST_PAGES; page++) {
    const found = await fetchOrdersWithReturns(shop.id, after);
    const unknown = await shop.transact((tx) => sweep.unknownAmong(tx, found.returns));
    seen += found.returns.length;
    for (const id of unknown) if (await compare(shop, id)) recovered++;
    if (!found.next) break;
    after = found.next;
  }
  await shop.transact((tx) => sweep.noteSweep(tx, { startedAt, seen, recovered }));
  if (recovered > 0) log.info({ seen, recovered }, "returns were recovered");
}

/** One return that cannot be read now must not keep the sweep from the others. Answers whether it was. */
async function compare(shop: Shop, shopifyReturnId: string): Promise<boolean> {
  try {
    await followReturn(shop, shopifyReturnId);
    return true;
  } catch (error) {
    if (error instanceof TryAgain || error instanceof NeverMind) return false;
    throw error;
  }
}
