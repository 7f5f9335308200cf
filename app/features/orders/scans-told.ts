import { createHash } from "node:crypto";
import { isKnownCode } from "~/platform/carriers/known-code";
import type { Tracking, TrackingEvent } from "~/platform/carriers/tracking";
import type { Scan } from "./parcel-truth";
import { UNKNOWN_SCAN } from "./rules";

export type ScanTold = Scan & { rawStatus: string | null };

/** Whose scans they are: a van's parcels are scanned in one second, in the same words. */
export type TheParcel = { id: string; shippedAt: Date };

/** When this is heard, and what state the source told before. */
export type Heard = { now: Date; lastStatus: string | null };

/** A label may be known to its carrier so long before the parcel leaves; older scans are of another parcel. */
const LABEL_BEFORE_MS = 14 * 86_400_000;
/** Of one message, the latest: no parcel has more. */
const MOST_SCANS = 100;

/**
 * What a source says of a parcel, as scans to keep. The same scan has the same id, however often and in whatever
 * order it is told. A scan without a time cannot be put anywhere and is left out, as is one from before the parcel
 * was sent: carriers use their numbers again. A code nobody knows is kept with the carrier's own words.
 */
export function scansTold(
  source: string,
  tracking: Pick<Tracking, "status" | "rawStatus" | "events">,
  parcel: TheParcel,
  heard: Heard,
): ScanTold[] {
  const since = parcel.shippedAt.getTime() - LABEL_BEFORE_MS;
  const scans = tracking.events
    .filter((event) => event.at && event.at.getTime() >= since && saysSomething(event))
    .map((event) => scanTold(source, parcel, event));
  // The number's last parcel, not this one: what it says of the whole is of that one too.
  if (scans.length === 0 && tracking.events.some(({ at, status }) => at && status)) return [];
  const own = scanOfStatus(source, tracking, parcel, scans, heard);
  return [...scans, ...(own ? [own] : [])].slice(-MOST_SCANS);
}

/** Some codes are known to say nothing ("unknown"); of those that we do not know the carrier's words may. */
const saysSomething = ({ status, rawStatus, message }: TrackingEvent): boolean =>
  status !== null || (rawStatus === null ? message !== null : !isKnownCode(rawStatus));

function scanTold(source: string, parcel: TheParcel, event: TrackingEvent): ScanTold {
  const { status, rawStatus, message, city, country } = event;
  const happenedAt = event.at ?? new Date(0);
  const content = JSON.stringify([
    parcel.id,
    happenedAt.getTime(),
    status,
    rawStatus,
    message,
    city,
    country,
  ]);
  const id = `${source}-${createHash("sha256").update(content).digest("hex").slice(0, 32)}`;
  return { id, source, status: status ?? UNKNOWN_SCAN, rawStatus, message, city, country, happenedAt };
}

/**
 * Some sources tell a state of the whole that none of their scans says. It is a scan right after the last one;
 * without any, of the moment it was first heard.
 */
function scanOfStatus(
  source: string,
  { status, rawStatus }: Pick<Tracking, "status" | "rawStatus">,
  parcel: TheParcel,
  scans: readonly ScanTold[],
  { now, lastStatus }: Heard,
): ScanTold | null {
  if (!status || scans.some((scan) => scan.status === status)) return null;
  if (scans.length === 0 && status === lastStatus) return null;
  const last = Math.max(...scans.map(({ happenedAt }) => happenedAt.getTime()));
  const at = scans.length > 0 ? new Date(last + 1_000) : now;
  return scanTold(source, parcel, {
    at,
    status,
    rawStatus,
    message: null,
    city: null,
    region: null,
    country: null,
  });
}

/** The codes among these scans that mean nothing to us. */
export const unknownCodes = (scans: readonly ScanTold[]): string[] =>
  scans.flatMap(({ status, rawStatus }) =>
    status === UNKNOWN_SCAN && rawStatus ? [rawStatus.slice(0, 80)] : [],
  );
