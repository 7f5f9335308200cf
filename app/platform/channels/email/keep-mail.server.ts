import { createHash } from "node:crypto";
import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";

export type ArrivedMail = {
  /** from the envelope; empty for notices (RFC 5321 §4.5.5) */
  sender: string;
  recipient: string;
  raw: Buffer;
};

/**
 * Keeps a mail as it came, with the job that reads it, in the caller's transaction. The id is a digest of
 * recipient and bytes: a copy delivered again changes nothing. Answers whether it was new.
 */
export async function keepMail(tx: ShopTx, { sender, recipient, raw }: ArrivedMail): Promise<boolean> {
  const to = recipient.toLowerCase();
  const inboundMailId = createHash("sha256").update(`${to}\0`).update(raw).digest("base64url");
  const kept = await tx.db.$executeRaw`
    insert into inbound_mail ("shopId", id, sender, recipient, raw, "receivedAt")
    values (${tx.shopId}, ${inboundMailId}, ${sender.slice(0, 320)}, ${to}, ${raw}, ${tx.now})
    on conflict ("shopId", id) do nothing`;
  if (kept > 0) await enqueue(tx, "read-mail", { inboundMailId }, { priority: PRIORITY.shopper });
  return kept > 0;
}
