import type { ShopTx } from "~/platform/database/shop.server";

/** What returns want to know of their order's rows. */

/** Which lines of the order the fulfilment lines are of; those we do not know are left out. */
export async function orderLinesOf(tx: ShopTx, fulfilmentLineIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.db.fulfilmentLine.findMany({
    where: { shopId: tx.shopId, id: { in: fulfilmentLineIds } },
    select: { id: true, orderLineId: true },
  });
  return new Map(rows.map((row) => [row.id, row.orderLineId]));
}

/** Which of these order lines can go back on the shelf: Shopify keeps stock of variants only. */
export async function shelvableLines(
  tx: ShopTx,
  lines: readonly { orderLineId: string }[],
): Promise<Set<string>> {
  const rows = await tx.db.orderLine.findMany({
    where: { shopId: tx.shopId, id: { in: lines.map((line) => line.orderLineId) }, variantId: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

/** Who bought the order, by Shopify's number; null: nobody with an account. */
export async function customerOf(tx: ShopTx, orderId: string): Promise<string | null> {
  const where = { shopId_id: { shopId: tx.shopId, id: orderId } };
  return (await tx.db.order.findUnique({ where, select: { customerId: true } }))?.customerId ?? null;
}
