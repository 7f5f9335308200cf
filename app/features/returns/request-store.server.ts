import type { ShopTx } from "~/platform/database/shop.server";

/** Returns that were asked for together, each with the order it is of. */
export async function askedTogether(
  tx: ShopTx,
  groupId: string,
): Promise<{ id: string; rma: string; orderId: string; orderName: string }[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, groupId },
    select: { id: true, rma: true, orderId: true, order: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ order, ...row }) => ({ ...row, orderName: order.name }));
}
