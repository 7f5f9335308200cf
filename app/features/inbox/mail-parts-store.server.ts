import type { ShopTx } from "~/platform/database/shop.server";

/** The raw mail a message came as; null when it came otherwise, or this shop has no such message. */
export async function rawMailOf(tx: ShopTx, messageId: string): Promise<Uint8Array | null> {
  const row = await tx.db.message.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: messageId } },
    select: { inboundMail: { select: { raw: true } } },
  });
  return row?.inboundMail?.raw ?? null;
}
