import type { Shop } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";

const WINDOW_MS = 10 * 60_000;
/** Quotes in ten minutes for one visitor, and for one order: one every two seconds, longer than anybody chooses. */
export const MOST_QUOTES = 300;

/**
 * May what was chosen so far be quoted once more? Each time that is asked counts. Beyond the limit the pages go
 * on without it: what comes back is still said on the last one, before anything is sent.
 */
export const mayQuote = (shop: Shop, visitor: string, orderId: string): Promise<boolean> =>
  shop.transact(async (tx) => {
    const subjects = [`quotes by ${visitor}`, `quotes of ${orderId}`];
    const counted = await countWithin(tx, { subjects, most: MOST_QUOTES, windowMs: WINDOW_MS });
    return counted.within;
  });
