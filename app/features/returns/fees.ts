import type { Money } from "~/values/money";
import type { Charge, Loose, Method, Outcome, PolicyValue } from "./policy-schema";

/**
 * What a return costs its shopper, and what the shop gives on top. All amounts are integer minor units.
 * Fixed amounts of a policy are in the shop's currency and are turned into the order's by the order's own two
 * totals, so that an order is always reckoned at the rate it was placed at. Shares are taken in hundredths of a
 * percent. Whatever has to be rounded is rounded half away from zero, once, at the end of each amount. No
 * amount is negative, and none is above the value it is taken from.
 */

/** An integer of minor units. Plain data may carry it as a number or as digits. */
export type Amount = bigint | number | string;

/** An order's total in the shopper's currency and in the shop's: its own rate. */
export type OwnRate = { total: Amount; totalShop: Amount };

/** The parts of a policy that say what things cost. Absent parts cost nothing. */
export type FeePolicy = Loose<Pick<PolicyValue, "restockingFee" | "returnFee" | "shipping" | "outcomes">>;

/** A line of a return, as far as money depends on it. `value` is of all its pieces, after discounts, with tax. */
export type FeeLine = {
  reason?: string | null | undefined;
  outcome?: Outcome | undefined;
  value: Money;
  /** pieces; 1 when absent */
  quantity?: number | undefined;
};

export type LineFees = { restockingFee: Money; bonus: Money };
export type ReturnFees = {
  /** the shopper's part of the postage */
  shipping: Money;
  /** the fee for the return itself */
  handling: Money;
  /** both together */
  total: Money;
};

/** a × b ÷ c, rounded half away from zero (never negative here: half up). 0 when there is nothing to divide by. */
const share = (a: bigint, b: bigint, c: bigint): bigint => (c <= 0n ? 0n : (2n * a * b + c) / (2n * c));

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const notNegative = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** A fixed amount of the policy (the shop's currency) in the order's currency, at the order's own rate. */
export function inOrdersCurrency(flat: Amount, rate: OwnRate | undefined): bigint {
  const amount = notNegative(BigInt(flat));
  if (!rate) return amount;
  const [total, totalShop] = [BigInt(rate.total), BigInt(rate.totalShop)];
  return total === totalShop ? amount : share(amount, notNegative(total), totalShop);
}

/** A charge on a value: at most the value. `pieces` multiplies a fixed amount. */
function charged(
  charge: Loose<Charge> | undefined,
  value: bigint,
  pieces: number,
  rate: OwnRate | undefined,
): bigint {
  if (!charge || !isCharged(charge) || value <= 0n) return 0n;
  const amount =
    charge.kind === "flat"
      ? inOrdersCurrency(charge.flat ?? 0, rate) * BigInt(pieces)
      : share(value, BigInt(Math.round((charge.percent ?? 0) * 100)), 10_000n);
  return least(notNegative(amount), value);
}

type Waivable =
  | { waivedReasons?: readonly string[] | undefined; waivedOutcomes?: readonly string[] | undefined }
  | undefined;

const waived = (fee: Waivable, line: FeeLine): boolean =>
  (line.reason ? fee?.waivedReasons?.includes(line.reason) : false) === true ||
  fee?.waivedOutcomes?.includes(line.outcome ?? "refund") === true;

/** Outcomes in which value goes to the shopper, from which a fee can be taken. */
const hasValue = (outcome: Outcome | undefined) => outcome !== "replacement" && outcome !== "keep";

/**
 * What is kept back of one line, and what is given on top. A fixed restocking fee is for each piece, a fixed
 * bonus for the line. A replacement and a thing that is kept have no restocking fee; only credit and an
 * exchange for anything have a bonus, which is reckoned on what is left after the fee.
 */
export function feesOf(policy: FeePolicy, line: FeeLine, rate?: OwnRate): LineFees {
  const { amount: value, currency } = line.value;
  const kept = restocking(policy, line, rate);
  const given =
    line.outcome === "credit" || line.outcome === "exchangeAny"
      ? policy.outcomes?.[line.outcome]?.bonus
      : undefined;
  return {
    restockingFee: { amount: kept, currency },
    bonus: { amount: charged(given, notNegative(value) - kept, 1, rate), currency },
  };
}

const restocking = ({ restockingFee: fee }: FeePolicy, line: FeeLine, rate: OwnRate | undefined): bigint =>
  isCharged(fee) && hasValue(line.outcome) && !waived(fee, line)
    ? charged(fee, line.value.amount, line.quantity ?? 1, rate)
    : 0n;

const isCharged = (charge: Loose<Charge> | undefined) =>
  charge?.kind === "percent" || charge?.kind === "flat";

/** By these the shop buys the postage. */
/** Ways to send whose postage the shop buys. */
export const PREPAID: readonly Method[] = ["label", "qr"];

export type FeeRequest = {
  lines: readonly FeeLine[];
  method?: Method | undefined;
  currency: string;
  /** the order's two totals; absent when the order is in the shop's currency */
  rate?: OwnRate | undefined;
};

/**
 * What a return costs as a whole. The shopper's part of the postage is for prepaid methods only, and once a
 * return, when at least one line that travels is not waived. The return fee is taken once, a share of it from
 * the value of the lines it is not waived for. Both together are at most the value of the lines they are
 * charged for, less what is kept of them for restocking; the postage comes first.
 */
export function returnFee(policy: FeePolicy, request: FeeRequest): ReturnFees {
  const { currency, rate } = request;
  const asked =
    policy.shipping?.paidBy === "shopper" && PREPAID.includes(request.method ?? "label")
      ? inOrdersCurrency(policy.shipping.flat ?? 0, rate)
      : 0n;
  if (asked === 0n && !isCharged(policy.returnFee)) return inCurrency(0n, 0n, currency);

  const worth = request.lines.filter((line) => hasValue(line.outcome));
  const posted = worth.filter((line) => !waived(policy.shipping, line));
  const shipping = least(asked, leftOf(policy, posted, rate));
  const handled = worth.filter((line) => !waived(policy.returnFee, line));
  let value = 0n;
  for (const line of handled) value += notNegative(line.value.amount);
  const room = least(leftOf(policy, handled, rate), notNegative(leftOf(policy, worth, rate) - shipping));
  const handling = least(charged(policy.returnFee, value, 1, rate), room);
  return inCurrency(shipping, handling, currency);
}

/** What lines are worth once their restocking fees are taken. */
function leftOf(policy: FeePolicy, lines: readonly FeeLine[], rate: OwnRate | undefined): bigint {
  let left = 0n;
  for (const line of lines) left += notNegative(line.value.amount) - restocking(policy, line, rate);
  return left;
}

const inCurrency = (shipping: bigint, handling: bigint, currency: string): ReturnFees => ({
  shipping: { amount: shipping, currency },
  handling: { amount: handling, currency },
  total: { amount: shipping + handling, currency },
});

/** Part of a line's value for `some` of its `all` pieces, rounded as everything here. */
export const valueOfPieces = (value: Amount, some: number, all: number): bigint =>
  some === all ? BigInt(value) : share(notNegative(BigInt(value)), BigInt(some), BigInt(all));
