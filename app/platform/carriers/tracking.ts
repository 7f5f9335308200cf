import type { ParcelStatus } from "./status";

/** One thing that happened to a parcel. */
export interface TrackingEvent {
  /** Null when the carrier gave no time, or one that cannot be (before 2000, or in the future). */
  readonly at: Date | null;
  readonly status: ParcelStatus | null;
  /** The carrier's own code, kept as it came: it may mean something one day. */
  readonly rawStatus: string | null;
  /** The carrier's words; not translated. */
  readonly message: string | null;
  readonly city: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 where the carrier gave it so. */
  readonly country: string | null;
}

/** What a carrier says of one parcel. */
export interface Tracking {
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** Null while nothing is known, or when the carrier's code is new to us. */
  readonly status: ParcelStatus | null;
  readonly rawStatus: string | null;
  /** Oldest first, each once. */
  readonly events: readonly TrackingEvent[];
  readonly estimatedDelivery: Date | null;
  /** The last day a pick-up point keeps it, by its own calendar ("2026-11-25"); absent where the carrier tells none. */
  readonly pickupUntil?: string;
  readonly url: string | null;
  /** The tracker's id at the aggregator. */
  readonly externalId: string | null;
  /** What we sent along when the label was bought. */
  readonly reference: string | null;
}

/** Most events kept of one parcel: the latest. */
const MOST_EVENTS = 500;
const DAY = 86_400_000;
const EARLIEST = Date.UTC(2000, 0, 1);
/** Scanners' clocks and lost time zones are up to a day ahead. */
const CLOCK_SKEW = 1.5 * DAY;
const FARTHEST_PROMISE = 400 * DAY;

export const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text worth keeping, on one line and cut to `limit` UTF-16 units; numbers become text. */
export function text(value: unknown, limit = 200): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return null;
  const clean = value
    .slice(0, limit * 2)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, limit);
  return clean === "" ? null : clean;
}

/** An address of the web, or null: nothing else may become a link. */
export function webAddress(value: unknown): string | null {
  const said = text(value, 1_000);
  return said && /^https?:\/\/[^\s"<>]+$/i.test(said) ? said : null;
}

function readTime(value: unknown, latest: number): Date | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const said = typeof value === "number" && value < 1e11 ? value * 1000 : value;
  // A date-time without a zone is taken as UTC, not as this machine's time.
  const zoned =
    typeof said === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(said.trim())
      ? `${said.trim().replace(" ", "T")}Z`
      : said;
  const at = new Date(zoned);
  const time = at.getTime();
  return time >= EARLIEST && time <= latest ? at : null;
}

/** When something happened: null when that cannot be. */
export const pastTime = (value: unknown, now: Date): Date | null =>
  readTime(value, now.getTime() + CLOCK_SKEW);

/** When something is promised: null when nobody would promise it. */
export const promisedTime = (value: unknown, now: Date): Date | null =>
  readTime(value, now.getTime() + FARTHEST_PROMISE);

const FARTHEST_PICKUP = 90 * DAY;

/** A day until which something is kept, as the carrier writes it: its own calendar's, whatever the time beside it. */
export function dayKeptUntil(value: unknown, now: Date): string | null {
  const day = typeof value === "string" ? /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(value.trim())?.[0] : undefined;
  const ends = readTime(day, now.getTime() + FARTHEST_PICKUP)?.getTime() ?? Number.NaN;
  return day && ends + 2 * DAY > now.getTime() ? day : null;
}

/**
 * Oldest first, whatever order they came in, each once. One without a time stays behind the one it followed,
 * the list being read in the direction its times run.
 */
export function inOrder(events: readonly TrackingEvent[]): TrackingEvent[] {
  const dated = events.flatMap(({ at }) => (at ? [at.getTime()] : []));
  const newestFirst = (dated[0] ?? 0) > (dated.at(-1) ?? 0);
  const forward = newestFirst ? [...events].reverse() : [...events];
  let last = Number.NEGATIVE_INFINITY;
  const placed = forward.map((event, index) => {
    if (event.at) last = event.at.getTime();
    return { event, time: last, index };
  });
  placed.sort((a, b) => (a.time === b.time ? a.index - b.index : a.time < b.time ? -1 : 1));
  const seen = new Set<string>();
  const once = placed.flatMap(({ event }) => {
    const key = JSON.stringify(event);
    if (seen.has(key)) return [];
    seen.add(key);
    return [event];
  });
  return once.slice(-MOST_EVENTS);
}

/** Said last and known: what the parcel's status is when the carrier gives none of its own. */
export const latestStatus = (events: readonly TrackingEvent[]): ParcelStatus | null =>
  events.findLast((event) => event.status !== null)?.status ?? null;

const UNDER_WAY: ReadonlySet<ParcelStatus> = new Set([
  "shipped",
  "inTransit",
  "delayed",
  "outForDelivery",
  "attempted",
  "readyForPickup",
]);
const ADDS_NOTHING: ReadonlySet<ParcelStatus> = new Set(["preparing", "shipped", "inTransit", "cancelled"]);

/** A status made more exact by the carrier's detail, where the two can both be true. */
export function refined(status: ParcelStatus | null, detail: ParcelStatus | null): ParcelStatus | null {
  if (!detail || !status) return status ?? detail;
  if (status === "failed") return detail === "lost" || detail === "returned" ? detail : status;
  return UNDER_WAY.has(status) && !ADDS_NOTHING.has(detail) ? detail : status;
}
