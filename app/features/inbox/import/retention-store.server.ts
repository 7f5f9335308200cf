import type { ShopTx } from "~/platform/database/shop.server";
import { endImport } from "./end-store.server";
import { HOLDS_FILES } from "./progress";

const unfinished = async (tx: ShopTx, before: Date, most: number): Promise<string[]> => {
  const rows = await tx.db.conversationImport.findMany({
    where: { shopId: tx.shopId, createdAt: { lt: before }, state: { in: [...HOLDS_FILES] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** Imports that nobody finished are given up, their files with them. */
export const importRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = await unfinished(tx, before, most);
    for (const id of ids) await endImport(tx, id, "tooOld");
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await unfinished(tx, before, most)).length,
};
