import type { Shop } from "~/platform/database/shop.server";
import { forgetCounts } from "~/platform/limits.server";
import { forgetCodes } from "./look-up-store.server";

const DAY_MS = 86_400_000;

/** Forgets codes and counts after a day. Look-ups themselves are kept as long as the shop decided. */
export const forgetOldCodes = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const before = new Date(tx.now.getTime() - DAY_MS);
    await forgetCodes(tx, before);
    await forgetCounts(tx, before);
  });
