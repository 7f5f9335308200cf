import type { Shop, ShopTx } from "~/platform/database/shop.server";
import type { ShopifyRefund } from "~/platform/shopify/nouns";
import { fetchOrderMoney, type OrderMoney } from "~/platform/shopify/return-money.server";
import { actionIn } from "./actions/mark";
import { countRefunds, KEPT_NOTE, RETURNED_NOTE } from "./ledger-count-store.server";
import { idByRma, idByShopifyId } from "./link-store.server";
import { rmaIn } from "./marker";

/**
 * Counts every refund of an order in its ledger: also those that staff made in Shopify's own admin. Answers the
 * order's money as Shopify has it now; null when the shop has no such order.
 */
export async function countOrderRefunds(shop: Shop, orderId: string): Promise<OrderMoney | null> {
  const money = await fetchOrderMoney(shop.id, orderId);
  if (money)
    await shop.transact(async (tx) => {
      const counted = [];
      for (const refund of money.refunds)
        counted.push({
          ...refund,
          ofReturn: await returnOf(tx, orderId, refund, refund.returnId),
          ofAction: actionIn(refund.note ?? ""),
        });
      await countRefunds(tx, orderId, counted);
    });
  return money;
}

/** Which of our returns a refund is of: by its return at Shopify, or by the number in the note we gave it. */
async function returnOf(
  tx: ShopTx,
  orderId: string,
  refund: ShopifyRefund,
  shopifyReturnId: string | null,
): Promise<string | null> {
  if (shopifyReturnId) return idByShopifyId(tx, shopifyReturnId);
  const isOurs = refund.note?.endsWith(KEPT_NOTE) || refund.note?.endsWith(RETURNED_NOTE);
  const rma = isOurs ? rmaIn(refund.note ?? "") : null;
  return rma ? idByRma(tx, orderId, rma) : null;
}
