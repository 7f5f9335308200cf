import type { Result } from "~/values/result";
import { reasonRule } from "./offers";
import type { ReturnState } from "./states";
import type { Allowed, Moment, ReturnableOrder, ReturnPolicy, ReturnRequest, TakenLine } from "./terms";
import { timeOf } from "./window";

/**
 * The shop's past, as plain data. `returns` may be any iterable: it is read once, so it can come in pages.
 *
 *     replay(policy, {
 *       returns: [{
 *         id: "R1", at: new Date("2026-11-08T09:00:00Z"),
 *         order: { lines: […], parcels: […], returned: […] },   // as it is today; see `rules.ts`
 *         request: { lines: [{ orderLineId: "1", quantity: 1, reason: "too-small", outcome: "refund" }] },
 *         happened: { state: "refunded", automatic: false, paid: { amount: 1450n, currency: "EUR" } },
 *       }],
 *       orders: [{ order: { … }, at: new Date() }],             // may be left out
 *     })
 */
export type History = {
  returns: Iterable<PastReturn>;
  /** orders as they stand, to see how much of them could come back at `at` */
  orders?: Iterable<PastOrder> | undefined;
};

export type PastReturn = {
  id: string;
  /** when it was asked for */
  at: Moment;
  /**
   * The order as it stands now. Of `returned`, those asked for later (by `askedAt`) and this return itself (by
   * `returnId`) are set aside; a delivery after `at` was not known then.
   */
  order: Omit<ReturnableOrder, "returned"> & { returned: readonly PastTakenLine[] };
  request: ReturnRequest;
  happened: {
    state: ReturnState;
    /** was it approved without a person? */
    automatic: boolean;
    /** what went back, in the shopper's currency; null for nothing */
    paid: { amount: bigint | number | string; currency: string } | null;
  };
};

export type PastTakenLine = TakenLine & { returnId?: string | undefined; askedAt?: Moment | undefined };
export type PastOrder = { order: ReturnableOrder; at: Moment };

/** What can become of a request. */
export const VERDICTS = ["approve", "review", "refuse"] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What became of it. "open": nobody has decided, or the shopper took it back. */
export const HAPPENINGS = ["automatic", "approved", "declined", "open"] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Minor units by currency: amounts of different currencies are never added up. */
export type ByCurrency = Record<string, bigint>;

/** How many, and what they are worth. `paid` is what really went back for them. */
export type Tally = { count: number; value: ByCurrency; paid: ByCurrency };

export type Change = "newlyRefused" | "newlyAllowed" | "newlyAutomatic" | "newlyReviewed";

export type Replay = {
  returns: number;
  /** what the policy would have said, beside what happened */
  table: Record<Verdict, Record<Happening, Tally>>;
  /** by the rule that decided: refusals by theirs, reviews by their first, approvals by the window's */
  byRule: Record<string, { verdict: Verdict; count: number }>;
  byRefusal: Record<string, number>;
  /** what would be otherwise: how many, worth what, and some of their ids */
  changes: Record<Change, Tally & { examples: string[] }>;
  /** fees that would have been kept, and bonuses that would have been given */
  fees: ByCurrency;
  bonus: ByCurrency;
  /** how many would have been asked for photos or answers */
  askedForMore: number;
  /** of the orders: how many had something that could come back */
  orders: { count: number; open: number };
};

const MOST_EXAMPLES = 10;

export type Decide = (order: ReturnableOrder, request: ReturnRequest, at: Moment) => Result<Allowed>;

/** A replay that is fed piece by piece, as pages come from the database. */
export type Running = {
  add(past: PastReturn): void;
  addOrder(past: PastOrder): void;
  result: Replay;
};

/** Begins a replay. `decide` says what the policy says of one request at one moment. */
export function beginReplay(decide: Decide, policy: ReturnPolicy): Running {
  const result = emptyReplay();
  return {
    result,
    add: (past) => tally(result, policy, past, decide(asOf(past), past.request, past.at)),
    addOrder: ({ order, at }) => {
      result.orders.count++;
      const canCome = (id: string) => decide(order, { lines: [{ orderLineId: id, quantity: 1 }] }, at).ok;
      if (order.lines.some((line) => canCome(line.id))) result.orders.open++;
    },
  };
}

/** Runs through a history once. */
export function runReplay(decide: Decide, policy: ReturnPolicy, history: History): Replay {
  const running = beginReplay(decide, policy);
  for (const past of history.returns) running.add(past);
  for (const past of history.orders ?? []) running.addOrder(past);
  return running.result;
}

const emptyTally = (): Tally => ({ count: 0, value: {}, paid: {} });
const each = <Key extends string, T>(keys: readonly Key[], make: () => T) =>
  Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, T>;
const CHANGES: readonly Change[] = ["newlyRefused", "newlyAllowed", "newlyAutomatic", "newlyReviewed"];

/** A replay of nothing. */
export const emptyReplay = (): Replay => ({
  returns: 0,
  table: each(VERDICTS, () => each(HAPPENINGS, emptyTally)),
  byRule: {},
  byRefusal: {},
  changes: each(CHANGES, () => ({ ...emptyTally(), examples: [] as string[] })),
  fees: {},
  bonus: {},
  askedForMore: 0,
  orders: { count: 0, open: 0 },
});

