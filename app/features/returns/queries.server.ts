import type { ShopTx } from "~/platform/database/shop.server";
import type { Money } from "~/values/money";

/** What mails say of a return. */
export type ReturnForMail = {
  rma: string;
  lines: { orderLineId: string; quantity: number }[];
  /** what was paid back, in the shopper's currency */
  refund: Money | null;
  declineReason: string | null;
  declineNote: string | null;
  labels: { filename: string; contentType: string; content: Uint8Array }[];
};

/** The return with its labels' bytes, ready to be written about; null when this shop has no such return. */
export async function returnForMail(tx: ShopTx, returnId: string): Promise<ReturnForMail | null> {
  const row = await tx.db.return.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: returnId } },
    include: {
      lines: { select: { orderLineId: true, quantity: true } },
      label: { include: { a4: true, letter: true, thermal: true } },
    },
  });
  if (!row) return null;
  const files = row.label ? [row.label.a4, row.label.letter, row.label.thermal] : [];
  return {
    rma: row.rma,
    lines: row.lines,
    refund: row.refundAmount === null ? null : { amount: row.refundAmount, currency: row.currency },
    declineReason: row.declineReason,
    declineNote: row.declineNote,
    labels: files.map((file) => ({
      filename: file.name,
      contentType: file.contentType,
      content: file.bytes,
    })),
  };
}
