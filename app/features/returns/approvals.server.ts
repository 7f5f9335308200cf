import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { closeApproval, findApproval, lockApproval } from "./approvals-store.server";
import { type Actor, returnFact } from "./facts";
import type { OutcomeRun } from "./inspection";
import { limitFor, startPayout } from "./start-payout.server";
import { mayStep } from "./states";
import * as store from "./store.server";

/**
 * Puts the payout of a return before somebody who may decide on it, whatever its amount. Answers the approval's
 * id. Refuses `returns.notFound`, `returns.notAllowedNow` when there is nothing to pay, and as `startPayout`.
 */
export const askApproval = (
  shop: Shop,
  returnId: string,
  { amount, restock }: { amount: bigint; restock: boolean },
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<{ approvalId: string }>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    if (pending.refundedAt || !mayStep(pending.state, "refunded"))
      return refuse("returns.notAllowedNow", { state: pending.state });
    const run = await startPayout(tx, pending, by, { amount, restock, approved: false, ask: true });
    if (!run.ok) return run;
    return run.value.kind === "needsApproval"
      ? ok({ approvalId: run.value.approvalId })
      : refuse("returns.alreadyDecided", { state: pending.state });
  });

/**
 * Grants or refuses a payout that somebody asked for. Granting starts it. Who decides must be the account's
 * owner or have a limit of their own that reaches; nobody grants what they asked for themselves. Refuses
 * `returns.notFound`, `returns.alreadyDecided`, `staff.forbidden`, and as `startPayout` does.
 */
export const decideApproval = (
  shop: Shop,
  approvalId: string,
  decision: "grant" | "refuse",
  by: Actor,
): Promise<Result<OutcomeRun>> =>
  shop.transact(async (tx) => {
    const asked = await findApproval(tx, approvalId);
    // The return first, as everybody who pays out does: nobody waits in a circle.
    const ours = asked && (await store.lock(tx, asked.returnId));
    const approval = ours && (await lockApproval(tx, approvalId));
    if (!approval || !ours) return refuse("returns.notFound");
    if (approval.state !== "waiting") return refuse("returns.alreadyDecided", { state: approval.state });
    if (by.kind !== "staff") return refuse("staff.forbidden");
    const { settings } = await shopFace(tx);
    const own = settings.staff.limits.people.some((one) => one.staffId === by.id);
    const limit = await limitFor(tx, ours.orderId, by);
    const mayDecide = by.owner === true || (own && approval.askedBy !== by.id);
    if (!mayDecide || (decision === "grant" && limit !== null && approval.amount > limit))
      return refuse("staff.forbidden");
    if (decision === "refuse") {
      await closeApproval(tx, approvalId, "refused", by.id);
      await record(tx, returnFact("return.approvalRefused", ours, by, { approvalId }, approvalId));
      return ok({ kind: "nothing" });
    }
    if (ours.refundedAt || !mayStep(ours.state, "refunded")) {
      await closeApproval(tx, approvalId, "withdrawn", by.id);
      return refuse("returns.alreadyDecided", { state: ours.state });
    }
    const { amount, restock } = approval;
    const run = await startPayout(tx, ours, by, { amount, restock, approved: true });
    if (!run.ok) return run;
    await closeApproval(tx, approvalId, "granted", by.id);
    await record(tx, returnFact("return.approvalGranted", ours, by, { approvalId }, newId(tx.now)));
    return run;
  });
