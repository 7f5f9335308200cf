import type { ParcelStatus } from "~/platform/carriers/status";
import type { Tracking } from "~/platform/carriers/tracking";

/** What a carrier's word says of a return's parcel. */
export type Journey = {
  status: ParcelStatus | null;
  /** since when */
  at: Date;
  /** when the carrier first had it in hand; null: not yet, or it goes back to its sender */
  handedInAt: Date | null;
  /** when it was delivered to the shop */
  deliveredAt: Date | null;
};

/** The carrier has it in hand. "Delayed" alone may be said of one that was never handed in. */
const IN_HAND: ReadonlySet<ParcelStatus> = new Set([
  "shipped",
  "inTransit",
  "heldByCustoms",
  "outForDelivery",
  "attempted",
  "readyForPickup",
  "delivered",
]);

/** Every status that means the parcel never reaches the shop: no money follows from such a journey by itself. */
const GOES_ASTRAY: ReadonlySet<ParcelStatus> = new Set(["returned", "lost", "cancelled"]);

/**
 * Reads a carrier's word of a parcel that cannot have been sent before `since`: carriers use their numbers again,
 * and an old parcel's scans are nobody's. What happened without a time happened now, if nothing has one.
 */
export function journeyOf(tracking: Pick<Tracking, "status" | "events">, since: Date, now: Date): Journey {
  const dated = tracking.events.flatMap(({ at, status }) => (at && status ? [{ at, status }] : []));
  const seen = dated.filter(({ at }) => at >= since);
  const isOlder = dated.length > 0 && seen.length === 0;
  const nothing = { status: null, at: now, handedInAt: null, deliveredAt: null };
  if (isOlder) return nothing;
  const last = seen.reduce<Date | null>((latest, { at }) => (latest && latest > at ? latest : at), null);
  const status = tracking.status ?? seen.at(-1)?.status ?? null;
  const at = last && last < now ? last : now;
  const astray = [status, ...seen.map((one) => one.status)].some(
    (one) => one !== null && GOES_ASTRAY.has(one),
  );
  if (!status || astray) return { status, at, handedInAt: null, deliveredAt: null };
  const first = (of: (status: ParcelStatus) => boolean): Date | null =>
    seen.find((one) => of(one.status))?.at ?? (of(status) ? at : null);
  return {
    status,
    at,
    handedInAt: first((one) => IN_HAND.has(one)),
    deliveredAt: first((one) => one === "delivered"),
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After so long a label has expired at every carrier, and nobody will send with it. */
const FOLLOWED_FOR = 75 * DAY;

/**
 * When the carrier is asked again; null once there is nothing to wait for. A carrier that sends its news by
 * itself is asked as well, but seldom: what it sends may get lost.
 */
export function askAgainAt(
  label: { status: string | null; boughtAt: Date; sendsNews: boolean },
  now: Date,
): Date | null {
  const isOver =
    label.status === "delivered" || (label.status !== null && GOES_ASTRAY.has(label.status as ParcelStatus));
  if (isOver || now.getTime() - label.boughtAt.getTime() > FOLLOWED_FOR) return null;
  const isMoving = label.status !== null && IN_HAND.has(label.status as ParcelStatus);
  const wait = label.sendsNews ? DAY : isMoving ? 4 * HOUR : 8 * HOUR;
  return new Date(now.getTime() + wait);
}
