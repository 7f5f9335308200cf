import type { Locale } from "~/platform/i18n/locales";
import type { Money } from "~/values/money";
import type { Outcome } from "./policy-schema";
import type { ReturnDetail } from "./queries.server";
import type { Quote } from "./quote";
import { travels } from "./request-steps";
import type { ShopperLine, ShopperReturn } from "./request-store.server";
import type { ReturnState } from "./states";
import { type Next, type Stand, whatNext } from "./what-next";
import { words } from "./words";

/** Is it neither declined nor taken back? */
export const isGoingOn = ({ state }: ReturnDetail): boolean => state !== "declined" && state !== "cancelled";

/** Is it approved, and not here yet? */
export const isOnItsWay = ({ state }: ReturnDetail): boolean => state === "approved" || state === "labelled";

/** Is it still with the shopper, and does it have to be sent? */
export const isToSend = (one: ReturnDetail, mine: ShopperReturn): boolean =>
  (one.state === "requested" || isOnItsWay(one)) &&
  !mine.handedIn &&
  mine.lines.some((line) => travels(line.outcome));

/** Is money still promised? Not when nothing of it was accepted. */
export const isWaiting = (one: ReturnDetail, mine: ShopperReturn): boolean =>
  one.refundedAt === null &&
  isGoingOn(one) &&
  one.state !== "closed" &&
  !(mine.inspected && mine.lines.every((line) => line.accepted === 0));

/** What they still get, while it is not here yet or not paid; of what is on its way nobody asks to send it soon. */
export function stillExpected(one: ReturnDetail, mine: ShopperReturn): Quote | null {
  if (!mine.quote || !isWaiting(one, mine)) return null;
  return one.receivedAt !== null || mine.handedIn ? { ...mine.quote, refundBy: null } : mine.quote;
}

/** May more be put on an approved return? Whether it can be then is decided when it is sent. */
export const mayAddTo = (one: ReturnDetail, mine: ShopperReturn): boolean =>
  isOnItsWay(one) && !mine.handedIn && !mine.gift;

const SENT_INSTEAD: readonly Outcome[] = ["exchange", "exchangeAny", "replacement"];

const standOf = (one: ReturnDetail, mine: ShopperReturn): Stand => ({
  state: one.state,
  method: mine.method,
  travels: mine.lines.some((line) => travels(line.outcome)),
  handedIn: mine.handedIn,
  received: one.receivedAt !== null,
  inspected: mine.inspected,
  accepted: mine.lines.reduce((sum, line) => sum + line.accepted, 0),
  asked: mine.lines.reduce((sum, line) => sum + (travels(line.outcome) ? line.quantity : 0), 0),
  paid: {
    refund: mine.paid.refund.amount,
    credit: mine.paid.credit.amount,
    giftCard: mine.paid.giftCard.amount,
  },
  refunded: one.refundedAt !== null,
  exchanges: mine.lines.some(({ outcome }) => SENT_INSTEAD.includes(outcome)),
});

const TONE: Partial<Record<Next, "info" | "warning">> = {
  requested: "info",
  cancelled: "info",
  declined: "warning",
  notAccepted: "warning",
  partly: "warning",
};

export type Told = {
  title: string;
  text: string;
  tone: "info" | "warning" | "good";
  /** why it was declined, in our words */
  because: string | null;
  /** what staff wrote about that */
  note: string | null;
};

/** Where a return is and what happens next, in words. */
export function standInWords(one: ReturnDetail, mine: ShopperReturn, locale: Locale): Told {
  const says = words(locale).status;
  const next = whatNext(standOf(one, mine));
  const reason = one.declineReason === "RETURN_PERIOD_ENDED" || one.declineReason === "FINAL_SALE";
  const declined = one.state === "declined";
  return {
    ...sentenceOf(mine, next, locale),
    tone: TONE[next] ?? "good",
    because: declined ? says.declineReasons[reason ? (one.declineReason as "FINAL_SALE") : "OTHER"] : null,
    note: declined || next === "notAccepted" ? one.declineNote : null,
  };
}

