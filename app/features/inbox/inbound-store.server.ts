import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";

export type KeptMail = { id: string; sender: string; recipient: string; raw: Uint8Array; state: string };

/** A mail as it came; null when this shop has no such one. */
export const loadMail = (tx: ShopTx, id: string): Promise<KeptMail | null> =>
  tx.db.inboundMail.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { id: true, sender: true, recipient: true, raw: true, state: true },
  });

/** Takes a kept mail to file it: answers false when another process has already done so. */
export async function takeMail(tx: ShopTx, id: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<unknown[]>`
    select 1 from inbound_mail where "shopId" = ${tx.shopId} and id = ${id} and state = 'received' for no key update`;
  return rows.length > 0;
}

/** Filed; dropped (a copy, or our own); or parked for staff to see. Staff read the reason. */
export async function noteMail(
  tx: ShopTx,
  id: string,
  state: "done" | "dropped" | "parked",
  reason: string | null = null,
): Promise<void> {
  await tx.db.inboundMail.updateMany({ where: { shopId: tx.shopId, id }, data: { state, reason } });
}

/** Gives a parked mail another chance; answers whether there was such a one. */
export async function unparkMail(tx: ShopTx, id: string): Promise<boolean> {
  const { count } = await tx.db.inboundMail.updateMany({
    where: { shopId: tx.shopId, id, state: "parked" },
    data: { state: "received", reason: null },
  });
  if (count > 0) await enqueue(tx, "read-mail", { inboundMailId: id }, { priority: PRIORITY.shopper });
  return count > 0;
}
