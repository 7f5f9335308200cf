import type { ShopTx } from "~/platform/database/shop.server";
import { type KeptReturn, kept, save } from "./store.server";

/** Which returns at Shopify are ours, and which were given up for others. */

export async function idByShopifyId(tx: ShopTx, shopifyReturnId: string): Promise<string | null> {
  const where = { shopId_shopifyReturnId: { shopId: tx.shopId, shopifyReturnId } };
  return (await tx.db.return.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** The return of this order with this number, or null. */
export async function idByRma(tx: ShopTx, orderId: string, rma: string): Promise<string | null> {
  const where = { shopId_rma: { shopId: tx.shopId, rma } };
  const row = await tx.db.return.findUnique({ where, select: { id: true, orderId: true } });
  return row?.orderId === orderId ? row.id : null;
}

/** Gives up the return at Shopify that was ours: another will be made, which gets the label too. */
export async function noteReplaced(tx: ShopTx, id: string, shopifyReturnId: string): Promise<void> {
  await save(tx, id, { shopifyReturnId: null, replacedIds: { push: shopifyReturnId } });
  await tx.db.returnLine.updateMany({
    where: { shopId: tx.shopId, returnId: id },
    data: { shopifyReturnLineId: null, shopifyExchangeLineId: null },
  });
  await tx.db.returnLabel.updateMany({
    where: { shopId: tx.shopId, returnId: id },
    data: { attachedAt: null, shopifyReverseDeliveryId: null },
  });
}

/** Was this return at Shopify given up for another one of the order? */
export async function isReplaced(tx: ShopTx, orderId: string, shopifyReturnId: string): Promise<boolean> {
  const where = { shopId: tx.shopId, orderId, replacedIds: { has: shopifyReturnId } };
  return (await tx.db.return.count({ where })) > 0;
}

/** Returns of the order that Shopify has not been told of, or whose answer was lost. */
export async function unlinkedOfOrder(tx: ShopTx, orderId: string): Promise<KeptReturn[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId, shopifyReturnId: null },
    include: { lines: true },
    orderBy: { requestedAt: "asc" },
  });
  return rows.map(kept);
}

/** The numbers Shopify gave to this order's returns, as far as we know them. */
export async function linkedIds(tx: ShopTx, orderId: string): Promise<string[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId, shopifyReturnId: { not: null } },
    select: { shopifyReturnId: true },
  });
  return rows.flatMap((row) => row.shopifyReturnId ?? []);
}
