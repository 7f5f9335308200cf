import type { ShopTx } from "~/platform/database/shop.server";
import { forgetPieces, lockImport, saveImport } from "./import-store.server";
import { HOLDS_FILES, type ImportProblem } from "./progress";
import { forgetPlan } from "./take-store.server";

/** Ends an import that is under way: its files and its plan go, what was taken in so far stays. */
export async function endImport(tx: ShopTx, id: string, problem: ImportProblem): Promise<void> {
  const one = await lockImport(tx, id);
  if (!one || !HOLDS_FILES.includes(one.state)) return;
  await saveImport(tx, id, { state: "failed", problem, finishedAt: tx.now });
  while (await forgetPieces(tx, id));
  while (await forgetPlan(tx, id, 500));
}
