import { ok, type Refused, type Result, refuse } from "~/values/result";
import { type FeeLine, inOrdersCurrency, returnFee } from "./fees";
import { type Hearing, type Judged, judgeLine, openHearing, openOf } from "./judge";
import { offeredMethods } from "./offers";
import { beginReplay, type Decide, type History, type Replay, type Running, runReplay } from "./replay";
import { reviewsOf } from "./review";
import type {
  AllocatedLine,
  Allowed,
  AskedLine,
  LineDecision,
  Moment,
  PolicyOrderLine,
  ReturnableLine,
  ReturnableOrder,
  ReturnPolicy,
  ReturnRequest,
} from "./terms";
import { groundsOf, timeOf } from "./window";

/**
 * May it come back, and what would a policy have done? Both functions are pure and take plain data (`terms.ts`).
 * A whole example, of which every part marked with ? may be left out:
 *
 *     const policy = {
 *       windowDays: 30, bufferDays: 7, autoApprove: true, timeZone: "Europe/London", version: 4,
 *       finalSaleTags: ["final-sale"],                                                              // ?
 *       windowRules: [{ id: "vip", when: { customerTags: ["vip"] }, windowDays: 90 }],               // ?
 *       holidays: [{ id: "xmas", from: "2026-11-01", to: "2026-12-24", until: "2027-01-31" }],       // ?
 *       reasons: { "damaged-or-defective": { photos: 1 }, style: { offered: false } },               // ?
 *       outcomes: { refund: { on: true }, credit: { on: true, bonus: { kind: "percent", percent: 10 } } }, // ?
 *       methods: ["label", "own"],                                                                  // ?
 *       restockingFee: { kind: "percent", percent: 10, waivedReasons: ["damaged-or-defective"] },     // ?
 *       review: { valueAbove: 20_000 },                        // ? minor units of the shop's currency
 *     };
 *     const order = {
 *       lines: [{ id: "1", quantity: 2, currentQuantity: 2, giftCard: false, productTags: ["linen"],
 *                 total: { amount: 2900n, currency: "EUR" } }],                                      // total ?
 *       parcels: [{ state: "delivered", shippedAt: new Date("2026-11-03T10:00:00Z"),
 *                   deliveredAt: new Date("2026-11-05T13:20:00Z"),
 *                   lines: [{ id: "F1", orderLineId: "1", quantity: 2 }] }],
 *       returned: [],        // [{ orderLineId, fulfilmentLineId, quantity, state }] of earlier returns
 *       placedAt: new Date("2026-11-02T08:30:00Z"), country: "DE", tags: [], channel: "web",         // ?
 *       total: { amount: 3400n, currency: "EUR" }, totalShop: { amount: 2906n, currency: "GBP" },    // ?
 *       customer: { tags: ["vip"], orders: 5, returns: 1 },                                         // ?
 *       shopify: [{ fulfilmentLineId: "F1", quantity: 2 }],    // ? what Shopify lets come back, or "silent"
 *     };
 *     const request = {
 *       lines: [{ orderLineId: "1", quantity: 1,
 *                 reason: "damaged-or-defective", outcome: "credit", photos: 1, answers: {} }],      // ?
 *       method: "label", gift: false,                                                               // ?
 *     };
 *     decideReturn(policy, order, request, new Date("2026-11-20T12:00:00Z"))
 *     // → { ok: true, value: { rule: "window", policyVersion: 4, next: "approve", reviews: [], lines: […],
 *     //     decisions: […], grounds: { windowDays: 30, …, lastDay: "2026-12-05" }, … } }
 *     // or { ok: false, refusal: { code: "returns.windowClosed", detail: { rule: "window", … } } }
 */

export type {
  AllocatedLine,
  Allowed,
  AskedLine,
  CustomerHistory,
  DecisionGrounds,
  LineBar,
  LineDecision,
  Moment,
  PolicyOrderLine,
  ReturnableLine,
  ReturnableOrder,
  ReturnPolicy,
  ReturnRequest,
  Review,
  ReviewRule,
  ShopifyVerdict,
  TakenLine,
} from "./terms";

