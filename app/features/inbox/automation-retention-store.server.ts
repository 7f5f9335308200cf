import type { ShopTx } from "~/platform/database/shop.server";

const oldest = (tx: ShopTx, before: Date, most: number) =>
  tx.db.automationRun.findMany({
    where: { shopId: tx.shopId, at: { lt: before } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });

/** The log of which rules fired, for what, and what they did. */
export const runRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = (await oldest(tx, before, most)).map(({ id }) => id);
    await tx.db.automationRun.deleteMany({ where: { shopId: tx.shopId, id: { in: ids } } });
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldest(tx, before, most)).length,
};
