import type { Settings } from "~/features/settings/schema";

/** What is to be done with a parcel whose turn has come. `at`: its next turn; null: never again. */
export type NextStep = { do: "rest"; at: Date | null } | { do: "follow" } | { do: "ask" };

type Followed = {
  parcelState: string;
  shippedAt: Date;
  shopifyScanAt: Date | null;
  ignored: boolean;
  externalId: string | null;
  accountId: string | null;
  problem: string | null;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nobody waits longer for a parcel, and its number may soon be another's. */
const FOLLOWED_FOR = 60 * DAY;
const OVER = new Set(["delivered", "returned", "cancelled"]);

/**
 * A parcel is followed once: where the merchant wants it always, or when Shopify has told of no scan for so many
 * hours since it left. Before that each is left alone, since following may cost something.
 */
export function nextStep(
  parcel: Followed,
  { follow, silentHours }: Settings["tracking"],
  now: Date,
): NextStep {
  const isOld = now.getTime() - parcel.shippedAt.getTime() > FOLLOWED_FOR;
  if (parcel.ignored || isOld || OVER.has(parcel.parcelState) || parcel.problem === "notKnown")
    return { do: "rest", at: null };
  if (parcel.accountId) return { do: "ask" };
  if (follow === "off") return { do: "rest", at: new Date(now.getTime() + DAY) };
  if (follow === "always") return { do: "follow" };
  const heardAt = Math.max(parcel.shippedAt.getTime(), parcel.shopifyScanAt?.getTime() ?? 0);
  // A scan of tomorrow, or of the year 9999, is a slip: silence is then counted from now on.
  const since = Math.min(heardAt, now.getTime());
  const until = since + silentHours * HOUR;
  return until <= now.getTime() ? { do: "follow" } : { do: "rest", at: new Date(until) };
}

/**
 * When a followed parcel is asked for again: seldom where its news comes by itself, and each time without anything
 * new twice as long later, to two days at most.
 */
export function askAgainIn(sendsNews: boolean, asksInVain: number): number {
  const first = sendsNews ? DAY : 4 * HOUR;
  return Math.min(2 * DAY, first * 2 ** Math.min(asksInVain, 6));
}

/** How long an account that does not answer, or does not know a number, is left alone; in milliseconds. */
export const tryAgainIn = (triesInVain: number): number =>
  Math.min(DAY, HOUR * 2 ** Math.min(triesInVain, 6));

/** A number that nobody knows after so many tries is not asked for again. */
export const MOST_TRIES = 6;
