import { EPISODE_RULES, type EpisodeRules, NO_EPISODE, nextNews } from "./episodes";
import { fitInSteps, newestMoment } from "./fit";
import type { DelayModel } from "./model";
import { type PastParcel, type ReadParcel, readMoment, readParcel } from "./parcel";
import { predict } from "./predict";
import { type Steps, toTheEnd } from "./steps";

const DAY = 86_400_000;

/** What the model would have told, had it been there. */
export type BackTest = {
  /** parcels looked at: handed over, promised, and by now delivered or past their promise */
  parcels: number;
  late: number;
  /** told late and truly late; told late but on time; late without a word */
  toldRightly: number;
  toldWrongly: number;
  missed: number;
  /** of the late ones told, how many hours before the promise passed, in the middle; below 0: after; null for none */
  hoursAhead: number | null;
  /** messages sent in all, also "back on track" and new dates */
  messages: number;
  /** shares of parcels that arrived within the range told at hand-over (80 % is honest), and before its middle */
  withinRange: number | null;
  beforeMiddle: number | null;
  /** likelihood told at hand-over against what happened, by tenths of likelihood */
  reliability: { told: number; happened: number; parcels: number }[];
  /** mean squared error of the likelihood at hand-over, 0 is perfect */
  brier: number | null;
};

export type BackTestOptions = {
  /** how many of the newest days to walk through */
  days?: number;
  /** a model learns anew this often; nightly would be 1, but takes as many times longer */
  everyDays?: number;
  /** at most so many parcels, evenly chosen */
  most?: number;
  rules?: EpisodeRules;
};

type Case = { parcel: PastParcel; read: ReadParcel; handedOver: number; promised: number };
type Told = { within: boolean | null; before: boolean | null; told: number; late: boolean };
type Walked = { toldAt: number | null; messages: number };

/**
 * Walks through the past: each period with a model that knows only what had happened before it, each parcel
 * once a day from hand-over until it came. Pure; takes as long as a fit for each period and a prediction for
 * each parcel and day.
 */
export const backTest = (history: readonly PastParcel[], options: BackTestOptions = {}): BackTest =>
  toTheEnd(backTestInSteps(history, options));

/** As {@link backTest}, in short steps that say how far it is. */
export function* backTestInSteps(
  history: readonly PastParcel[],
  options: BackTestOptions = {},
): Steps<BackTest> {
  const { days = 60, everyDays = 10, most = 2000, rules = EPISODE_RULES } = options;
  const asOf = newestMoment(history.map(readParcel));
  if (asOf === null) return summary([], []);
  const cases = evenly(casesOf(history, asOf - days * DAY, asOf), most);
  const told: Told[] = [];
  const walked: (Walked & { promised: number; late: boolean })[] = [];
  let model: DelayModel | null = null;
  let next = Number.NEGATIVE_INFINITY;
  for (const [at, one] of cases.entries()) {
    if (at % 50 === 0) yield at / cases.length;
    if (model === null || one.handedOver >= next) {
      model = yield* fitInSteps(knownBy(history, one.handedOver));
      next = one.handedOver + Math.max(1, everyDays) * DAY;
    }
    const late = !(one.read.delivered !== null && one.read.delivered <= one.promised);
    told.push(toldAtHandOver(model, one, late));
    walked.push({ ...walk(model, one, asOf, rules), promised: one.promised, late });
  }
  return summary(told, walked);
}

/** Parcels of which it is known by now whether they came in time, oldest first. */
function casesOf(history: readonly PastParcel[], from: number, asOf: number): Case[] {
  return history
    .flatMap((parcel): Case[] => {
      const read = readParcel(parcel);
      const { handedOver, promised, delivered } = read;
      if (handedOver === null || promised === null || handedOver < from || handedOver > asOf) return [];
      if (promised > asOf && !(delivered !== null && delivered <= asOf)) return [];
      if (delivered !== null && delivered < handedOver) return [];
      return [{ parcel, read, handedOver, promised }];
    })
    .sort((a, b) => a.handedOver - b.handedOver);
}

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / Math.max(1, most));
  return Array.from({ length: Math.floor(all.length / step) }, (_, i) => all[Math.floor(i * step)] as T);
}

