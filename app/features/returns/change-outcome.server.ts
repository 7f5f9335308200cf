import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { promisesOf } from "./ledger-store.server";
import { quoteAnew } from "./quote-anew.server";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { OPEN_STATES } from "./views";

/** What staff may turn an outcome into: money one way or the other. What is sent instead, the shopper chooses. */
export const MONEY_OUTCOMES = ["refund", "credit"] as const;
export type OutcomeChange = { lineId: string; outcome: (typeof MONEY_OUTCOMES)[number] };

/**
 * Gives a line another outcome, with the fees and the bonus of the policy in force, and a new quote. It may be
 * done until something is promised. Refuses `returns.notFound`, `returns.lineUnknown`, `returns.alreadyDecided`
 * when a payout is promised or paid, and `returns.notAllowedNow` for a return that is over, a thing that stays
 * with the shopper, an exchange that Shopify holds already, and a refund to who was given a gift.
 */
export const changeOutcome = (
  shop: Shop,
  returnId: string,
  change: OutcomeChange,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    if (!ours) return refuse("returns.notFound");
    const line = ours.lines.find((one) => one.id === change.lineId);
    if (!line) return refuse("returns.lineUnknown");
    const promises = await promisesOf(tx, ours.id);
    if (promises.some((one) => one.state !== "voided")) return refuse("returns.alreadyDecided");
    if (!mayChange(ours, line, change.outcome)) return refuse("returns.notAllowedNow", { state: ours.state });
    if (line.outcome === change.outcome) return ok(null);
    await store.saveLine(tx, line.id, {
      ...{ outcome: change.outcome, exchangeVariantId: null, exchangeTitle: null, exchangePrice: null },
    });
    const latest = await store.load(tx, returnId);
    if (latest) await quoteAnew(tx, latest);
    await record(tx, returnFact("return.changed", ours, by, { ...change }, newId(tx.now)));
    return ok(null);
  });

function mayChange(ours: KeptReturn, line: KeptReturn["lines"][number], outcome: string): boolean {
  if (!(OPEN_STATES as readonly string[]).includes(ours.state)) return false;
  if (ours.gift && outcome === "refund") return false;
  const isMoney = (MONEY_OUTCOMES as readonly string[]).includes(line.outcome);
  return isMoney || (line.outcome !== "keep" && ours.state === "requested");
}
