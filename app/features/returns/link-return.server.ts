import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { travelling } from "./marker";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

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
    const at = free.findIndex((line) => line.fulfilmentLineId === mine.fulfilmentLineId);
    const [found] = at === -1 ? [] : free.splice(at, 1);
    if (found) await store.saveLine(tx, mine.id, { shopifyReturnLineId: found.id });
  }
  const label = await store.labelOf(tx, ours.id);
  if (label && !label.attachedAt && theirs.reverseOrders.length > 0)
    await enqueue(
      tx,
      "attach-return-label",
      { returnId: ours.id, orderId: ours.orderId },
      { key: `attach-return-label:${tx.shopId}:${ours.id}`, priority: PRIORITY.shopper },
    );
}
