import { DAY_MS } from "~/platform/calendar/holidays";
import type { Lane } from "./lane";
import type { CountryDays, DaysModel } from "./model";
import type { Steps } from "./steps";
import {
  dayOf,
  type LaneDays,
  LEAST_OPEN,
  laneDays,
  opennessOf,
  USUAL_HOURS,
  usualCut,
  usualWeek,
  weekdayOf,
} from "./working-time";

const HOUR_MS = 3_600_000;
/** Enough to learn weekdays from; the newest count. */
const MOST_LEGS = 15_000;
const ROUNDS = 3;
const HOLIDAY = 7;
const ORIGIN_HOLIDAY = 8;
const MOST_STEPS = 60;

/** One leg of one parcel: its start, its end if that is known, and what was promised of it. */
export type Leg = { lane: Lane; start: number; end: number | null; promised: number | null };

/** Of a leg that nothing is known of. */
export const NO_DAYS: DaysModel = { countries: [], weeks: [], holiday: 0.05, originHoliday: 0.8 };

/** Learns when days begin, at which hours and on which days legs end. Legs come sorted by start, oldest first. */
export function* learnDays(legs: readonly Leg[], asOf: number): Steps<DaysModel> {
  if (legs.length === 0) return NO_DAYS;
  const recent = legs.slice(-MOST_LEGS);
  const countries = learnHours(recent);
  let model: DaysModel = { ...NO_DAYS, countries: [...countries] };
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    model = learnOpenness(recent, asOf, model);
  }
  yield;
  return model;
}

function learnHours(legs: readonly Leg[]): Map<string, CountryDays> {
  const counts = new Map<string, Float64Array>();
  for (const { lane, end } of legs) {
    if (end === null) continue;
    const hours = counts.get(lane.to.country) ?? new Float64Array(24);
    const hour = Math.floor((end % DAY_MS) / HOUR_MS);
    hours[hour] = (hours[hour] as number) + 1;
    counts.set(lane.to.country, hours);
  }
  return new Map(
    [...counts].map(([country, hours]) => {
      const cut = quietHour(hours, usualCut(country));
      return [country, { cut, hours: hoursAfter(hours, cut), week: usualWeek(country) }];
    }),
  );
}

/**
 * A day of work begins in the middle of its quietest eight hours, whatever zone the carrier's clock is in. Few
 * parcels leave it at the usual cut. The day is named after the date at its middle, in UTC.
 */
function quietHour(hours: Float64Array, usual: number): number {
  const usualHour = usual / HOUR_MS;
  let [best, least] = [usualHour, Number.POSITIVE_INFINITY];
  for (let cut = -12; cut < 12; cut++) {
    let near = 0;
    for (let off = -4; off < 4; off++) near += hours[(cut + off + 48) % 24] as number;
    const away = Math.abs(cut - usualHour);
    const cost = near + 0.4 * Math.min(away, 24 - away);
    if (cost < least) [best, least] = [cut, cost];
  }
  return best * HOUR_MS;
}

/** Shares of a day by the hour after the cut, leaning on the usual ones as on ten parcels more. */
function hoursAfter(hours: Float64Array, cut: number): number[] {
  const total = hours.reduce((all, count) => all + count, 0);
  const shift = Math.floor(cut / HOUR_MS) + 24;
  const cumulative = [0];
  let before = 0;
  for (let hour = 0; hour < 24; hour++) {
    before += hours[(hour + shift) % 24] as number;
    const usual = USUAL_HOURS[hour + 1] as number;
    const share = (before + 10 * usual) / (total + 10);
    cumulative.push(hour === 23 ? 1 : Math.round((0.99 * share + (0.01 * (hour + 1)) / 24) * 1e4) / 1e4);
  }
  return cumulative;
}

/** Ends seen against ends expected, had the day been fully open. */
type Tally = { seen: Float64Array; expected: Float64Array };
const tally = (): Tally => ({ seen: new Float64Array(9), expected: new Float64Array(9) });

/**
 * One round: how likely a leg ends on its n-th open day, by kind of lane; then, for each kind of day, how many
 * ended of those that would have on an open one. Legs still open count while they were watched.
 */
