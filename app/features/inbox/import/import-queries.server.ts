import type { ShopTx } from "~/platform/database/shop.server";
import { fileCounts } from "./file-store.server";
import { loadImport } from "./import-store.server";
import { type ImportView, viewOf } from "./views";

/** An import as its own page shows it; null when the shop has no such one. */
export async function importView(tx: ShopTx, id: string): Promise<ImportView | null> {
  const one = await loadImport(tx, id);
  return one && viewOf(one, await fileCounts(tx, id));
}
