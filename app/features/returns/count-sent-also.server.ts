import { orderDetail } from "~/features/orders/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { countGoods } from "./ledger-count-store.server";
import { shareOf } from "./owed";
import { type CameBack, readSentAlso, sentAlso, writeSentAlso } from "./sent-also";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

/**
 * Notes what staff have sent instead in Shopify's own admin, and counts its value in the order's ledger as paid
 * for with what came back: else the same things could be refunded a second time. Answers whether it paid for all
 * of it. Count refunds first. Hold the return. Said again, it changes nothing.
 */
export async function countSentAlso(tx: ShopTx, ours: KeptReturn, theirs: ShopifyReturn): Promise<boolean> {
  const sent = sentAlso(ours, theirs);
  if (sent.length === 0 && readSentAlso(ours.sentAlso).length === 0) return false;
  await store.save(tx, ours.id, { sentAlso: writeSentAlso(sent) });
  const value = sent.reduce((sum, one) => sum + one.value, 0n);
  if (value === 0n) return false;
  const came = await cameBack(tx, ours, theirs);
  await countGoods(tx, ours, value, came);
  return value >= came.reduce((sum, one) => sum + one.amount, 0n);
}

async function cameBack(tx: ShopTx, ours: KeptReturn, theirs: ShopifyReturn): Promise<CameBack[]> {
  const order = await orderDetail(tx, ours.orderId);
  return ours.lines.flatMap((mine) => {
    const of = order?.lines.find((line) => line.id === mine.orderLineId);
    const processed = theirs.lines.find((line) => line.id === mine.shopifyReturnLineId)?.processed ?? 0;
    if (!order || !of || processed === 0) return [];
    const full = of.total.amount + (order.taxesIncluded ? 0n : of.tax.amount);
    return [{ orderLineId: of.id, amount: shareOf(full, of.quantity, 0, processed) }];
  });
}
