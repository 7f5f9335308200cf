import type { Outcome } from "./policy-schema";

/**
 * What is owed for a return, worked out on paper: the quote a shopper sees, the return's page and the payout
 * all come from here. Amounts are minor units of the order's presentment currency.
 */

/** An order, as far as its money matters here. */
export type OwedOrder = {
  currency: string;
  /** do line totals hold their tax already? */
  taxesIncluded: boolean;
  /** what may still go out for the order at all; null: nobody knows, so nothing limits it */
  left: bigint | null;
  lines: readonly OwedOrderLine[];
};
export type OwedOrderLine = {
  id: string;
  quantity: number;
  /** the whole line after every discount, those of the whole order too */
  total: bigint;
  /** the tax on it */
  tax: bigint;
  /** units that went back before (other returns, refunds made in Shopify) */
  takenBefore: number;
  /** what may still go out for the line; null: not known */
  left: bigint | null;
};

/** One line of a return and what becomes of it. */
export type OwedAsk = {
  /** the return line's id; null before there is one */
  id: string | null;
  orderLineId: string;
  quantity: number;
  reason: string;
  outcome: Outcome;
  /** what is sent instead, as many as come back; `tax` is for all of it, null: at the rate of what comes back */
  exchange: { unitPrice: bigint; tax: bigint | null } | null;
};

/** What the policy takes and gives, or what was promised when the return was asked for. */
export type Terms = {
  /** kept by the shop for a line worth `value` */
  restockingFee(line: OwedAsk, value: bigint): bigint;
  /** the shop's gift on top of a line whose `base` goes out as credit or into an exchange */
  bonus(line: OwedAsk, base: bigint): bigint;
  /** kept once for the return */
  returnFee(lines: readonly { line: OwedAsk; value: bigint }[]): bigint;
  /** a gift card stands in where the shopper cannot have store credit */
  creditAs: "credit" | "giftCard";
};

/** What counts as paid out of what the shopper paid; a bonus is on top and does not. */
export const PAYOUT_KINDS = ["refund", "credit", "giftCard", "exchange", "fee"] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

export type OwedLine = {
  id: string | null;
  orderLineId: string;
  quantity: number;
  outcome: Outcome;
  /** what was paid for these units, tax included, and not given back yet */
  value: bigint;
  /** the tax in it */
  tax: bigint;
  restockingFee: bigint;
  bonus: bigint;
  /** what is sent instead is worth this, tax included, less the bonus spent on it; 0: nothing is sent */
  exchangeValue: bigint;
  /** `value`, by where it goes; the parts sum to it exactly */
  goesOutAs: Record<PayoutKind, bigint>;
};

export type Owed = {
  currency: string;
  lines: OwedLine[];
  /** to how the shopper paid */
  refund: bigint;
  credit: bigint;
  giftCard: bigint;
  /** on top of credit or gift card */
  bonus: bigint;
  /** of what comes back, what pays for what is sent instead */
  exchange: bigint;
  /** what is sent instead is worth this */
  exchangeValue: bigint;
  /** what the shopper still has to pay (above 0), or gets back (below 0), for what is sent instead */
  exchangeDifference: bigint;
  restockingFee: bigint;
  returnFee: bigint;
  /** what the shopper gets in money and credit: refund + credit + gift card + bonus */
  total: bigint;
};

/**
 * Units `from`–`to` of a line's amount. Each amount is cut at whole minor units of the running sum, half up, so
 * that however the units are taken, one by one or together, they sum to the line exactly.
 */
export function shareOf(amount: bigint, quantity: number, from: number, to: number): bigint {
  if (quantity <= 0) return 0n;
  const upTo = (units: number) => {
    const held = BigInt(Math.max(0, Math.min(units, quantity)));
    return (2n * amount * held + BigInt(quantity)) / (2n * BigInt(quantity));
  };
  return upTo(to) - upTo(from);
}

/** Works out what is owed for these lines of the order. */
export function owed(terms: Terms, order: OwedOrder, asked: readonly OwedAsk[]): Owed {
  const drafts = valuesOf(order, asked).map((draft) => draftOf(terms, order, draft));
  const fee = terms.returnFee(drafts.map(({ line, value }) => ({ line, value })));
  const returnFee = take(drafts, fee > 0n ? fee : 0n, "fee", BEARS_FEE);
  const unpaidFee = drafts.some((draft) => draft.wanted > 0n) ? (fee > 0n ? fee : 0n) - returnFee : 0n;
  const exchangeValue = total(drafts.map((draft) => draft.wanted));
  const exchange = take(drafts, exchangeValue, "exchange", PAYS_EXCHANGE);
  const surplus = total(drafts.filter((draft) => draft.wanted > 0n).map(({ rest }) => rest));
  for (const draft of drafts) draft.settle(terms.creditAs);
  const lines = drafts.map((draft) => draft.owed);
  const sum = (kind: PayoutKind) => total(lines.map((line) => line.goesOutAs[kind]));
  const bonus = total(lines.filter((line) => line.exchangeValue === 0n).map((line) => line.bonus));
  const [refund, credit, giftCard] = [sum("refund"), sum("credit"), sum("giftCard")];
  const short = exchangeValue - exchange + unpaidFee;
  return {
    currency: order.currency,
    lines,
    refund,
    credit,
    giftCard,
    bonus,
    exchange,
    exchangeValue,
    exchangeDifference: short > 0n ? short : -surplus,
    restockingFee: total(lines.map((line) => line.restockingFee)),
    returnFee,
    total: refund + credit + giftCard + bonus,
  };
}