/** The order as it stood when the return was asked for, as far as that can be told from what is known now. */
export function asOf({ id, at, order }: PastReturn): ReturnableOrder {
  const then = timeOf(at) ?? 0;
  const earlier = order.returned.filter(
    (line) => line.returnId !== id && (timeOf(line.askedAt) ?? Number.NEGATIVE_INFINITY) <= then,
  );
  const late = order.parcels.some(({ deliveredAt }) => (timeOf(deliveredAt) ?? 0) > then);
  return {
    ...order,
    returned: earlier,
    lines: order.lines.map((line) => {
      const gone = line.quantity - line.currentQuantity;
      if (gone <= 0) return line;
      const otherwise = Math.max(0, gone - through(order.returned, line.id));
      const before = through(earlier, line.id);
      return { ...line, currentQuantity: Math.max(0, line.quantity - otherwise - before) };
    }),
    parcels: late
      ? order.parcels.map((parcel) =>
          (timeOf(parcel.deliveredAt) ?? 0) > then ? { ...parcel, deliveredAt: null } : parcel,
        )
      : order.parcels,
  };
}

/** States in which Shopify has taken the pieces off the order. */
const TOOK: readonly ReturnState[] = ["approved", "labelled", "received", "refunded", "closed"];

const through = (lines: readonly TakenLine[], orderLineId: string): number =>
  lines.reduce(
    (sum, one) => sum + (one.orderLineId === orderLineId && TOOK.includes(one.state) ? one.quantity : 0),
    0,
  );

function happeningOf({ state, automatic }: PastReturn["happened"]): Happening {
  if (state === "declined") return "declined";
  if (state === "requested" || state === "cancelled") return "open";
  return automatic ? "automatic" : "approved";
}

function tally(replay: Replay, policy: ReturnPolicy, past: PastReturn, decision: Result<Allowed>): void {
  const happening = happeningOf(past.happened);
  const verdict: Verdict = decision.ok ? decision.value.next : "refuse";
  replay.returns++;
  const value = worthOfPast(past);
  const count = (one: Tally) => {
    one.count++;
    for (const [currency, amount] of value) addTo(one.value, currency, amount);
    if (past.happened.paid) addTo(one.paid, past.happened.paid.currency, BigInt(past.happened.paid.amount));
  };
  count(replay.table[verdict][happening]);
  const change = changeOf(verdict, happening);
  if (change) {
    count(replay.changes[change]);
    if (replay.changes[change].examples.length < MOST_EXAMPLES) replay.changes[change].examples.push(past.id);
  }
  const rule = ruleOf(decision);
  replay.byRule[`${verdict} ${rule}`] = {
    verdict,
    count: (replay.byRule[`${verdict} ${rule}`]?.count ?? 0) + 1,
  };
  if (!decision.ok) {
    const { code } = decision.refusal;
    replay.byRefusal[code] = (replay.byRefusal[code] ?? 0) + 1;
    return;
  }
  addMoney(replay, decision.value);
  if (past.request.lines.some((line) => asksForMore(policy, line.reason))) replay.askedForMore++;
}

const ruleOf = (decision: Result<Allowed>): string =>
  decision.ok
    ? (decision.value.reviews[0]?.rule ?? decision.value.rule)
    : String(decision.refusal.detail?.rule ?? decision.refusal.code);

function changeOf(verdict: Verdict, happening: Happening): Change | null {
  const allowed = happening === "automatic" || happening === "approved";
  if (verdict === "refuse") return allowed ? "newlyRefused" : null;
  if (happening === "declined") return "newlyAllowed";
  if (verdict === "approve") return happening === "approved" ? "newlyAutomatic" : null;
  return happening === "automatic" ? "newlyReviewed" : null;
}

const asksForMore = (policy: ReturnPolicy, reason: string | undefined): boolean => {
  const rule = reasonRule(policy, reason);
  return (rule?.photos ?? 0) > 0 || (rule?.questions?.length ?? 0) > 0;
};

function addMoney(replay: Replay, { decisions, fees }: Allowed): void {
  for (const { restockingFee, bonus } of decisions) {
    addTo(replay.fees, restockingFee.currency, restockingFee.amount);
    addTo(replay.bonus, bonus.currency, bonus.amount);
  }
  if (fees) addTo(replay.fees, fees.total.currency, fees.total.amount);
}

/** What was asked for is worth, by the order's lines. */
function worthOfPast({ order, request }: PastReturn): [string, bigint][] {
  const sums: ByCurrency = {};
  for (const { orderLineId, quantity } of request.lines) {
    const line = order.lines.find((one) => one.id === orderLineId);
    if (!line?.total || line.quantity <= 0) continue;
    addTo(sums, line.total.currency, (BigInt(line.total.amount) * BigInt(quantity)) / BigInt(line.quantity));
  }
  return Object.entries(sums);
}

function addTo(sums: ByCurrency, currency: string, amount: bigint): void {
  if (amount !== 0n) sums[currency] = (sums[currency] ?? 0n) + amount;
}