/**
 * Decides whether what somebody asks for may come back. Allowed: which parcels' lines it is taken from, what it
 * costs, and whether it is approved at once or waits for a person and why. Refused, all of it together: the
 * first code, with `rule`, `policyVersion` and what the sentence needs in its detail (`orderLineId`, `most`,
 * `lastDay`, `windowDays`, `photos`, `question`). Days are calendar days of the shop's zone; the window closes
 * at the end of its last day. Where Shopify was asked, the stricter of both verdicts holds.
 *
 * Refuses, in this order: `input.invalid` (a quantity that is none), `returns.nothingChosen`; then of each line
 * `returns.lineUnknown`, `returns.giftCard`, `finalSale`, `notDelivered`, `alreadyReturned`, `excluded` (its
 * rule gives it no days), `windowClosed`, `shopifyBars`, `quantityTooLarge`, `reasonNotOffered`,
 * `answersMissing`, `answerRefused`, `photosMissing`, `outcomeNotOffered`; then `returns.methodNotOffered`,
 * `bundleWhole`, `belowMinimum`.
 */
export const decideReturn = (
  policy: ReturnPolicy,
  order: ReturnableOrder,
  request: ReturnRequest,
  now: Moment,
): Result<Allowed> => decide(policy, order, request, now, false);

/** Every refusal of a request's lines, each once: for a form that marks them all. `asked` counts from 0. */
export function lineRefusals(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  request: ReturnRequest,
  now: Moment,
): { asked: number; refusal: Refused["refusal"] }[] {
  const hearing = openHearing(policy, order, timeOf(now), request);
  if (!hearing) return [];
  return request.lines.flatMap((line, asked) => {
    const judged = isCount(line.quantity)
      ? line.quantity > 0 && judgeLine(hearing, line, asked)
      : NOT_A_COUNT;
    return judged && !judged.ok ? [{ asked, refusal: judged.refusal }] : [];
  });
}

/** Every line of the order with how many of it may come back now, or why none. */
export function returnableLines(policy: ReturnPolicy, order: ReturnableOrder, now: Moment): ReturnableLine[] {
  const hearing = openHearing(policy, order, timeOf(now));
  if (!hearing) return [];
  return order.lines.map((line) => {
    const { most, bar, window } = openOf(hearing, line);
    return { orderLineId: line.id, most, bar, grounds: window && groundsOf(policy, window) };
  });
}

/**
 * What would this policy have done with what was asked in the past? Each past request is decided anew as of its
 * own moment and set beside what really happened. Photos and answers that a draft would ask for are counted, not
 * missed: nobody was asked for them then. See `replay.ts` for the shape of a history.
 */
export const replay = (policy: ReturnPolicy, history: History): Replay =>
  runReplay(asItWouldHave(policy), policy, history);

/** The same, fed piece by piece. */
export const startReplay = (policy: ReturnPolicy): Running => beginReplay(asItWouldHave(policy), policy);

const asItWouldHave =
  (policy: ReturnPolicy): Decide =>
  (order, request, at) =>
    decide(policy, order, request, at, true);

const isCount = (quantity: number) => Number.isSafeInteger(quantity) && quantity >= 0;
const NOT_A_COUNT = refuse("input.invalid", { rule: "quantity" });

function decide(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  request: ReturnRequest,
  now: Moment,
  lenient: boolean,
): Result<Allowed> {
  const hearing = openHearing(policy, order, timeOf(now), {
    gift: request.gift,
    lenient,
    lines: request.lines,
  });
  if (!hearing) return refuse("input.invalid", { rule: "now" });
  let chosen = 0;
  for (const { quantity } of request.lines) {
    if (!isCount(quantity)) return NOT_A_COUNT;
    if (quantity > 0) chosen++;
  }
  if (chosen === 0) return refuse("returns.nothingChosen", { rule: "chosen" });
  const judged: Judged[] = [];
  for (let at = 0; at < request.lines.length; at++) {
    const line = request.lines[at];
    if (!line || line.quantity === 0) continue;
    const one = judgeLine(hearing, line, at);
    if (!one.ok) return one;
    judged.push(one.value);
  }
  return decideTogether(hearing, request, judged);
}

