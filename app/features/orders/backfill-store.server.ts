import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";

export type Backfill = Prisma.BackfillGetPayload<object>;

const key = (tx: ShopTx) => ({ shopId_id: { shopId: tx.shopId, id: "orders" } });

export const load = (tx: ShopTx): Promise<Backfill | null> => tx.db.backfill.findUnique({ where: key(tx) });

/** Begins anew, from `since` on: what is read already is not written again. */
export async function begin(tx: ShopTx, since: Date): Promise<void> {
  const anew = {
    since,
    state: "starting",
    way: "bulk",
    bulkId: null,
    cursor: null,
    total: null,
    taken: 0,
    startedAt: tx.now,
    finishedAt: null,
  };
  await tx.db.backfill.upsert({ where: key(tx), create: { shopId: tx.shopId, ...anew }, update: anew });
}

export async function save(tx: ShopTx, changed: Prisma.BackfillUpdateInput): Promise<void> {
  await tx.db.backfill.update({ where: key(tx), data: changed });
}
