import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { entryOfReturn, intend, lockLedger } from "./ledger-store.server";
import { step } from "./states";
import * as store from "./store.server";

export type Refunding = {
  /** what staff confirmed, in minor units of the shopper's currency */
  amount: bigint;
  /** do the things go back on the shelf? */
  restock: boolean;
};

/**
 * Starts the refund of what has come back: the payout is promised in the order's ledger, and a task asks
 * Shopify to pay it. Asked twice, it is promised once; after a problem, the amount may be confirmed anew.
 * Refuses `returns.notFound`, `returns.notAllowedNow` before the parcel came, `returns.alreadyDecided` when
 * it was paid, `returns.refundTooLarge` (with what is `left`) above what the shopper paid.
 */
export const refundReturn = (
  shop: Shop,
  returnId: string,
  { amount, restock }: Refunding,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    const next = step(pending.state, "startRefund");
    if (!next.ok) return next;
    const ledger = await lockLedger(tx, pending.orderId);
    const promised = await entryOfReturn(tx, pending.id);
    if (promised?.state === "paid") return refuse("returns.alreadyDecided", { state: "refunded" });
    const underWay = promised?.state === "intended" && pending.problem === null;
    if (underWay) return ok(null);
    const held = promised?.state === "intended" ? promised.amount : 0n;
    const left = ledger ? ledger.paid - ledger.paidOut + held : 0n;
    if (amount < 0n || amount > left) return refuse("returns.refundTooLarge", { left: String(left) });
    if (ledger) await intend(tx, pending, amount, by.kind === "staff" ? by.name : by.kind);
    await store.save(tx, pending.id, { state: next.value, refundAmount: amount, problem: null });
    const again = promised ? newId(tx.now) : "";
    await record(tx, returnFact("return.refundStarted", pending, by, { restock }, again));
    return ok(null);
  });
