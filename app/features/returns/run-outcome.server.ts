import { orderDetail } from "~/features/orders/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { factsById } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { customerHistory } from "./customer-history-queries.server";
import type { Actor } from "./facts";
import type { OutcomeRun } from "./inspection";
import { isDue, type Moment } from "./payout";
import { currentPolicy } from "./policy";
import { isTrusted } from "./review";
import { startPayout } from "./start-payout.server";
import { mayStep } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

/**
 * Runs what follows for the money of a return at a moment of its life, as the policy says: the payout is
 * promised and under way, or waits for an approval, or for a later moment. Refuses `returns.notFound`, and as
 * `startPayout` does.
 */
export const runOutcome = (
  shop: Shop,
  returnId: string,
  by: Actor,
  moment: Moment = "inspection",
): Promise<Result<OutcomeRun>> =>
  shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    return ours ? outcomeAt(tx, ours, by, moment) : refuse("returns.notFound");
  });

/** The facts from which money may follow by itself, and which moment each is. */
const MOMENT_OF: Readonly<Record<string, Moment>> = {
  "return.approved": "approval",
  "return.scanned": "scan",
  "return.received": "receipt",
  "return.inspected": "inspection",
};

/** Runs what follows from a fact, as the policy says; nobody's limit holds for it. Refusals end it: staff decide. */
export async function runOutcomeAfter(shop: Shop, returnId: string, factId: string | null): Promise<void> {
  const [fact] = await shop.transact((tx) => factsById(tx, factId ? [factId] : []));
  const moment = fact && MOMENT_OF[fact.kind];
  if (!moment) throw new NeverMind("No money follows from this");
  const run = await runOutcome(shop, returnId, { kind: "system" }, moment);
  if (!run.ok) throw new NeverMind(`Not paid by itself: ${run.refusal.code}`);
}

/** As `runOutcome`, in the caller's transaction and with the return held. */
export async function outcomeAt(
  tx: ShopTx,
  ours: KeptReturn,
  by: Actor,
  moment: Moment,
): Promise<Result<OutcomeRun>> {
  if (ours.refundedAt || !mayStep(ours.state, "refunded")) return ok({ kind: "nothing" });
  const policy = await currentPolicy(tx);
  // Where nothing comes back there is nothing to wait for.
  const latest = ours.lines.every((line) => line.outcome === "keep") ? "inspection" : moment;
  const order = await orderDetail(tx, ours.orderId);
  // Trust is for those with an account: anybody may order under another's address.
  const who = { customerId: order?.customerId ?? null, email: null };
  const customer = await customerHistory(tx, who, policy.review.days);
  if (!isDue(policy.refund, latest, isTrusted(policy, customer))) return ok({ kind: "waits" });
  return startPayout(tx, ours, by, { amount: null, restock: false, approved: false });
}
