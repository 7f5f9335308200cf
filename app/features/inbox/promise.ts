import { addBusinessTime, type BusinessHours, businessTimeBetween } from "./business-hours";

/** How the queue is, as far as it can be known. */
export type Queue = {
  /** conversations that wait for an answer before this one */
  ahead: number;
  /** answered in the days before, and the business time that took, in milliseconds */
  answered: { count: number; withinMs: number };
  /** how long recent first answers took, in business milliseconds, in any order */
  recent: readonly number[];
};

const HOUR_MS = 3_600_000;
/** Fewer answers than this say nothing of the next one. */
const LEAST_KNOWN = 8;
/** So many of a hundred recent answers came within what is promised. */
const KEPT = 0.9;
const SHORTEST_MS = HOUR_MS;
/** Beyond this the merchant has to say something better than a machine can. */
const LONGEST_MS = 40 * HOUR_MS;

/**
 * By when somebody answers, honestly: within what nine of ten recent answers took, and no sooner than those
 * ahead are answered at the pace of the last days, whichever is later; within `usualMs` where too little is
 * known. All in business time, rounded up to what people say: the next half hour that clocks show.
 */
export function replyBy(now: Date, queue: Queue, usualMs: number, hours: BusinessHours): Date {
  const known = queue.recent.length >= LEAST_KNOWN ? quantile(queue.recent, KEPT) : usualMs;
  const pace = queue.answered.count >= LEAST_KNOWN ? queue.answered.withinMs / queue.answered.count : null;
  const turn = pace === null ? 0 : (queue.ahead + 1) * pace;
  const ms = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, known, turn));
  return roundedUp(addBusinessTime(now, ms, hours));
}

/** The value that so large a share of them does not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const HALF_HOUR_MS = HOUR_MS / 2;

/** Every zone's clocks are ahead of UTC by a multiple of a quarter of an hour; nearly all by half hours. */
const roundedUp = (at: Date): Date => new Date(Math.ceil(at.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);

export type PromiseState = "kept" | "soon" | "late";

/** Staff are warned when so little business time is left. */
const WARNED_MS = HOUR_MS;

/** How an answer that is promised stands at `now`. */
export function promiseState(by: Date, now: Date, hours: BusinessHours): PromiseState {
  if (now > by) return "late";
  return businessTimeBetween(now, by, hours) <= WARNED_MS ? "soon" : "kept";
}

/** The key of what a machine answers to a message at once: that somebody will, and by when. */
export const acknowledgementKey = (messageId: string): string => ACKNOWLEDGED + messageId;
export const isAcknowledgement = (requestKey: string | null): boolean =>
  requestKey?.startsWith(ACKNOWLEDGED) ?? false;
const ACKNOWLEDGED = "acknowledged:";
