import { DAY_MS } from "~/platform/calendar/holidays";
import { AS_TOLD, learnCorrection, learnLateness, type Outcome, UNCORRECTED } from "./correct";
import { restAtOrder } from "./known";
import { learnDays } from "./learn-days";
import { emptyLeg, LegBook } from "./leg";
import { handlingLegs, LaneBook, transitLegs, withoutHalfSeen } from "./legs";
import type { DelayModel, Lateness, LegModel } from "./model";
import { type PastParcel, type ReadParcel, readParcel } from "./parcel";
import { type Steps, toTheEnd } from "./steps";

/** Older parcels teach nothing of today. */
const OLDEST_DAYS = 3 * 365;
/** The newest share of parcels is told beforehand, in so many steps, to see how honest the model is. */
const KEPT_OUT = 0.3;
const STEPS = 4;
const LEAST_KEPT_OUT = 30;
/** In between, what happened lately is learnt anew as often: not every night, for the time that would take. */
const RELEARN_DAYS = 7;
const MOST_FROM_ORDER = 1500;

export function emptyModel(): DelayModel {
  return {
    version: 1,
    asOf: null,
    home: "",
    startsAt: "handedOver",
    handling: emptyLeg(),
    transit: emptyLeg(),
    correctionFromOrder: [...UNCORRECTED],
    lateness: { fromHandOver: { ...AS_TOLD }, fromOrder: { ...AS_TOLD } },
  };
}

/**
 * Learns a shop's handling and transit times from its past parcels, delivered or still under way, in any
 * order. Pure and without chance: the same history gives the same model. Rows that cannot be (no moments,
 * clocks that jumped) teach nothing. An empty history gives the rules of thumb.
 */
export const fit = (history: readonly PastParcel[]): DelayModel => toTheEnd(fitInSteps(history));

/** As {@link fit}, in steps of some tenths of a second at 100,000 parcels, so that other work goes on in between. */
export function* fitInSteps(history: readonly PastParcel[]): Steps<DelayModel> {
  const rows = (Array.isArray(history) ? history : []).map(readParcel);
  const asOf = newestMoment(rows);
  if (asOf === null) return emptyModel();
  yield;
  const known = rows.filter((row) => isKnown(row, asOf));
  const home = commonest(known.map(({ origin }) => origin.country));
  const startsAt = notesHandOver(known) ? "handedOver" : "placed";
  const lanes = new LaneBook(home);
  const ways = withoutHalfSeen(transitLegs(known, startsAt, lanes, asOf), asOf);
  yield;
  const transit = new LegBook(ways, yield* learnDays(ways, asOf));
  yield;
  const waits = startsAt === "placed" ? [] : handlingLegs(known, lanes, asOf);
  const handling = new LegBook(waits, yield* learnDays(waits, asOf));
  const onTheWay = yield* learnHonestly(transit, asOf);
  const model: DelayModel = {
    ...emptyModel(),
    asOf: new Date(asOf).toISOString(),
    home,
    startsAt,
    handling: (yield* learnHonestly(handling, asOf)).leg,
    transit: onTheWay.leg,
    lateness: { fromHandOver: onTheWay.lateness, fromOrder: { ...AS_TOLD } },
  };
  if (startsAt === "placed") return model;
  const outcomes = yield* outcomesFromOrder(known, model, handling, transit, asOf);
  const correctionFromOrder = learnCorrection(outcomes);
  const fromOrder = learnLateness(outcomes, correctionFromOrder);
  return { ...model, correctionFromOrder, lateness: { ...model.lateness, fromOrder } };
}

/** The history's newest moment. A few clocks that run ahead of all others do not make the rest look old. */
export function newestMoment(rows: readonly ReadParcel[]): number | null {
  const moments = rows.flatMap(({ placed, handedOver, delivered }) => {
    const newest = Math.max(placed ?? 0, handedOver ?? 0, delivered ?? 0);
    return newest > 0 ? [newest] : [];
  });
  if (moments.length === 0) return null;
  const sorted = Float64Array.from(moments).sort();
  const company = sorted.length < 20 ? 1 : Math.max(3, Math.ceil(sorted.length / 100));
  const near = (sorted.length < 20 ? 180 : 30) * DAY_MS;
  const believed = Math.floor(sorted.length * 0.97);
  for (let i = sorted.length - 1; i > believed && i >= company; i--)
    if ((sorted[i] as number) - (sorted[i - company] as number) <= near) return sorted[i] as number;
  return sorted[Math.min(believed, sorted.length - 1)] as number;
}

