import { isMailbox } from "~/values/keys";

const DAY_MS = 86_400_000;
/** Asked so much later than planned, nobody remembers the order. */
const LATE_MS = 30 * DAY_MS;

/** An order and its buyer, as far as they decide whether the buyer is asked. */
export type Buyer = {
  email: string;
  /** when the last parcel arrived; null: something is still on its way, or nothing was sent */
  arrivedAt: Date | null;
  cancelled: boolean;
  test: boolean;
  redacted: boolean;
  /** asked about this order already? */
  asked: boolean;
  /** mail to them came back, or they want less of it */
  barred: boolean;
  /** they wait for an answer of ours, or something is on its way back */
  isWaiting: boolean;
  /** when they were last asked anything */
  lastAsked: Date | null;
};

/**
 * Is the buyer asked now whether they would recommend the shop? Once an order, when all of it has been there for so
 * many days; nobody who was asked anything within the gap, waits for us, or wants no such mail.
 */
export function mayAskRecommendation(
  buyer: Buyer,
  { now, afterDays, gapDays }: { now: Date; afterDays: number; gapDays: number },
): boolean {
  const { arrivedAt, lastAsked } = buyer;
  if (buyer.cancelled || buyer.test || buyer.redacted || buyer.asked) return false;
  if (buyer.barred || buyer.isWaiting || !isMailbox(buyer.email) || !arrivedAt) return false;
  const due = arrivedAt.getTime() + afterDays * DAY_MS;
  if (due > now.getTime() || due + LATE_MS < now.getTime()) return false;
  return lastAsked === null || lastAsked.getTime() + gapDays * DAY_MS <= now.getTime();
}
