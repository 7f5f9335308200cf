import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyRefund } from "~/platform/shopify/nouns";
import { type Actor, returnFact } from "./facts";
import { entryOfReturn, notePaid, paidForReturn } from "./ledger-store.server";
import { mayStep } from "./states";
import * as store from "./store.server";

/**
 * Notes in ledger and return that the money went back, and lets others know, once. `refund` is Shopify's, or
 * null when there was nothing to pay or it was counted already.
 */
export async function settleRefund(
  tx: ShopTx,
  returnId: string,
  refund: ShopifyRefund | null,
  by: Actor,
): Promise<void> {
  const ours = await store.lock(tx, returnId);
  if (!ours || !mayStep(ours.state, "refunded") || ours.refundedAt) return;
  const entry = await entryOfReturn(tx, returnId);
  if (entry?.state === "intended") await notePaid(tx, ours.orderId, entry, refund);
  const refundAmount = await paidForReturn(tx, returnId);
  const state = ours.state === "closed" ? "closed" : "refunded";
  await store.save(tx, returnId, { state, refundedAt: tx.now, refundAmount, problem: null });
  await record(tx, returnFact("return.refunded", ours, by));
}
