import type { ShopTx } from "~/platform/database/shop.server";

const oldest = (tx: ShopTx, before: Date, most: number): Promise<{ id: string }[]> =>
  tx.db.$queryRaw<{ id: string }[]>`
    select id from notification where "shopId" = ${tx.shopId} and "createdAt" < ${before} and recipient <> ''
      and state not in ('queued', 'held')
    order by "createdAt" limit ${most}`;

/** Addresses in the outbox that are older than is kept. What was sent, when, and how it ended stays. */
export const addressRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = (await oldest(tx, before, most)).map(({ id }) => id);
    await tx.db.$executeRaw`
      update notification set recipient = '' where "shopId" = ${tx.shopId} and id = any(${ids})`;
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldest(tx, before, most)).length,
};