type Valued = { line: OwedAsk; of: OwedOrderLine; value: bigint; tax: bigint };

/** What each line's units were bought for, never more than what is left of the line and of the order. */
function valuesOf(order: OwedOrder, asked: readonly OwedAsk[]): Valued[] {
  const taken = new Map<string, number>();
  const leftOf = new Map<string, bigint>();
  let left = order.left;
  return asked.flatMap((line) => {
    const of = order.lines.find((one) => one.id === line.orderLineId);
    if (!of) return [];
    const from = taken.get(of.id) ?? of.takenBefore;
    taken.set(of.id, from + line.quantity);
    const tax = shareOf(of.tax, of.quantity, from, from + line.quantity);
    const full =
      shareOf(of.total, of.quantity, from, from + line.quantity) + (order.taxesIncluded ? 0n : tax);
    const lineLeft = leftOf.get(of.id) ?? of.left;
    const value = most(full, lineLeft, left);
    if (lineLeft !== null) leftOf.set(of.id, lineLeft - value);
    if (left !== null) left -= value;
    return [{ line, of, value, tax: full > 0n ? (tax * value) / full : 0n }];
  });
}

const most = (amount: bigint, ...limits: (bigint | null)[]): bigint =>
  limits.reduce<bigint>((least, limit) => {
    const room = limit === null ? least : limit > 0n ? limit : 0n;
    return room < least ? room : least;
  }, amount);

type Draft = {
  line: OwedAsk;
  value: bigint;
  /** of `value`, what has no place to go yet */
  rest: bigint;
  /** what is sent instead costs the shopper this */
  wanted: bigint;
  owed: OwedLine;
  settle(creditAs: Terms["creditAs"]): void;
};

/** Outcomes for which something is sent instead. */
export const EXCHANGES: readonly Outcome[] = ["exchange", "exchangeAny", "replacement"];
// Who gives first: money before credit before what pays for something else.
const BEARS_FEE = (draft: Draft) => (draft.line.outcome === "credit" ? 1 : draft.wanted > 0n ? 2 : 0);
const PAYS_EXCHANGE = (draft: Draft) => (draft.wanted > 0n ? 0 : draft.line.outcome === "credit" ? 2 : 1);

function draftOf(terms: Terms, order: OwedOrder, { line, of, value, tax }: Valued): Draft {
  const restockingFee = most(positive(terms.restockingFee(line, value)), value);
  const rest = value - restockingFee;
  const isExchange = EXCHANGES.includes(line.outcome);
  const price = isExchange ? exchangePrice(order, of, line, rest) : 0n;
  const promised = line.outcome === "credit" || isExchange ? positive(terms.bonus(line, rest)) : 0n;
  // Towards an exchange a bonus is worth what the exchange costs more; it is never paid out as money.
  const bonus = isExchange ? most(promised, positive(price - rest)) : promised;
  const goesOutAs = { refund: 0n, credit: 0n, giftCard: 0n, exchange: 0n, fee: restockingFee };
  const { id, orderLineId, quantity, outcome } = line;
  const wanted = price - (isExchange ? bonus : 0n);
  const draft: Draft = {
    line,
    value,
    rest,
    wanted,
    owed: {
      ...{ id, orderLineId, quantity, outcome, value, tax, restockingFee, bonus },
      exchangeValue: wanted,
      goesOutAs,
    },
    settle(creditAs) {
      goesOutAs[outcome === "credit" ? creditAs : "refund"] += draft.rest;
      draft.rest = 0n;
    },
  };
  return draft;
}

/** What is sent instead, tax included. A replacement costs what its original is worth: nobody pays anything. */
function exchangePrice(order: OwedOrder, of: OwedOrderLine, line: OwedAsk, rest: bigint): bigint {
  if (line.outcome === "replacement" || !line.exchange) return rest;
  const price = line.exchange.unitPrice * BigInt(line.quantity);
  if (order.taxesIncluded) return price;
  const atRate = of.total > 0n ? (2n * price * of.tax + of.total) / (2n * of.total) : 0n;
  return price + (line.exchange.tax ?? atRate);
}

/** Takes an amount out of what the lines have left, the first of `order` first. Answers how much there was. */
function take(
  drafts: Draft[],
  amount: bigint,
  as: "fee" | "exchange",
  order: (draft: Draft) => number,
): bigint {
  let wanted = amount;
  for (const draft of [...drafts].sort((a, b) => order(a) - order(b))) {
    const some = most(draft.rest, wanted);
    draft.rest -= some;
    draft.owed.goesOutAs[as] += some;
    wanted -= some;
  }
  return amount - wanted;
}

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);

/** The terms that were promised with a return: its lines' fees and bonus as kept, shared out over the units at hand. */
export function keptTerms(
  lines: readonly { id: string; quantity: number; restockingFee: bigint; bonus: bigint }[],
  returnFee: bigint,
  creditAs: Terms["creditAs"],
): Terms {
  const kept = (line: OwedAsk) => lines.find((one) => one.id === line.id);
  const part = (line: OwedAsk, of: (one: (typeof lines)[number]) => bigint) => {
    const one = kept(line);
    return one ? shareOf(of(one), one.quantity, 0, line.quantity) : 0n;
  };
  return {
    restockingFee: (line) => part(line, (one) => one.restockingFee),
    bonus: (line) => part(line, (one) => one.bonus),
    returnFee: () => returnFee,
    creditAs,
  };
}
