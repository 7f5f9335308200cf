import { DAY_MS } from "~/platform/calendar/holidays";
import { type Outcome, UNCORRECTED } from "./correct";
import { daysFor, shareWithin } from "./curve";
import type { Lane } from "./lane";
import { type Leg, NO_DAYS } from "./learn-days";
import { type CountryDays, type DaysModel, type LegModel, uncorrected } from "./model";
import { type Gone, halfWeekday, LATELY_DAYS, learnLately, learnStarts } from "./shifts";
import { type Curves, closest, growTree, type Sample } from "./tree";
import { type LaneDays, laneDays, workingDays } from "./working-time";

/** The past fades: after so many days a parcel counts half. */
const HALF_LIFE_DAYS = 120;
const MOST_OUTCOMES = 1_000;

/** A leg's model made ready for questions. */
export type ReadyLeg = {
  model: LegModel;
  curves: Curves;
  countries: ReadonlyMap<string, CountryDays>;
  weeks: ReadonlyMap<string, number[]>;
  lately: ReadonlyMap<string, number>;
};

export function readyLeg(model: LegModel): ReadyLeg {
  return {
    model,
    curves: new Map(model.curves.map(([key, parcels, curve]) => [key, { parcels, curve }])),
    countries: new Map(model.days.countries),
    weeks: new Map(model.days.weeks),
    lately: new Map(model.lately),
  };
}

/** What a lane asks of a leg's model: the closest curve, its days, its shifts. */
export type LaneLeg = {
  curve: readonly number[];
  /** the closest circle with parcels enough to speak of, -1 for none; and how many it holds */
  depth: number;
  parcels: number;
  days: LaneDays;
  lately: number;
  /** lengths at even shares, by half weekday of the start; filled as they are asked for */
  lengths: (Float64Array | undefined)[];
};

export const laneLeg = (leg: ReadyLeg, lane: Lane): LaneLeg => ({
  ...closest(leg.curves, lane.trail),
  days: laneDays(leg.model.days, leg.countries, leg.weeks, lane),
  lately: leg.lately.get(lane.carrier) ?? leg.lately.get("") ?? 0,
  lengths: [],
});

/** How much later a leg is than its curve, in normal scores. */
export const shiftOf = (leg: ReadyLeg, { days, lately }: LaneLeg, start: number): number =>
  (leg.model.starts[halfWeekday(days, start)] as number) + lately;

/** The lengths of a leg from its start, at `count` even shares. */
export function lengthsOf(leg: ReadyLeg, lane: LaneLeg, half: number, count: number): Float64Array {
  const kept = lane.lengths[half];
  if (kept) return kept;
  const shift = (leg.model.starts[half] as number) + lane.lately;
  const lengths = Float64Array.from({ length: count }, (_, i) =>
    daysFor(lane.curve, uncorrected(leg.model.correction, (i + 0.5) / count), shift),
  );
  lane.lengths[half] = lengths;
  return lengths;
}

export const emptyLeg = (): LegModel => ({
  parcels: 0,
  days: NO_DAYS,
  curves: [],
  starts: Array.from({ length: 14 }, () => 0),
  lately: [["", 0]],
  correction: [...UNCORRECTED],
});

/** All legs of one kind, measured once and learnt from several times: now, and as at moments of the past. */
export class LegBook {
  readonly count: number;
  readonly start: Float64Array;
  /** NaN for a leg that has not ended */
  private readonly end: Float64Array;
  private readonly promised: Float64Array;
  private readonly length: Float64Array;
  private readonly half: Uint8Array;
  private readonly lane: Int32Array;
  private readonly lanes: readonly Lane[];
  private readonly trails: readonly (readonly string[])[];
  private readonly calendars: readonly LaneDays[];
  private readonly days: DaysModel;