/** How it travels says it better than the state does, while it is to be sent. */
function sentenceOf(mine: ShopperReturn, next: Next, locale: Locale): { title: string; text: string } {
  const { status: says, request } = words(locale);
  switch (next) {
    case "nothingToSend":
      return { title: says.states.approved.title, text: says.nothingToSend };
    case "way":
      return { title: says.states.approved.title, text: request.methods[mine.method].text };
    default:
      return next in says.states
        ? says.states[next as ReturnState]
        : says.next[next as keyof typeof says.next];
  }
}

type Reached = { title: string; on: Date | null };

/** Its steps in their order, and when each was reached: none that will not come. */
export function reachedSteps(one: ReturnDetail, mine: ShopperReturn, locale: Locale): Reached[] {
  const says = words(locale).status.steps;
  const received = { title: says.received, on: one.receivedAt };
  const refunded = { title: says.refunded, on: one.refundedAt };
  const arrives = mine.lines.some((line) => travels(line.outcome)) ? [received] : [];
  const pays = bringsMoney(one, mine) ? [refunded] : [];
  const paidAhead = one.refundedAt !== null && one.receivedAt === null;
  return [
    { title: says.requested, on: one.requestedAt },
    { title: says.approved, on: one.approvedAt },
    ...(paidAhead ? [...pays, ...arrives] : [...arrives, ...pays]),
  ];
}

/** Did money go out, or will it? Not when something is sent instead, or nothing was accepted. */
function bringsMoney(one: ReturnDetail, mine: ShopperReturn): boolean {
  if (one.refundedAt !== null) return paidSums(one, mine).length > 0;
  return isWaiting(one, mine) && (mine.quote === null || mine.quote.total > 0n);
}

/** What becomes of a line: its outcome, with what is sent instead. */
export function wishOf(line: ShopperLine | undefined, locale: Locale): string | null {
  const says = words(locale).request;
  if (!line) return null;
  const { title } = says.outcomes[line.outcome];
  return line.exchangeTitle ? says.outcomeWith(title, line.exchangeTitle) : title;
}

/** What was found of a line once it was looked at. What stays with the shopper was not sent: nothing is said of it. */
export function foundOf(
  line: ShopperLine | undefined,
  locale: Locale,
): { texts: string[]; because: string | null; photos: ShopperLine["photos"] } | null {
  const says = words(locale).status.found;
  if (!line || !travels(line.outcome)) return null;
  const { accepted, rejected, rejectReason, quantity } = line;
  const missing = quantity - accepted - rejected;
  return {
    texts: [
      ...(accepted > 0 ? [says.accepted(accepted)] : []),
      ...(rejected > 0 ? [says.rejected(rejected)] : []),
      ...(missing > 0 ? [says.missing(missing)] : []),
    ],
    because: rejected > 0 ? rejectReason : null,
    photos: rejected > 0 ? line.photos : [],
  };
}

/** What went out, by the ways it went, in words. */
export function paidRows(
  one: ReturnDetail,
  mine: ShopperReturn,
  locale: Locale,
): { name: string; amount: Money }[] {
  const { amounts } = words(locale).request;
  return one.refundedAt ? paidSums(one, mine).map(({ way, amount }) => ({ name: amounts[way], amount })) : [];
}

/** What went out, by the ways it went; for what Shopify paid by itself, in one sum. */
function paidSums({ refund }: ReturnDetail, { paid }: ShopperReturn) {
  const ways = (["refund", "credit", "giftCard"] as const).map((way) => ({ way, amount: paid[way] }));
  const some = ways.filter(({ amount }) => amount.amount > 0n);
  if (some.length > 0) return some;
  return refund && refund.amount > 0n ? [{ way: "refund" as const, amount: refund }] : [];
}
