import type { RefundApproval } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

/** The payouts that wait for somebody who may decide on them. */

/** The approval, its row held until the transaction ends; null when the shop has no such one. */
export async function lockApproval(tx: ShopTx, id: string): Promise<RefundApproval | null> {
  await tx.db.$queryRaw`
    select 1 from refund_approval where "shopId" = ${tx.shopId} and id = ${id} for update`;
  return tx.db.refundApproval.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });
}

export const findApproval = (tx: ShopTx, id: string): Promise<RefundApproval | null> =>
  tx.db.refundApproval.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });

/** The one that waits for a return, if any. */
export const waitingFor = (tx: ShopTx, returnId: string): Promise<RefundApproval | null> =>
  tx.db.refundApproval.findFirst({ where: { shopId: tx.shopId, returnId, state: "waiting" } });

/** The latest approval asked for a return, whatever became of it. */
export const latestApproval = (tx: ShopTx, returnId: string): Promise<RefundApproval | null> =>
  tx.db.refundApproval.findFirst({ where: { shopId: tx.shopId, returnId }, orderBy: { id: "desc" } });

/** All that wait in the shop, those who wait longest first. */
export const waitingApprovals = (tx: ShopTx, most: number): Promise<RefundApproval[]> =>
  tx.db.refundApproval.findMany({
    where: { shopId: tx.shopId, state: "waiting" },
    orderBy: { askedAt: "asc" },
    take: most,
  });

/** Takes back what waits for a return that ended otherwise. */
export async function withdrawApprovals(tx: ShopTx, returnId: string): Promise<void> {
  await tx.db.refundApproval.updateMany({
    where: { shopId: tx.shopId, returnId, state: "waiting" },
    data: { state: "withdrawn", decidedAt: tx.now },
  });
}

export async function insertApproval(
  tx: ShopTx,
  asked: Pick<RefundApproval, "returnId" | "amount" | "restock" | "askedBy" | "askedName">,
): Promise<string> {
  const id = newId(tx.now);
  await tx.db.refundApproval.create({ data: { ...asked, shopId: tx.shopId, id, askedAt: tx.now } });
  return id;
}

export async function closeApproval(
  tx: ShopTx,
  id: string,
  state: "granted" | "refused" | "withdrawn",
  decidedBy: string | null,
): Promise<void> {
  await tx.db.refundApproval.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { state, decidedBy, decidedAt: tx.now },
  });
}
