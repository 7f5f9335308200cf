import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { labelOf } from "./label-store.server";
import { travelling } from "./marker";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

const waitsForGoods = (line: KeptReturn["lines"][number]) =>
  ["exchange", "exchangeAny", "replacement"].includes(line.outcome) && line.shopifyExchangeLineId === null;

/**
 * Notes which return at Shopify is ours, and which lines. A label that waited for this can now be attached.
 * Said again, it changes nothing.
 */
export async function linkReturn(tx: ShopTx, ours: KeptReturn, theirs: ShopifyReturn): Promise<void> {
  if (ours.shopifyReturnId === null) await store.save(tx, ours.id, { shopifyReturnId: theirs.id });
  const free = theirs.lines.filter(
    (line) => !ours.lines.some((mine) => mine.shopifyReturnLineId === line.id),
  );
  for (const mine of travelling(ours.lines).filter((line) => line.shopifyReturnLineId === null)) {
    const there = free.filter((line) => line.fulfilmentLineId === mine.fulfilmentLineId);
    // Of one parcel's line there may be several, for different reasons.
    const same = there.filter((line) => line.quantity === mine.quantity);
    const found = same.find((line) => line.reason === mine.reason) ?? same[0] ?? there[0];
    if (found) free.splice(free.indexOf(found), 1);
    if (found) await store.saveLine(tx, mine.id, { shopifyReturnLineId: found.id });
  }
  // Goods are told apart by what they are; of the same kind one is as good as the other.
  const goods = theirs.exchangeLines.filter(
    (line) => !ours.lines.some((mine) => mine.shopifyExchangeLineId === line.id),
  );
  for (const mine of ours.lines.filter(waitsForGoods)) {
    const at = goods.findIndex(
      (line) =>
        line.quantity === mine.quantity &&
        (mine.exchangeVariantId === null || line.variantId === mine.exchangeVariantId),
    );
    const [found] = at === -1 ? [] : goods.splice(at, 1);
    if (found) await store.saveLine(tx, mine.id, { shopifyExchangeLineId: found.id });
  }
  const label = await labelOf(tx, ours.id);
  if (label && !label.attachedAt && theirs.reverseOrders.length > 0)
    await enqueue(
      tx,
      "attach-return-label",
      { returnId: ours.id, orderId: ours.orderId },
      { key: `attach-return-label:${tx.shopId}:${ours.id}`, priority: PRIORITY.shopper },
    );
}
