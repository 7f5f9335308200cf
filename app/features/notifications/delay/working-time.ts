import { DAY_MS, type HolidayBook, holidaysOf, restDays } from "~/platform/calendar/holidays";
import type { Lane } from "./lane";
import type { CountryDays, DaysModel } from "./model";

const HOUR_MS = 3_600_000;
/** No day is fully closed: what ends on one must have its place in time. */
export const LEAST_OPEN = 0.01;
/** Longer ways than this are counted by the average week. */
const MOST_DAYS_WALKED = 900;

/** The days of one lane: which are open, and how much; when within a day parcels end. */
export type LaneDays = {
  cutFrom: number;
  cutTo: number;
  hours: readonly number[];
  week: readonly number[];
  weekTotal: number;
  holidays: HolidayBook;
  /** null when the leg stays in its country */
  originHolidays: HolidayBook | null;
  holiday: number;
  originHoliday: number;
};

const weeks = new Map<string, number[]>();

/** Before anything is learnt: six days open of which Saturday is slow, as CLDR names the days of rest. */
export function usualWeek(country: string): number[] {
  const kept = weeks.get(country);
  if (kept) return kept;
  const rest = restDays(country);
  const week = Array.from({ length: 7 }, () => 1);
  rest.forEach((day, i) => {
    week[day] = i === 0 && rest.length > 1 ? 0.25 : 0.03;
  });
  if (weeks.size < 1000) weeks.set(country, week);
  return week;
}

/** Days of work begin at three in the night. */
export const usualCut = (country: string): number =>
  Math.max(-12, Math.min(11, 3 - holidaysOf(country, "").hoursAhead)) * HOUR_MS;

/** From six hours after the cut to seventeen, evenly: nine to eight. */
export const USUAL_HOURS: readonly number[] = Array.from({ length: 25 }, (_, hour) =>
  Math.max(0, Math.min(1, 0.002 * hour + (0.952 * (hour - 6)) / 11)),
);

export const usualDays = (country: string): CountryDays => ({
  cut: usualCut(country),
  hours: [...USUAL_HOURS],
  week: usualWeek(country),
});

/** What has been learnt of a lane's days, the usual where nothing has. */
export function laneDays(
  model: Pick<DaysModel, "holiday" | "originHoliday">,
  countries: ReadonlyMap<string, CountryDays>,
  carrierWeeks: ReadonlyMap<string, number[]>,
  { from, to, carrier }: Lane,
): LaneDays {
  const there = countries.get(to.country) ?? usualDays(to.country);
  const here = countries.get(from.country) ?? usualDays(from.country);
  const week = carrierWeeks.get(`${carrier}|${to.country}`) ?? there.week;
  const abroad = from.country !== to.country && from.country !== "" && to.country !== "";
  return {
    cutFrom: here.cut,
    cutTo: there.cut,
    hours: there.hours,
    week,
    weekTotal: week.reduce((all, open) => all + open, 0),
    holidays: holidaysOf(to.country, to.region),
    originHolidays: abroad ? holidaysOf(from.country, from.region) : null,
    holiday: model.holiday,
    originHoliday: model.originHoliday,
  };
}

/** The day (of work) that a moment belongs to. */
export const dayOf = (at: number, cut: number): number => Math.floor((at - cut) / DAY_MS);

export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** How open a day is, 0.01 to 1. */
export function opennessOf(days: LaneDays, day: number): number {
  let open = days.week[weekdayOf(day)] as number;
  if (days.holidays.isHoliday(day)) open = Math.min(open, days.holiday);
  else if (days.originHolidays?.isHoliday(day)) open = Math.min(open, days.originHoliday);
  return open > LEAST_OPEN ? open : LEAST_OPEN;
}

/** The share of a day's parcels that has ended by a moment of it. */
function dayShare(days: LaneDays, at: number): number {
  const hour = (at - days.cutTo) / HOUR_MS;
  const within = hour - Math.floor(hour / 24) * 24;
  const full = Math.min(23, Math.floor(within));
  const low = days.hours[full] as number;
  return low + ((days.hours[full + 1] as number) - low) * (within - full);
}

/**
 * Working days from a start to a moment, with the part of its last day: the start's own day counts as the
 * first, so what ends on the next open day has taken 1 to 2. 0 before the start's day.
 */
export function workingDays(days: LaneDays, start: number, at: number): number {
  const first = dayOf(start, days.cutFrom);
  const last = dayOf(at, days.cutTo);
  if (last < first) return 0;
  if (last === first) return dayShare(days, at);
  let count = 1;
  if (last - first > MOST_DAYS_WALKED) count += ((last - first - 1) * days.weekTotal) / 7;
  else for (let day = first + 1; day < last; day++) count += opennessOf(days, day);
  return count + opennessOf(days, last) * dayShare(days, at);
}

function momentInDay(days: LaneDays, day: number, share: number): number {
  const { hours } = days;
  let hour = 0;
  while (hour < 23 && (hours[hour + 1] as number) < share) hour++;
  const [low, high] = [hours[hour] as number, hours[hour + 1] as number];
  const part = high > low ? Math.min(1, Math.max(0, (share - low) / (high - low))) : 0;
  return days.cutTo + day * DAY_MS + (hour + part) * HOUR_MS;
}

/** The moment at which so many working days have passed since a start: the way back of {@link workingDays}. */
export function momentAfter(days: LaneDays, start: number, count: number): number {
  let day = dayOf(start, days.cutFrom);
  if (count <= 1) return momentInDay(days, day, count);
  let left = count - 1;
  const perDay = days.weekTotal / 7;
  if (left / perDay > MOST_DAYS_WALKED) return momentInDay(days, day + 1 + Math.floor(left / perDay), 0.5);
  for (;;) {
    day++;
    const open = opennessOf(days, day);
    if (left <= open) return momentInDay(days, day, left / open);
    left -= open;
  }
}

/** As {@link momentAfter} for counts that rise, in one walk. */
export function momentsAfter(days: LaneDays, start: number, counts: Float64Array): Float64Array {
  let day = dayOf(start, days.cutFrom);
  let [before, open] = [0, 1];
  return counts.map((count) => {
    if (count > MOST_DAYS_WALKED / 2) return momentAfter(days, start, count);
    while (count > before + open) {
      before += open;
      day++;
      open = opennessOf(days, day);
    }
    return momentInDay(days, day, Math.max(0, count - before) / open);
  });
}
