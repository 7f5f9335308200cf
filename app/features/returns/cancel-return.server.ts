import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { withdrawApprovals } from "./approvals-store.server";
import { type Actor, returnFact } from "./facts";
import { promisesOf, voidPromises } from "./ledger-store.server";
import { wasScanned } from "./request-store.server";
import { shopperMayCancel, step } from "./states";
import * as store from "./store.server";

/**
 * Takes a return back. Shoppers may until they handed it in; staff until the parcel has come. Cancelling
 * twice is once. Refuses `returns.notFound`, `returns.notAllowedNow`, `returns.alreadyDecided`.
 */
export const cancelReturn = (shop: Shop, returnId: string, by: Actor): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    if (pending.state === "cancelled") return ok(null);
    const handedIn = pending.exchangeSentAt !== null || (await wasScanned(tx, pending.id));
    if (by.kind === "shopper" && !shopperMayCancel(pending.state, handedIn))
      return refuse("returns.alreadyDecided", { state: pending.state });
    const next = step(pending.state, "cancel");
    if (!next.ok) return next;
    // What was paid or is being paid cannot be taken back by cancelling.
    const promises = await promisesOf(tx, pending.id);
    if (promises.some((one) => one.state === "paid" || pending.problem === null))
      return refuse("returns.alreadyDecided", { state: "refund" });
    await voidPromises(tx, pending);
    await withdrawApprovals(tx, pending.id);
    await store.save(tx, pending.id, { state: next.value });
    await record(tx, returnFact("return.cancelled", pending, by));
    return ok(null);
  });