function learnOpenness(legs: readonly Leg[], asOf: number, model: DaysModel): DaysModel {
  const countries = new Map(model.countries);
  const weeks = new Map(model.weeks);
  const calendars = new Map<Lane, LaneDays>();
  const daysOf = (lane: Lane) => kept(calendars, lane, () => laneDays(model, countries, weeks, lane));
  const chances = chancesByKind(legs, asOf, daysOf);
  const all = tally();
  const byCountry = new Map<string, Tally>();
  const byCarrier = new Map<string, Tally>();
  const talliesOf = new Map<Lane, Tally[]>();
  for (const leg of legs) {
    const tallies = kept(talliesOf, leg.lane, () => {
      const { country } = leg.lane.to;
      const own = kept(byCarrier, `${leg.lane.carrier}|${country}`, tally);
      return [all, kept(byCountry, country, tally), own];
    });
    const chance = chances.get(kindOf(leg.lane)) as Float64Array;
    walk(leg, asOf, daysOf(leg.lane), (day, passed, ended, days) => {
      const type = typeOf(days, day);
      const expected = chance[Math.min(MOST_STEPS - 1, Math.round(passed))] as number;
      for (const one of tallies) {
        one.expected[type] = (one.expected[type] as number) + expected;
        if (ended) one.seen[type] = (one.seen[type] as number) + 1;
      }
    });
  }
  return {
    countries: [...countries].map(([country, habits]) => {
      const week = weekFrom(byCountry.get(country), usualWeek(country), 15);
      countries.set(country, { ...habits, week });
      return [country, { ...habits, week }];
    }),
    weeks: [...byCarrier].flatMap(([key, one]) => {
      const country = countries.get(key.slice(key.lastIndexOf("|") + 1));
      return country ? [[key, weekFrom(one, country.week, 30)] as [string, number[]]] : [];
    }),
    holiday: openness(all, HOLIDAY, 0.05, 10),
    originHoliday: openness(all, ORIGIN_HOLIDAY, 0.8, 10),
  };
}

const kindOf = (lane: Lane) => lane.trail[1] ?? "";

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Visits each day after the start until the end, or until when the leg was last seen open. */
function walk(
  { start, end }: Leg,
  asOf: number,
  days: LaneDays,
  visit: (day: number, passed: number, ended: boolean, days: LaneDays) => void,
): void {
  const last = dayOf(end ?? asOf, days.cutTo);
  let passed = 0;
  const first = dayOf(start, days.cutFrom) + 1;
  for (let day = first; day <= last && day < first + MOST_STEPS; day++) {
    const ended = end !== null && day === last;
    if (end === null && day === last) return; // today is not over
    visit(day, passed, ended, days);
    passed += opennessOf(days, day);
  }
}

function chancesByKind(
  legs: readonly Leg[],
  asOf: number,
  daysOf: (lane: Lane) => LaneDays,
): Map<string, Float64Array> {
  const kinds = new Map<string, { open: Float64Array; ends: Float64Array }>();
  const fresh = () => ({ open: new Float64Array(MOST_STEPS), ends: new Float64Array(MOST_STEPS) });
  for (const leg of legs) {
    const { open, ends } = kept(kinds, kindOf(leg.lane), fresh);
    walk(leg, asOf, daysOf(leg.lane), (day, passed, ended, days) => {
      const step = Math.min(MOST_STEPS - 1, Math.round(passed));
      open[step] = (open[step] as number) + opennessOf(days, day);
      if (ended) ends[step] = (ends[step] as number) + 1;
    });
  }
  return new Map(
    [...kinds].map(([kind, { open, ends }]) => [
      kind,
      open.map((count, step) => Math.min(1, ((ends[step] as number) + 0.2) / (count + 1))),
    ]),
  );
}

function typeOf(days: LaneDays, day: number): number {
  const weekday = weekdayOf(day);
  if ((days.week[weekday] as number) < 0.5) return weekday; // a holiday on a day of rest tells nothing
  if (days.holidays.isHoliday(day)) return HOLIDAY;
  return days.originHolidays?.isHoliday(day) ? ORIGIN_HOLIDAY : weekday;
}

const openness = ({ seen, expected }: Tally, type: number, usual: number, weight: number) =>
  Math.max(
    LEAST_OPEN,
    Math.min(1, ((seen[type] as number) + weight * usual) / ((expected[type] as number) + weight)),
  );

/** A week of its own, the busiest day fully open; leaning on the usual week as on `weight` ends. */
function weekFrom(one: Tally | undefined, usual: readonly number[], weight: number): number[] {
  if (!one) return [...usual];
  const week = usual.map((open, weekday) => openness(one, weekday, open, weight));
  const most = Math.max(...week);
  return week.map((open) => Math.round(Math.min(1, open / most) * 1e3) / 1e3);
}
