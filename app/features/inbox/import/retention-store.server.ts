import type { ShopTx } from "~/platform/database/shop.server";
import { forgetPieces, lockImport, saveImport } from "./import-store.server";
import { HOLDS_FILES } from "./progress";
import { forgetPlan } from "./take-store.server";

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

/** Ends an import that is under way: its files and its plan go, what was taken in so far stays. */
export async function endImport(tx: ShopTx, id: string, problem: "tooOld" | "erased"): Promise<void> {
  await lockImport(tx, id);
  await saveImport(tx, id, { state: "failed", problem, finishedAt: tx.now });
  while (await forgetPieces(tx, id));
  while (await forgetPlan(tx, id, 500));
}
