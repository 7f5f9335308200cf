import { DAY_MS } from "~/platform/calendar/holidays";
import { shareWithin } from "./curve";
import type { LegModel } from "./model";
import { expectedAbove, scoreOf } from "./normal";
import type { Sample } from "./tree";
import { dayOf, type LaneDays, weekdayOf } from "./working-time";

/** What shifts rest on: legs as the tree expected them, and how they went, column by column. */
export type Gone = {
  sample: Sample;
  curves: readonly (readonly number[])[];
  carriers: readonly string[];
  start: Float64Array;
  half: Uint8Array;
};

/** Normal scores are moved by at most this: what is further off is another lane, not another Monday. */
const MOST = 2.5;
/** "Lately" are four weeks, of which each counts half as much as the next. */
export const LATELY_DAYS = 28;
const LATELY_HALVES = 3;
/** Shifts rest on the newest legs. */
const MOST_SHIFTED = 20_000;

/** Of 14 half weekdays the one in which a leg starts; noon is twelve hours after the day of work begins. */
export function halfWeekday(days: LaneDays, start: number): number {
  const day = dayOf(start, days.cutFrom);
  const afternoon = start - days.cutFrom - day * DAY_MS >= DAY_MS / 2;
  return weekdayOf(day) * 2 + (afternoon ? 1 : 0);
}

type Mean = { total: number; weight: number; waiting: [score: number, weight: number][] };
const mean = (): Mean => ({ total: 0, weight: 0, waiting: [] });

function add(into: Mean, score: number, ended: boolean, weight: number): void {
  if (!ended) {
    if (score > -2.5) into.waiting.push([score, weight]); // before that nothing could be expected
  } else {
    into.total += Math.max(-3, Math.min(3, score)) * weight;
    into.weight += weight;
  }
}

/** The mean score, leaning on `usual` as on `lean` legs; of legs still open what is to be expected of them. */
function settle({ total, weight, waiting }: Mean, usual: number, lean: number): number {
  const open = waiting.reduce((all, [, one]) => all + one, 0);
  let now = (total + lean * usual) / (weight + lean);
  if (open > 0)
    for (let round = 0; round < 10; round++) {
      const guessed = waiting.reduce((all, [score, one]) => all + one * expectedAbove(score, now), 0);
      now = (total + guessed + lean * usual) / (weight + open + lean);
    }
  return Math.max(-MOST, Math.min(MOST, now));
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

const scoreOfLeg = ({ sample, curves }: Gone, i: number) =>
  scoreOf(shareWithin(curves[sample.lane[i] as number] as readonly number[], sample.days[i] as number, 0));

/** How much later parcels end by the half weekday of their start. */
export function learnStarts(gone: Gone): LegModel["starts"] {
  const { count, ended, weight } = gone.sample;
  const halves = Array.from({ length: 14 }, mean);
  for (let i = Math.max(0, count - MOST_SHIFTED); i < count; i++)
    add(halves[gone.half[i] as number] as Mean, scoreOfLeg(gone, i), ended[i] === 1, weight[i] as number);
  return halves.map((one) => rounded(settle(one, 0, 40)));
}

/** How much later parcels have ended these last weeks, all and by carrier. */
export function learnLately(gone: Gone, starts: LegModel["starts"]): LegModel["lately"] {
  const { count, lane, ended } = gone.sample;
  const everybody = mean();
  const own = new Map<string, Mean>();
  const newest = gone.start[count - 1] ?? 0;
  for (let i = count - 1; i >= Math.max(0, count - MOST_SHIFTED); i--) {
    const age = (newest - (gone.start[i] as number)) / DAY_MS;
    if (age > LATELY_DAYS) break;
    const carrier = gone.carriers[lane[i] as number] as string;
    const its = own.get(carrier) ?? mean();
    own.set(carrier, its);
    const score = scoreOfLeg(gone, i) - (starts[gone.half[i] as number] as number);
    const counts = 2 ** (-age / LATELY_HALVES);
    add(everybody, score, ended[i] === 1, counts);
    add(its, score, ended[i] === 1, counts);
  }
  const all = rounded(settle(everybody, 0, 15));
  const lately = [...own].map(([carrier, one]): [string, number] => [carrier, rounded(settle(one, all, 15))]);
  return [["", all], ...lately.filter(([carrier]) => carrier !== "")];
}
