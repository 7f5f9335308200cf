import { DAY_MS } from "~/platform/calendar/holidays";
import { areaOf, handlingLane, type Lane, transitLane } from "./lane";
import type { Leg } from "./learn-days";
import type { DelayModel } from "./model";
import type { ReadParcel } from "./parcel";

/** More parcels teach nothing new. */
const MOST_PARCELS = 200_000;
/** A parcel that has been silent this long will not arrive: what became of it is not known. */
const MOST_LEG_DAYS = 120;

/** Lanes are made once and shared: the same lane is the same object. */
export class LaneBook {
  private readonly lanes = new Map<string, Lane>();
  constructor(private readonly home: string) {}

  transit(row: ReadParcel): Lane {
    const { carrier, service, origin, destination } = row;
    const to = `${destination.country}|${destination.region}|${areaOf(destination)}`;
    const key = `${carrier}|${service}|${origin.country}|${origin.region}|${to}`;
    return this.find(key, () => transitLane(row, this.home));
  }

  handling(row: ReadParcel): Lane {
    const { carrier, service, origin } = row;
    const key = `handling|${carrier}|${service}|${origin.country}|${origin.region}`;
    return this.find(key, () => handlingLane(row, this.home));
  }

  private find(key: string, make: () => Lane): Lane {
    const lane = this.lanes.get(key) ?? make();
    this.lanes.set(key, lane);
    return lane;
  }
}

const byStart = (a: Leg, b: Leg) => a.start - b.start || (a.end ?? Infinity) - (b.end ?? Infinity);

export function transitLegs(
  rows: readonly ReadParcel[],
  startsAt: DelayModel["startsAt"],
  lanes: LaneBook,
  asOf: number,
): Leg[] {
  return newestOf(
    rows.flatMap((row) => {
      const start = startsAt === "placed" ? (row.placed ?? row.handedOver) : row.handedOver;
      return start === null ? [] : legOf(lanes.transit(row), start, row.delivered, row.promised, asOf);
    }),
  );
}

/** What was delivered has been handed over: without a moment of it, such a row says nothing of handling. */
export function handlingLegs(rows: readonly ReadParcel[], lanes: LaneBook, asOf: number): Leg[] {
  return newestOf(
    rows.flatMap((row) => {
      if (row.placed === null || (row.handedOver === null && row.delivered !== null)) return [];
      return legOf(lanes.handling(row), row.placed, row.handedOver, null, asOf);
    }),
  );
}

const newestOf = (legs: Leg[]) => legs.sort(byStart).slice(-MOST_PARCELS);

function legOf(
  lane: Lane,
  start: number,
  ended: number | null,
  promised: number | null,
  asOf: number,
): Leg[] {
  if (start > asOf) return [];
  const end = ended !== null && ended <= asOf ? ended : null;
  if (end !== null && (end < start || end - start > MOST_LEG_DAYS * DAY_MS)) return [];
  return [{ lane, start, end, promised }];
}

/**
 * A history of delivered parcels only shows of the last days just the fast ones. When nothing is told of
 * parcels under way, those last days are left out: as many as 98 of 100 parcels need.
 */
export function withoutHalfSeen(legs: Leg[], asOf: number): Leg[] {
  if (legs.length === 0 || legs.some(({ end }) => end === null)) return legs;
  const spans = Float64Array.from(legs, ({ start, end }) => (end as number) - start).sort();
  const usual = spans[Math.floor((spans.length - 1) * 0.98)] as number;
  const whole = legs.filter(({ start }) => start <= asOf - usual);
  return whole.length >= legs.length / 2 ? whole : legs;
}
