import type { ShopTx } from "~/platform/database/shop.server";
import { emptyActions } from "./action-store.server";

/** What is at work at Shopify keeps what it needs until it is over (index order_action_worded). */
const oldest = (tx: ShopTx, before: Date, most: number): Promise<{ id: string }[]> =>
  tx.db.$queryRaw<{ id: string }[]>`
    select id from order_action
    where "shopId" = ${tx.shopId} and "askedAt" < ${before} and state <> 'pending'
      and (asked <> '{}' or made <> '{}' or reason is not null)
    order by "askedAt", id limit ${most}`;

/**
 * What actions on orders still say in words: what was asked for, why it was refused, what came of it. What, when, by
 * whom and how much stays, as the ledger does. What nobody approved for so long is over.
 */
export const actionRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = (await oldest(tx, before, most)).map(({ id }) => id);
    await emptyActions(tx, { id: { in: ids } });
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldest(tx, before, most)).length,
};
