import { dayNumberIn } from "~/values/calendar";
import { ok, type Refused, type Result, refuse } from "~/values/result";
import { feesOf, type LineFees, type OwnRate, valueOfPieces } from "./fees";
import { lackOf, offeredOutcomes, reasonRule } from "./offers";
import type {
  AskedLine,
  LineBar,
  LineDecision,
  PolicyOrderLine,
  ReturnableOrder,
  ReturnPolicy,
} from "./terms";
import { allocate, type Open, openUnits, type Taken } from "./units";
import { groundsOf, type Window } from "./window";

/** One request being judged: what is open of each line, lowered as its lines are taken one after another. */
export type Hearing = {
  policy: ReturnPolicy;
  order: ReturnableOrder;
  today: number;
  rate: OwnRate | undefined;
  gift: boolean;
  /** photos and answers are taken as given: they were not asked for in the past */
  lenient: boolean;
  open: Map<string, Open>;
  /** how many pieces of each order line this request has taken so far */
  taken: Map<string, number>;
  /** all that is asked for, of whichever order line */
  lines: readonly AskedLine[];
};

type Heard = { gift?: boolean | undefined; lenient?: boolean; lines?: readonly AskedLine[] };

/** Opens a hearing; null when `now` is no moment. */
export function openHearing(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  now: number | null,
  { gift = false, lenient = false, lines = [] }: Heard = {},
): Hearing | null {
  if (now === null) return null;
  const today = dayNumberIn(now, policy.timeZone);
  return {
    policy,
    order,
    today,
    rate: rateOf(order),
    gift,
    lenient,
    open: new Map(),
    taken: new Map(),
    lines,
  };
}

/** The rate an order was placed at; undefined when it was placed in the shop's currency, or nothing is told. */
function rateOf({ total, totalShop }: ReturnableOrder): OwnRate | undefined {
  if (!total || !totalShop || total.currency === totalShop.currency) return undefined;
  return { total: total.amount, totalShop: totalShop.amount };
}

export type Judged = { decision: LineDecision; taken: Taken[]; window: Window };

const RULE_OF: Record<LineBar, string> = {
  "returns.giftCard": "giftCard",
  "returns.finalSale": "finalSale",
  "returns.notDelivered": "fulfilled",
  "returns.alreadyReturned": "quantity",
  "returns.excluded": "window",
  "returns.windowClosed": "window",
  "returns.shopifyBars": "shopify",
};

/** Judges one asked line, its quantity above 0. Takes its pieces when it is allowed. */
export function judgeLine(hearing: Hearing, asked: AskedLine, at: number): Result<Judged> {
  const { policy, order } = hearing;
  const { orderLineId, quantity } = asked;
  const version = policy.version;
  const line = order.lines.find((one) => one.id === orderLineId);
  if (!line) return refuse("returns.lineUnknown", { rule: "line", policyVersion: version });
  const open = openOf(hearing, line);
  if (open.bar) return barred(policy, open.bar, orderLineId, open.window);
  // lines of one request that name the same order line share what is open of it
  const before = hearing.taken.get(orderLineId) ?? 0;
  if (quantity + before > open.most)
    return refuse("returns.quantityTooLarge", {
      rule: "quantity",
      policyVersion: version,
      orderLineId,
      most: open.most,
    });

  const rule = reasonRule(policy, asked.reason);
  if (rule?.offered === false)
    return no(hearing, asked, "returns.reasonNotOffered", { rule: `reason.${asked.reason}` });
  const lack = rule && !hearing.lenient ? lackOf(rule, asked) : null;
  if (lack) return no(hearing, asked, lack.code, lack.detail);

  const value = line.total ? valueOfPieces(line.total.amount, quantity, line.quantity) : null;
  const outcomes = offeredOutcomes(policy, {
    reason: asked.reason,
    value: valueTogether(hearing, line, asked, value),
    rate: hearing.rate,
    gift: hearing.gift,
  });
  const outcome = asked.outcome ?? outcomes[0];
  if (outcome === undefined || !outcomes.includes(outcome))
    return no(hearing, asked, "returns.outcomeNotOffered", { rule: `outcome.${asked.outcome ?? "none"}` });

  const taken = allocate(open.units, orderLineId, quantity, at);
  hearing.taken.set(orderLineId, before + quantity);
  const window = closingFirst(taken);
  if (!window) return barred(policy, "returns.alreadyReturned", orderLineId, null);
  const money = value === null ? null : { amount: value, currency: line.total?.currency ?? "" };
  const fees: LineFees = money
    ? feesOf(policy, { reason: asked.reason, outcome, value: money, quantity }, hearing.rate)
    : NO_FEES;
  const decision = {
    orderLineId,
    quantity,
    rule: window.rule,
    outcome,
    outcomes,
    value: money,
    grounds: groundsOf(policy, window),
    restockingFee: fees.restockingFee,
    bonus: fees.bonus,
  };
  return ok({ decision, taken, window });
}

/** What all that is asked for of a line is worth: what is split into several parts is not worth less for it. */
function valueTogether(
  { lines }: Hearing,
  { total, quantity }: PolicyOrderLine,
  asked: AskedLine,
  value: bigint | null,
): bigint | null {
  if (!total || lines.length < 2) return value;
  let pieces = 0;
  for (const one of lines) if (one.orderLineId === asked.orderLineId) pieces += one.quantity;
  return pieces > asked.quantity ? valueOfPieces(total.amount, Math.min(pieces, quantity), quantity) : value;
}

const no = (
  { policy }: Hearing,
  { orderLineId }: AskedLine,
  code: Refused["refusal"]["code"],
  detail: { rule: string; [more: string]: string | number },
): Refused => refuse(code, { ...detail, policyVersion: policy.version, orderLineId });

/** What is not worth anything that we know of costs nothing. */
const NOTHING = { amount: 0n, currency: "" };
const NO_FEES: LineFees = { restockingFee: NOTHING, bonus: NOTHING };

export function openOf(hearing: Hearing, line: PolicyOrderLine): Open {
  const known = hearing.open.get(line.id);
  if (known) return known;
  const open = openUnits(hearing.policy, hearing.order, line, hearing.today);
  hearing.open.set(line.id, open);
  return open;
}

const closingFirst = (taken: readonly Taken[]): Window | null =>
  taken.reduce<Window | null>(
    (first, { window }) => (!first || window.lastDay < first.lastDay ? window : first),
    null,
  );

function barred(policy: ReturnPolicy, bar: LineBar, orderLineId: string, window: Window | null): Refused {
  const grounds = window && groundsOf(policy, window);
  const said = grounds ? { lastDay: grounds.lastDay, windowDays: grounds.windowDays } : {};
  const rule = bar === "returns.windowClosed" || bar === "returns.excluded" ? window?.rule : undefined;
  return refuse(bar, { rule: rule ?? RULE_OF[bar], policyVersion: policy.version, orderLineId, ...said });
}
