import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { type KeptView, readKeptFilter } from "./saved-views";

const SCREEN = "returns";

/** Whose a view may be: everybody's, or this member of staff's. */
const visibleTo = (tx: ShopTx, staffId: string) => ({
  shopId: tx.shopId,
  screen: SCREEN,
  OR: [{ staffId: null }, { staffId }],
});

/** The saved views a member of staff sees, in the order in which they were made. */
export async function viewsOf(tx: ShopTx, staffId: string): Promise<KeptView[]> {
  const rows = await tx.db.savedView.findMany({
    where: visibleTo(tx, staffId),
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    filter: readKeptFilter(row.filter),
    mine: row.staffId !== null,
  }));
}

export async function insertView(
  tx: ShopTx,
  view: { staffId: string | null; name: string; filter: Record<string, string> },
): Promise<string> {
  const id = newId(tx.now);
  const position = await tx.db.savedView.count({ where: { shopId: tx.shopId, screen: SCREEN } });
  await tx.db.savedView.create({
    data: { ...view, shopId: tx.shopId, id, screen: SCREEN, position, createdAt: tx.now },
  });
  return id;
}

/** Renames a view this member of staff sees. Answers whether there was one. */
export async function renameView(tx: ShopTx, staffId: string, id: string, name: string): Promise<boolean> {
  const { count } = await tx.db.savedView.updateMany({
    where: { ...visibleTo(tx, staffId), id },
    data: { name },
  });
  return count > 0;
}

/** Deletes a view this member of staff sees. Answers whether there was one. */
export async function deleteView(tx: ShopTx, staffId: string, id: string): Promise<boolean> {
  const { count } = await tx.db.savedView.deleteMany({ where: { ...visibleTo(tx, staffId), id } });
  return count > 0;
}

/** Lets one writer at a time add a view, so that there are never too many. */
export async function lockViews(tx: ShopTx): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`views of ${tx.shopId}`}, 0))`;
}