const isKnown = ({ placed, handedOver }: ReadParcel, asOf: number) => {
  const start = handedOver ?? placed;
  return start !== null && start <= asOf && start > asOf - OLDEST_DAYS * DAY_MS;
};

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** Does this shop tell when a parcel is handed over? Of those delivered, at least one in five must say so. */
function notesHandOver(rows: readonly ReadParcel[]): boolean {
  const delivered = rows.filter((row) => row.delivered !== null);
  const noted = delivered.filter((row) => row.handedOver !== null).length;
  return delivered.length === 0 || noted >= delivered.length / 5;
}

/** Learns, and sees how earlier models of the same making would have done. */
function* learnHonestly(book: LegBook, asOf: number): Steps<{ leg: LegModel; lateness: Lateness }> {
  const outcomes: Outcome[] = [];
  for (let step = 0; step < STEPS; step++) {
    const at = (part: number) => Math.floor(book.count * (1 - KEPT_OUT + (KEPT_OUT * part) / STEPS));
    const [from, to] = [at(step), at(step + 1)];
    if (book.count * KEPT_OUT < LEAST_KEPT_OUT) break;
    let model = book.learn(book.start[from] as number);
    for (let next = from; next < to; ) {
      const moment = book.start[next] as number;
      const until = Math.min(to, Math.max(next + 1, book.countUntil(moment + RELEARN_DAYS * DAY_MS)));
      if (next > from) model = book.learnLatelyAt(model, moment);
      outcomes.push(...book.outcomes(model, next, until, asOf));
      next = until;
      yield;
    }
  }
  const correction = learnCorrection(outcomes);
  return { leg: { ...book.learn(asOf), correction }, lateness: learnLateness(outcomes, correction) };
}

/** How predictions made at the order would have done: both legs learnt until a moment, then laid against the rest. */
function* outcomesFromOrder(
  rows: readonly ReadParcel[],
  model: DelayModel,
  handling: LegBook,
  transit: LegBook,
  asOf: number,
): Steps<Outcome[]> {
  const from = handling.start[Math.floor(handling.count * (1 - KEPT_OUT))];
  if (from === undefined || handling.count * KEPT_OUT < LEAST_KEPT_OUT) return [];
  let past: DelayModel = {
    ...model,
    handling: { ...handling.learn(from), correction: model.handling.correction },
    transit: { ...transit.learn(from), correction: model.transit.correction },
  };
  const later = rows
    .filter(({ placed }) => placed !== null && placed > from && placed <= asOf)
    .sort((a, b) => (a.placed as number) - (b.placed as number));
  const step = Math.max(1, Math.ceil(later.length / MOST_FROM_ORDER));
  let learntAt = from;
  const outcomes: Outcome[] = [];
  for (let i = 0; i < later.length; i += step) {
    const row = later[i] as ReadParcel;
    const placed = row.placed as number;
    if (placed > learntAt + RELEARN_DAYS * DAY_MS) {
      learntAt = placed;
      past = {
        ...past,
        handling: handling.learnLatelyAt(past.handling, placed),
        transit: transit.learnLatelyAt(past.transit, placed),
      };
      yield;
    }
    outcomes.push(...outcomeFromOrder(past, row, asOf));
  }
  return outcomes;
}

function outcomeFromOrder(past: DelayModel, row: ReadParcel, asOf: number): Outcome[] {
  const { placed, delivered, promised } = row;
  if (placed === null || (delivered !== null && delivered <= placed)) return [];
  const rest = restAtOrder(past, row, placed);
  const ended = delivered !== null && delivered <= asOf;
  const outcome: Outcome = { share: 1 - rest.missingAt(ended ? delivered : asOf), ended };
  if (promised !== null && promised <= asOf && promised > placed) {
    outcome.shareAtPromise = 1 - rest.missingAt(promised);
    outcome.late = !(ended && delivered <= promised);
  }
  return [outcome];
}
