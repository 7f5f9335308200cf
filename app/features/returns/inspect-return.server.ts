import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { dayIn } from "~/values/calendar";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import type { Inspection, OutcomeRun } from "./inspection";
import { promisesOf } from "./ledger-store.server";
import { currentPolicy } from "./policy";
import { addWorkdays, endOfDay } from "./refund-by";
import { outcomeAt } from "./run-outcome.server";
import { step } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { keepStrays } from "./stray-store.server";

/**
 * Notes what somebody found in a return's parcel: what was accepted, what was not and why, where things go, and
 * what nobody asked to return. Then the outcome runs for what was accepted, as the policy says. It may be
 * corrected until the payout starts; after an early payout, only where things go still follows from it. Refuses
 * `returns.notFound`, `returns.notAllowedNow`, `returns.alreadyDecided`, `returns.lineUnknown`,
 * `returns.quantityTooLarge`, `returns.nothingChosen`, and `input.invalid` (rule `rejectReason`) where
 * something was not accepted without a word.
 */
export const inspectReturn = (
  shop: Shop,
  returnId: string,
  found: Inspection,
  by: Actor,
): Promise<Result<OutcomeRun>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    const next = step(pending.state, "receive");
    if (!next.ok) return next;
    const promises = await promisesOf(tx, pending.id);
    if (!pending.refundedAt && promises.some((one) => one.state === "intended" && one.kind !== "exchange"))
      return refuse("returns.alreadyDecided", { state: "refund" });
    const problem = problemOf(pending, found);
    if (problem) return problem;
    await keep(tx, pending, found, by);
    await store.save(tx, pending.id, {
      state: pending.refundedAt ? pending.state : next.value,
      receivedAt: pending.receivedAt ?? tx.now,
      inspectedAt: tx.now,
      ...(pending.receivedAt ? {} : await promisedFrom(tx)),
    });
    await record(tx, returnFact("return.received", pending, by));
    await record(tx, returnFact("return.inspected", pending, by, countsOf(found), newId(tx.now)));
    const latest = await store.load(tx, pending.id);
    return latest ? outcomeAt(tx, latest, by, "inspection") : ok({ kind: "nothing" });
  });

/** The refund is due so many working days after the parcel came. */
export async function promisedFrom(tx: ShopTx): Promise<{ refundBy: Date }> {
  const policy = await currentPolicy(tx);
  const day = addWorkdays(dayIn(tx.now, policy.timeZone), policy.refund.withinDays);
  return { refundBy: endOfDay(day, policy.timeZone) };
}

function problemOf(pending: KeptReturn, found: Inspection) {
  const known = new Map(pending.lines.map((line) => [line.id, line]));
  for (const one of found.lines) {
    const line = known.get(one.lineId);
    if (!line) return refuse("returns.lineUnknown");
    const counts = [one.received, one.accepted, one.rejected];
    if (counts.some((count) => !Number.isSafeInteger(count) || count < 0))
      return refuse("input.invalid", { rule: "quantity" });
    if (one.received > line.quantity) return refuse("returns.quantityTooLarge", { most: line.quantity });
    if (one.accepted + one.rejected > one.received)
      return refuse("returns.quantityTooLarge", { most: one.received });
    if (one.rejected > 0 && !one.rejectReason?.trim())
      return refuse("input.invalid", { rule: "rejectReason" });
  }
  const isEmpty = found.lines.every((one) => one.received === 0 && one.disposition !== "missing");
  return isEmpty && found.strays.length === 0 ? refuse("returns.nothingChosen") : null;
}

async function keep(tx: ShopTx, pending: KeptReturn, found: Inspection, by: Actor): Promise<void> {
  for (const { lineId, received, accepted, rejected, rejectReason, disposition, locationId } of found.lines)
    await store.saveLine(tx, lineId, {
      receivedQuantity: received,
      acceptedQuantity: accepted,
      rejectedQuantity: rejected,
      rejectReason: rejected > 0 ? (rejectReason?.trim() ?? null) : null,
      disposition,
      locationId: disposition === "restock" ? (locationId ?? null) : null,
    });
  await keepStrays(tx, pending.id, found.strays, by.kind === "staff" ? by.name : null);
}

const countsOf = ({ lines, strays }: Inspection) => ({
  accepted: lines.reduce((sum, line) => sum + line.accepted, 0),
  rejected: lines.reduce((sum, line) => sum + line.rejected, 0),
  strays: strays.length,
});
