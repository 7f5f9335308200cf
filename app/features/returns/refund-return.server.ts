import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import type { Actor } from "./facts";
import { startPayout } from "./start-payout.server";
import { mayStep, step } from "./states";
import * as store from "./store.server";

export type Refunding = {
  /** what staff confirmed, in minor units of the shopper's currency */
  amount: bigint;
  /** do the things go back on the shelf, where the inspection did not say? */
  restock: boolean;
};

/**
 * Starts the refund of what has come back by hand: the payout is promised in the order's ledger, and a task asks
 * Shopify to pay it. Asked twice, it is promised once; after a problem, the amount may be confirmed anew.
 * Refuses `returns.notFound`, `returns.notAllowedNow` before the parcel came, `returns.alreadyDecided` when
 * it was paid, `returns.refundTooLarge` (with what is `left`) above what the shopper paid, and
 * `returns.needsApproval` (with `approvalId`) above what this person may pay out alone: then it is asked for.
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
    const staysThere = pending.lines.every((line) => line.outcome === "keep");
    const next = staysThere && mayStep(pending.state, "refunded") ? null : step(pending.state, "startRefund");
    if (next && !next.ok) return next;
    if (amount < 0n) return refuse("returns.refundTooLarge", { left: "0" });
    const run = await startPayout(tx, pending, by, { amount, restock, approved: false });
    if (!run.ok) return run;
    if (run.value.kind === "needsApproval")
      return refuse("returns.needsApproval", { approvalId: run.value.approvalId });
    return ok(null);
  });
