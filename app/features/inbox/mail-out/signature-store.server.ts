import type { ShopTx } from "~/platform/database/shop.server";

/** What a person's answers end with; empty: nothing. */
export async function signatureOf(tx: ShopTx, staffId: string): Promise<string> {
  const row = await tx.db.staffSignature.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: staffId } },
    select: { text: true },
  });
  return row?.text ?? "";
}

/** Keeps a person's signature; an empty one is none. */
export async function saveSignature(tx: ShopTx, staffId: string, text: string): Promise<void> {
  const key = { shopId: tx.shopId, id: staffId };
  if (text === "") await tx.db.staffSignature.deleteMany({ where: key });
  else
    await tx.db.staffSignature.upsert({
      where: { shopId_id: key },
      create: { ...key, text, updatedAt: tx.now },
      update: { text, updatedAt: tx.now },
    });
}