/** What concerns the request as a whole, once every line is allowed. */
function decideTogether(hearing: Hearing, request: ReturnRequest, judged: Judged[]): Result<Allowed> {
  const { policy, order, rate } = hearing;
  const policyVersion = policy.version;
  const methods = offeredMethods(policy);
  const method = request.method ?? methods[0];
  if (method === undefined || !methods.includes(method))
    return refuse("returns.methodNotOffered", { rule: `method.${request.method ?? "none"}`, policyVersion });
  if (policy.bundles === "whole") {
    const torn = tornBundle(order.lines, request.lines);
    if (torn) return refuse("returns.bundleWhole", { rule: "bundle", policyVersion, orderLineId: torn });
  }
  const decisions = judged.map((one) => one.decision);
  const worth = worthOf(decisions);
  const minimum = policy.minimumValue ? inOrdersCurrency(policy.minimumValue, rate) : 0n;
  if (worth && worth.amount < minimum)
    return refuse("returns.belowMinimum", { rule: "minimumValue", policyVersion, minimum: Number(minimum) });
  let [first] = judged;
  for (const one of judged) if (first && one.window.lastDay < first.window.lastDay) first = one;
  if (!first) return refuse("returns.nothingChosen", { rule: "chosen" });
  const reviews = reviewsOf(policy, order, request, decisions, rate);
  return ok({
    rule: first.decision.rule,
    policyVersion,
    next: reviews.length === 0 ? "approve" : "review",
    reviews,
    lines: linesOf(judged),
    grounds: first.decision.grounds,
    decisions,
    method,
    methods: [...methods],
    fees: worth && feesOfAll(hearing, request, judged, method, worth.currency),
    shopify: order.shopify === undefined ? "notAsked" : order.shopify === "silent" ? "silent" : "asked",
  });
}

function linesOf(judged: readonly Judged[]): AllocatedLine[] {
  const lines: AllocatedLine[] = [];
  for (const { taken } of judged)
    for (const { orderLineId, fulfilmentLineId, quantity, asked } of taken)
      lines.push({ orderLineId, fulfilmentLineId, quantity, asked });
  return lines;
}

/** What all of it is worth; null unless the order says so of every line. */
function worthOf(decisions: readonly LineDecision[]): { amount: bigint; currency: string } | null {
  let [amount, currency] = [0n, ""];
  for (const { value } of decisions) {
    if (!value) return null;
    amount += value.amount;
    currency = value.currency;
  }
  return { amount, currency };
}

function feesOfAll(
  { policy, rate }: Hearing,
  request: ReturnRequest,
  judged: readonly Judged[],
  method: Allowed["method"],
  currency: string,
): Allowed["fees"] {
  const lines: FeeLine[] = [];
  for (const { decision, taken } of judged) {
    const { value, outcome, quantity } = decision;
    const reason = request.lines[taken[0]?.asked ?? 0]?.reason;
    if (value) lines.push({ value, outcome, quantity, reason });
  }
  return returnFee(policy, { lines, method, currency, rate });
}

/** A line of a bundle of which not all parts are asked for in the same number of bundles, or null. */
function tornBundle(lines: readonly PolicyOrderLine[], asked: readonly AskedLine[]): string | null {
  const wanted = new Map<string, number>();
  for (const one of asked) wanted.set(one.orderLineId, (wanted.get(one.orderLineId) ?? 0) + one.quantity);
  const parts = lines.filter((line) => line.bundleId && line.currentQuantity > 0);
  for (const line of parts) {
    const mine = wanted.get(line.id) ?? 0;
    if (mine === 0) continue;
    for (const other of parts)
      if (
        other.bundleId === line.bundleId &&
        (wanted.get(other.id) ?? 0) * line.quantity !== mine * other.quantity
      )
        return line.id;
  }
  return null;
}
