import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { promisesOf } from "./ledger-store.server";
import { startPayout } from "./start-payout.server";
import { step } from "./states";
import * as store from "./store.server";

/**
 * Ends a return whose parcel came without paying anything for it: nothing of it is accepted, and its shopper
 * reads why. What of it Shopify still expects is taken off there before it is closed. Refuses `returns.notFound`,
 * `returns.notAllowedNow` before the parcel came, `returns.alreadyDecided` when a payout is promised or paid,
 * and `input.invalid` (rule `reason`) without a reason.
 */
export const closeWithoutPaying = (
  shop: Shop,
  returnId: string,
  reason: string,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    if (!ours) return refuse("returns.notFound");
    const next = step(ours.state, "startRefund");
    if (!next.ok) return next;
    const why = reason.trim();
    if (!why) return refuse("input.invalid", { rule: "reason" });
    const promises = await promisesOf(tx, ours.id);
    if (promises.some((one) => one.state !== "voided")) return refuse("returns.alreadyDecided");
    for (const line of ours.lines)
      await store.saveLine(tx, line.id, {
        acceptedQuantity: 0,
        rejectedQuantity: line.receivedQuantity,
        rejectReason: line.receivedQuantity > 0 ? why : null,
      });
    await store.save(tx, ours.id, {
      inspectedAt: ours.inspectedAt ?? tx.now,
      ...{ declineReason: "OTHER", declineNote: why },
    });
    const rejected = ours.lines.reduce((sum, line) => sum + line.receivedQuantity, 0);
    const counts = { accepted: 0, rejected, strays: 0, unpaid: true };
    await record(tx, returnFact("return.inspected", ours, by, counts, newId(tx.now)));
    const latest = await store.load(tx, ours.id);
    if (!latest) return refuse("returns.notFound");
    // A payout of nothing: it takes what was not accepted off Shopify's return, settles ours, and closes both.
    const run = await startPayout(tx, latest, by, { amount: 0n, restock: false, approved: false });
    return run.ok ? ok(null) : run;
  });