  /** Legs sorted by start, oldest first; and what was learnt of the days they end on. */
  constructor(legs: readonly Leg[], days: DaysModel) {
    this.count = legs.length;
    this.days = days;
    const numbers = new Map<Lane, number>();
    for (const { lane } of legs) if (!numbers.has(lane)) numbers.set(lane, numbers.size);
    this.lanes = [...numbers.keys()];
    this.trails = this.lanes.map(({ trail }) => trail);
    const { countries, weeks } = readyLeg({ ...emptyLeg(), days: this.days });
    this.calendars = this.lanes.map((lane) => laneDays(this.days, countries, weeks, lane));
    this.lane = Int32Array.from(legs, ({ lane }) => numbers.get(lane) as number);
    this.start = Float64Array.from(legs, ({ start }) => start);
    this.end = Float64Array.from(legs, ({ end }) => end ?? Number.NaN);
    this.promised = Float64Array.from(legs, ({ promised }) => promised ?? Number.NaN);
    this.length = this.end.map((end, i) => (end > 0 ? this.lengthUntil(i, end) : Number.NaN));
    this.half = Uint8Array.from(legs, ({ start }, i) => halfWeekday(this.daysAt(i), start));
  }

  private daysAt = (i: number): LaneDays => this.calendars[this.lane[i] as number] as LaneDays;
  private lengthUntil = (i: number, moment: number): number =>
    workingDays(this.daysAt(i), this.start[i] as number, moment);

  /** What was known at a moment: legs started until then, those that had not ended as watched so far. */
  learn(asOf: number): LegModel {
    const count = this.countUntil(asOf);
    if (count === 0) return { ...emptyLeg(), days: this.days };
    const sample = this.sampleAt(asOf, 0, count);
    const model = { ...emptyLeg(), parcels: count, days: this.days, curves: growTree(sample) };
    const gone = this.goneBy(model, sample);
    const starts = learnStarts(gone);
    return { ...model, starts, lately: learnLately(gone, starts) };
  }

  /** The same model some days on: only what happened lately is learnt anew. */
  learnLatelyAt(model: LegModel, asOf: number): LegModel {
    const from = this.countUntil(asOf - LATELY_DAYS * DAY_MS);
    const sample = this.sampleAt(asOf, from, this.countUntil(asOf));
    return { ...model, lately: learnLately(this.goneBy(model, sample), model.starts) };
  }

  private goneBy(model: LegModel, sample: Sample): Gone {
    const curves: Curves = new Map(model.curves.map(([key, parcels, curve]) => [key, { parcels, curve }]));
    return {
      sample,
      curves: this.trails.map((trail) => closest(curves, trail).curve),
      carriers: this.lanes.map(({ carrier }) => carrier),
      start: this.start.subarray(sample.from),
      half: this.half.subarray(sample.from),
    };
  }

  /** How many legs had started by a moment. */
  countUntil(asOf: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.start[middle] as number) <= asOf) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sampleAt(asOf: number, from: number, to: number): Sample {
    const count = to - from;
    const days = new Float64Array(count);
    const ended = new Uint8Array(count);
    const weight = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const leg = from + i;
      const done = (this.end[leg] as number) <= asOf;
      ended[i] = done ? 1 : 0;
      days[i] = done ? (this.length[leg] as number) : this.lengthUntil(leg, asOf);
      weight[i] = 2 ** (((this.start[leg] as number) - asOf) / DAY_MS / HALF_LIFE_DAYS);
    }
    return { from, count, lane: this.lane.subarray(from, to), trails: this.trails, days, ended, weight };
  }

  /** How legs from the `from`th to before the `to`th went, told beforehand by a model of the past. */
  outcomes(model: LegModel, from: number, to: number, asOf: number): Outcome[] {
    const ready = readyLeg(model);
    const known = new Map<number, LaneLeg>();
    const step = Math.max(1, Math.ceil((to - from) / MOST_OUTCOMES));
    const outcomes: Outcome[] = [];
    for (let i = from; i < to; i += step) {
      const no = this.lane[i] as number;
      const lane = known.get(no) ?? laneLeg(ready, this.lanes[no] as Lane);
      known.set(no, lane);
      const ended = !Number.isNaN(this.end[i]);
      const days = ended ? (this.length[i] as number) : this.lengthUntil(i, asOf);
      const shift = (model.starts[this.half[i] as number] as number) + lane.lately;
      const promised = this.promised[i] as number;
      const outcome: Outcome = { share: shareWithin(lane.curve, days, shift), ended };
      if (promised <= asOf && promised > (this.start[i] as number)) {
        outcome.shareAtPromise = shareWithin(lane.curve, this.lengthUntil(i, promised), shift);
        outcome.late = !((this.end[i] as number) <= promised);
      }
      outcomes.push(outcome);
    }
    return outcomes;
  }
}