/** The history as it stood at a moment: what came later had not happened. */
export function knownBy(history: readonly PastParcel[], moment: number): PastParcel[] {
  const until = (given: PastParcel["delivered"]) => {
    const at = readMoment(given);
    return at !== null && at <= moment ? (given ?? null) : null;
  };
  return history.flatMap((one) => {
    const known = { ...one, handedOver: until(one.handedOver), delivered: until(one.delivered) };
    const placed = readMoment(one.placed);
    return placed === null ? (known.handedOver ? [known] : []) : placed <= moment ? [known] : [];
  });
}

/** The parcel as it stood: neither its end nor scans that came later. */
const asItWas = ({ parcel }: Case) => ({ ...parcel, delivered: null, lastScan: null });

function toldAtHandOver(model: DelayModel, one: Case, late: boolean): Told {
  const { p10, p50, p90, lateProbability } = predict(model, asItWas(one), new Date(one.handedOver));
  const { delivered } = one.read;
  return {
    within: delivered === null ? null : delivered >= p10.getTime() && delivered <= p90.getTime(),
    before: delivered === null ? null : delivered <= p50.getTime(),
    told: lateProbability,
    late,
  };
}

/** Asks once a day, as the nightly look does, until the parcel came; at most for 60 days. */
function walk(model: DelayModel, one: Case, asOf: number, rules: EpisodeRules): Walked {
  const end = Math.min(one.read.delivered ?? asOf, asOf, one.handedOver + 60 * DAY);
  let episode = NO_EPISODE;
  let toldAt: number | null = null;
  for (let at = one.handedOver + DAY / 2; at < end; at += DAY) {
    const now = new Date(at);
    const decision = nextNews(episode, predict(model, asItWas(one), now), new Date(one.promised), now, rules);
    episode = decision.episode;
    if (decision.news === "late") toldAt ??= at;
  }
  return { toldAt, messages: episode.messages };
}

function summary(
  told: readonly Told[],
  walked: readonly (Walked & { promised: number; late: boolean })[],
): BackTest {
  const count = (is: (one: (typeof walked)[number]) => boolean) => walked.filter(is).length;
  const ahead = walked
    .flatMap(({ toldAt, promised, late }) =>
      late && toldAt !== null ? [(promised - toldAt) / 3_600_000] : [],
    )
    .sort((a, b) => a - b);
  const share = (all: (boolean | null)[]) => {
    const known = all.filter((one) => one !== null);
    return known.length === 0 ? null : known.filter(Boolean).length / known.length;
  };
  return {
    parcels: walked.length,
    late: count(({ late }) => late),
    toldRightly: count(({ toldAt, late }) => toldAt !== null && late),
    toldWrongly: count(({ toldAt, late }) => toldAt !== null && !late),
    missed: count(({ toldAt, late }) => toldAt === null && late),
    hoursAhead: ahead[Math.floor(ahead.length / 2)] ?? null,
    messages: walked.reduce((all, { messages }) => all + messages, 0),
    withinRange: share(told.map(({ within }) => within)),
    beforeMiddle: share(told.map(({ before }) => before)),
    reliability: reliabilityOf(told),
    brier:
      told.length === 0
        ? null
        : told.reduce((all, one) => all + (one.told - Number(one.late)) ** 2, 0) / told.length,
  };
}

function reliabilityOf(told: readonly Told[]): BackTest["reliability"] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const its = told.filter((one) => Math.min(9, Math.floor(one.told * 10)) === tenth);
    const mean = (value: (one: Told) => number) =>
      its.reduce((all, one) => all + value(one), 0) / Math.max(1, its.length);
    return { told: mean((one) => one.told), happened: mean((one) => Number(one.late)), parcels: its.length };
  }).filter(({ parcels }) => parcels > 0);
}
