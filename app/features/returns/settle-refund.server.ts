import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { type Actor, returnFact } from "./facts";
import { paidForReturn, promisesOf } from "./ledger-store.server";
import { mayStep } from "./states";
import * as store from "./store.server";

/**
 * Notes on the return that all that was promised for it went out, and lets others know, once. While something
 * promised is still to be paid it changes nothing.
 */
export async function settleReturn(tx: ShopTx, returnId: string, by: Actor): Promise<void> {
  const ours = await store.lock(tx, returnId);
  if (!ours || !mayStep(ours.state, "refunded") || ours.refundedAt) return;
  const promises = await promisesOf(tx, returnId);
  if (promises.some((entry) => entry.state === "intended")) return;
  const refundAmount = await paidForReturn(tx, returnId);
  const state = ours.state === "closed" ? "closed" : "refunded";
  await store.save(tx, returnId, { state, refundedAt: tx.now, refundAmount, problem: null });
  // Nobody is told of a refund of nothing: an exchange has news of its own.
  await record(tx, returnFact(refundAmount > 0n ? "return.refunded" : "return.settled", ours, by));
}
