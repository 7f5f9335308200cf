import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

type Stray = { kind: string; title: string; sku?: string | null; quantity: number; note?: string | null };

/** Writes what nobody asked to return, instead of what was noted before. */
export async function keepStrays(
  tx: ShopTx,
  returnId: string,
  strays: readonly Stray[],
  actorName: string | null,
): Promise<void> {
  await tx.db.strayItem.deleteMany({ where: { shopId: tx.shopId, returnId } });
  await tx.db.strayItem.createMany({
    data: strays.map(({ kind, title, sku, quantity, note }) => ({
      ...{ shopId: tx.shopId, id: newId(tx.now), returnId, at: tx.now, actorName },
      ...{ kind, title, quantity, sku: sku ?? null, note: note ?? null },
    })),
  });
}
