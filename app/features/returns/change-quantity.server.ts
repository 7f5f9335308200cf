import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { withdrawApprovals } from "./approvals-store.server";
import { type Actor, returnFact } from "./facts";
import { promisesOf } from "./ledger-store.server";
import { travelling } from "./marker";
import { quoteAnew } from "./quote-anew.server";
import { mayTrim } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

/**
 * Takes a line off a return (`quantity` 0), or some of it: it may be returned again, and what is owed is quoted
 * anew by the policy in force. Shopify is told after. Refuses `returns.notFound`, `returns.lineUnknown`,
 * `returns.quantityTooLarge` (with the `most` there is) for more than there is, `returns.nothingLeft` when
 * nothing would be left to come back (that is a cancellation), `returns.alreadyDecided` when a payout is promised
 * or paid, and `returns.notAllowedNow` once something of the line came, for a return that is over, and for an
 * exchange that Shopify holds already.
 */
export const changeQuantity = (
  shop: Shop,
  returnId: string,
  lineId: string,
  quantity: number,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    if (!ours) return refuse("returns.notFound");
    const line = ours.lines.find((one) => one.id === lineId);
    if (!line) return refuse("returns.lineUnknown");
    if (line.quantity === quantity) return ok(null);
    const problem = problemOf(ours, line, quantity);
    if (problem) return problem;
    const promises = await promisesOf(tx, ours.id);
    if (promises.some((one) => one.state !== "voided")) return refuse("returns.alreadyDecided");
    if (quantity === 0) await store.dropLine(tx, line.id);
    else await store.saveLine(tx, line.id, { quantity });
    await withdrawApprovals(tx, ours.id);
    const latest = await store.load(tx, returnId);
    if (latest) await quoteAnew(tx, latest);
    const what = { fulfilmentLineId: line.fulfilmentLineId, from: line.quantity, quantity };
    await record(tx, returnFact("return.changed", ours, by, what, newId(tx.now)));
    return ok(null);
  });

type Line = KeptReturn["lines"][number];

function problemOf(ours: KeptReturn, line: Line, quantity: number) {
  if (!Number.isSafeInteger(quantity) || quantity < 0) return refuse("input.invalid", { rule: "quantity" });
  if (quantity > line.quantity) return refuse("returns.quantityTooLarge", { most: line.quantity });
  if (!mayTrim(ours, line)) return refuse("returns.notAllowedNow", { state: ours.state });
  const others = ours.lines.filter((one) => one.id !== line.id);
  // What stays with the shopper is no part of Shopify's return, which ends when nothing is left on it.
  const isLast = travelling(others).length === 0 && (line.outcome !== "keep" || others.length === 0);
  return quantity === 0 && isLast ? refuse("returns.nothingLeft") : null;
}
