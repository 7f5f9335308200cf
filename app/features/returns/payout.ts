import type { Promised } from "./ledger-store.server";
import { type Owed, PAYOUT_KINDS } from "./owed";
import type { RefundMoment } from "./policy-schema";

/** What has just happened with a return, as far as its money may follow from it. */
export const MOMENTS = ["approval", "scan", "receipt", "inspection"] as const;
export type Moment = (typeof MOMENTS)[number];

/** From which moment on each way of refunding pays. */
const FROM: Record<Exclude<RefundMoment, "byHand" | "instantForTrusted">, Moment> = {
  onScan: "scan",
  onReceipt: "receipt",
  onInspection: "inspection",
};

/** Does money go at this moment, by the policy? `isTrusted`: is the shopper one whom the policy trusts? */
export function isDue(
  refund: { when: RefundMoment; others: RefundMoment },
  moment: Moment,
  isTrusted: boolean,
): boolean {
  const when = refund.when === "instantForTrusted" ? (isTrusted ? "instant" : refund.others) : refund.when;
  if (when === "instant") return true;
  if (when === "byHand" || when === "instantForTrusted") return false;
  return MOMENTS.indexOf(moment) >= MOMENTS.indexOf(FROM[when]);
}

export type PaidLine = {
  quantity: number;
  outcome: string;
  receivedQuantity: number;
  acceptedQuantity: number;
};
/** A return, as far as it matters how much of it is paid for. */
export type OwedReturn = {
  inspectedAt: Date | null;
  receivedAt: Date | null;
  lines: readonly PaidLine[];
};

/**
 * How many units of a line are paid for: what was accepted once somebody looked, what came once it came, all of
 * it before (the policy pays early). What stays with the shopper does not come.
 */
export function paidUnits(line: PaidLine, of: Omit<OwedReturn, "lines">): number {
  if (line.outcome === "keep") return line.quantity;
  if (of.inspectedAt) return line.acceptedQuantity;
  return of.receivedAt ? line.receivedQuantity : line.quantity;
}

/** What is owed, as the payouts that are promised for it in the ledger. Nothing is promised as nothing. */
export function promisesFor(owed: Owed): Promised[] {
  const promised = PAYOUT_KINDS.flatMap((kind) =>
    [false, true].map((keep): Promised => {
      const parts = owed.lines
        .filter((line) => (kind === "refund" && line.outcome === "keep") === keep)
        .map((line) => ({ orderLineId: line.orderLineId, amount: line.goesOutAs[kind] }))
        .filter((part) => part.amount > 0n);
      return { kind, keep, parts, amount: parts.reduce((sum, part) => sum + part.amount, 0n) };
    }),
  );
  const bonus = owed.lines
    .filter((line) => line.outcome === "credit" && line.bonus > 0n)
    .map((line) => ({ orderLineId: line.orderLineId, amount: line.bonus }));
  promised.push({ kind: "bonus", keep: false, amount: owed.bonus, parts: bonus });
  return promised.filter((one) => one.amount > 0n);
}

const MONEY = ["refund", "credit", "giftCard"] as const;
const isMoney = (one: Promised) => (MONEY as readonly string[]).includes(one.kind);

/** What of it the shopper gets in money, credit and gift card. */
export const moneyOf = (promised: readonly Promised[]): bigint =>
  promised.filter(isMoney).reduce((sum, one) => sum + one.amount, 0n);

/**
 * The same payouts for another sum that somebody confirmed: less is taken off the refund first, then off credit
 * and gift card; more (postage, goodwill) is refunded without belonging to a line. Null: as they are.
 */
export function adjusted(promised: readonly Promised[], amount: bigint | null): Promised[] {
  const difference = amount === null ? 0n : amount - moneyOf(promised);
  if (difference === 0n) return [...promised];
  if (difference > 0n) {
    const refund = promised.find((one) => one.kind === "refund" && !one.keep);
    const more: Promised = refund ?? { kind: "refund", keep: false, amount: 0n, parts: [] };
    return [{ ...more, amount: more.amount + difference }, ...promised.filter((one) => one !== refund)];
  }
  let less = -difference;
  const take = (amount: bigint): bigint => {
    const some = amount < less ? amount : less;
    less -= some;
    return amount - some;
  };
  const inOrder = [...promised].sort((a, b) => rank(a) - rank(b));
  return inOrder
    .map((one) => {
      if (!isMoney(one)) return one;
      const parts = one.parts.map((part) => ({ ...part, amount: take(part.amount) }));
      return { ...one, parts, amount: parts.reduce((sum, part) => sum + part.amount, 0n) };
    })
    .filter((one) => one.amount > 0n);
}

const rank = (one: Promised): number =>
  isMoney(one) ? (MONEY as readonly string[]).indexOf(one.kind) : MONEY.length;
