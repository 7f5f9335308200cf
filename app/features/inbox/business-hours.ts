import { holidaysOf } from "~/platform/calendar/holidays";
import { type DayNumber, dayNumberIn, momentIn } from "~/values/calendar";

/** A time of day on which somebody answers, by the shop's clocks: "09:00" to "17:00"; "24:00" ends the day. */
export type Period = { from: string; to: string };

/** When people answer. Periods of a day are in order and do not overlap. */
export type BusinessHours = {
  /** of each weekday, 0 for Sunday to 6 for Saturday */
  week: readonly (readonly Period[])[];
  timeZone: string;
  /** whose public holidays are kept (ISO 3166); null: none are */
  holidays: { country: string; region: string } | null;
};

type Span = { from: number; to: number };

const MOST_DAYS = 370;
const HOUR_MS = 3_600_000;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The open spans of a day, in milliseconds since 1970. A day's length is its own: clocks may change in it. */
function spansOf(day: DayNumber, { week, timeZone, holidays }: BusinessHours): Span[] {
  if (holidays && holidaysOf(holidays.country, holidays.region).isHoliday(day)) return [];
  const weekday = (((day + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday
  return (week[weekday] ?? [])
    .map(({ from, to }) => ({
      from: momentIn(day, minutes(from), timeZone),
      to: momentIn(day, minutes(to), timeZone),
    }))
    .filter(({ from, to }) => to > from);
}

/** Does anybody ever answer? A week without any hours counts as always open, so that time still passes. */
const isEverOpen = ({ week }: BusinessHours): boolean => week.some((periods) => periods.length > 0);

/** When somebody is first there on a day; null on a day off. */
export function openingOf(day: DayNumber, hours: BusinessHours): Date | null {
  const [first] = spansOf(day, hours);
  return first ? new Date(first.from) : null;
}

/** The moment when so many milliseconds of business time have passed since `start`. */
export function addBusinessTime(start: Date, ms: number, hours: BusinessHours): Date {
  const from = start.getTime();
  if (!isEverOpen(hours)) return new Date(from + ms);
  let left = ms;
  const first = dayNumberIn(from, hours.timeZone);
  for (let day = first; day < first + MOST_DAYS; day++)
    for (const span of spansOf(day, hours)) {
      const open = Math.max(span.from, from);
      if (open >= span.to) continue;
      if (span.to - open >= left) return new Date(open + left);
      left -= span.to - open;
    }
  return new Date(from + MOST_DAYS * 24 * HOUR_MS);
}

/**
 * How much business time lies between two moments, in milliseconds; none when `end` is not after `start`. Counted
 * for a year at most.
 */
export function businessTimeBetween(start: Date, end: Date, hours: BusinessHours): number {
  const [from, to] = [start.getTime(), end.getTime()];
  if (to <= from) return 0;
  if (!isEverOpen(hours)) return to - from;
  const [first, last] = [dayNumberIn(from, hours.timeZone), dayNumberIn(to, hours.timeZone)];
  let passed = 0;
  for (let day = first; day <= Math.min(last, first + MOST_DAYS); day++)
    for (const span of spansOf(day, hours))
      passed += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  return passed;
}
