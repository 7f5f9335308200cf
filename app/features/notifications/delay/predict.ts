import { type Rest, restOf, restOnVan } from "./arrival";
import { type Because, becauseOf } from "./because";
import { correctedLateness } from "./correct";
import { type LaneKnown, laneOf, type Ready, readyOf, restUntilHandedOver } from "./known";
import type { DelayModel, Lateness } from "./model";
import { type Moment, type Parcel, type ReadParcel, readMoment, readParcel } from "./parcel";
import { readScanNews, type ScanSays } from "./scan";
import { staffWords } from "./words/staff";
import { workingDays } from "./working-time";

export { fit } from "./fit";

/** When a parcel will arrive, told that it has not arrived until now. */
export type Prediction = {
  /** one in ten such parcels arrives before; never before `now`, and p10 ≤ p50 ≤ p90 */
  p10: Date;
  p50: Date;
  p90: Date;
  /** how likely it arrives after `promised`, 0 to 1; 0 when nothing was promised, 1 when the promise has passed */
  lateProbability: number;
  /** why, in one English sentence for staff */
  reason: string;
  /** the same to be said in other words */
  because: Because;
};

const LATEST = 8_640_000_000_000_000;
const DAY_MS = 86_400_000;
/** A start further ahead than this is a slip of a clock. */
const MOST_AHEAD = 60 * DAY_MS;

/**
 * Tells when a parcel that has not arrived will do so. `delivered` is not looked at; a hand-over up to 60 days
 * ahead is taken as planned. Pure: the same question has the same answer. Never throws for odd input: what
 * cannot be read is as if absent, and without any moment the parcel is taken as ordered now.
 */
export function predict(model: DelayModel, parcel: Parcel, now: Moment): Prediction {
  const read = readParcel(parcel);
  const known = readyOf(model);
  const lane = laneOf(read, model, known);
  const at = readMoment(now) ?? read.handedOver ?? read.placed ?? Date.parse(model.asOf ?? "2026-01-01");
  const start = startOf(read, model, at);
  const scan = start.handedOver ? scanNews(read, lane, at) : readScanNews(null, lane.lane.zone, 0);
  const { fromHandOver, fromOrder } = model.lateness;
  const rest = restOfParcel(model, known, lane, start, at, scan);
  const moment = (share: number) => Math.min(LATEST, Math.ceil(rest.momentFor(share)));
  const p10 = Math.max(at, moment(0.1));
  const p50 = Math.max(p10, moment(0.5));
  const p90 = Math.max(p50, moment(0.9));
  const lateProbability = lateness(rest, read.promised, at, start.handedOver ? fromHandOver : fromOrder);
  const because = becauseOf(parcel, lane, {
    lateProbability: read.promised === null ? null : lateProbability,
    handedOver: start.handedOver,
    daysSoFar: workingDays(lane.transit.days, start.at, at),
    scan: scan.code,
  });
  return {
    p10: new Date(p10),
    p50: new Date(p50),
    p90: new Date(p90),
    lateProbability,
    reason: staffWords.reason(because),
    because,
  };
}

type Start = { at: number; handedOver: boolean };

/** Where the way begins: at the hand-over, at its first scan when no hand-over was noted, else at the order. */
function startOf({ handedOver, placed, lastScan }: ReadParcel, model: DelayModel, now: number): Start {
  const possible = (moment: number | null) => moment !== null && moment <= now + MOST_AHEAD;
  const ordered = possible(placed) ? (placed as number) : now;
  if (model.startsAt === "placed" && possible(placed)) return { at: ordered, handedOver: true };
  if (possible(handedOver)) return { at: handedOver as number, handedOver: true };
  if (lastScan && lastScan.at <= now && lastScan.status !== "preparing")
    return { at: Math.max(ordered, lastScan.at), handedOver: true };
  return { at: ordered, handedOver: model.startsAt === "placed" };
}

function scanNews({ lastScan }: ReadParcel, { lane, transit }: LaneKnown, now: number): ScanSays {
  if (!lastScan || lastScan.at > now) return readScanNews(null, lane.zone, 0);
  const since =
    workingDays(transit.days, lastScan.at, now) - workingDays(transit.days, lastScan.at, lastScan.at);
  return readScanNews(lastScan, lane.zone, since);
}

function restOfParcel(
  model: DelayModel,
  known: Ready,
  lane: LaneKnown,
  start: Start,
  now: number,
  scan: ScanSays,
): Rest {
  if (scan.code === "onVan") return restOnVan(lane.transit, Math.min(start.at, now), now, scan.share);
  if (start.handedOver) return restOf(known.transit, lane.transit, start.at, now, scan.speed);
  return restUntilHandedOver(model, known, lane, start.at, now);
}

function lateness(rest: Rest, promised: number | null, now: number, correction: Lateness): number {
  if (promised === null) return 0;
  if (promised <= now) return 1;
  const late = correctedLateness(correction, rest.missingAt(promised));
  return Math.min(1, Math.max(0, Math.round(late * 1e4) / 1e4));
}
