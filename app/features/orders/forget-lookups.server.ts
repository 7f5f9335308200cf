import type { Shop } from "~/platform/database/shop.server";
import { forgetCounts } from "~/platform/limits.server";
import { forgetLookups } from "./look-up-store.server";

const DAY_MS = 86_400_000;
const KEEP_LOOKUPS_DAYS = 90;

/** Forgets look-ups after 90 days, and codes and counts after a day. */
export const forgetOldLookups = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const daysAgo = (days: number) => new Date(tx.now.getTime() - days * DAY_MS);
    await forgetLookups(tx, daysAgo(KEEP_LOOKUPS_DAYS), daysAgo(1));
    await forgetCounts(tx, daysAgo(1));
  });
