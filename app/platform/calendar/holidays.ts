import Holidays from "date-holidays";

export const DAY_MS = 86_400_000;

/** Days are counted from 1970-01-01. Holidays are looked up from 1995 to 2104: outside, none is known. */
const FIRST_YEAR = 1995;
const LAST_YEAR = 2104;
const FIRST_DAY = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS;
const DAYS = Date.UTC(LAST_YEAR + 1, 0, 1) / DAY_MS - FIRST_DAY;
const UNREAD = 0;
const WORKDAY = 1;
const HOLIDAY = 2;

/** Where parcels rest on the holidays of a part of the country too. Elsewhere carriers keep the national ones. */
const BY_REGION = new Set(["AU", "CA", "CH", "DE", "ES", "GB"]);

/** The public holidays of a place, read a year at a time and kept: date-holidays takes milliseconds a year. */
export type HolidayBook = {
  isHoliday(day: number): boolean;
  /** hours that its first time zone is ahead of UTC, in January; 0 when the country is unknown */
  hoursAhead: number;
};

const books = new Map<string, HolidayBook>();
const empty: HolidayBook = { isHoliday: () => false, hoursAhead: 0 };

/** The book of an ISO 3166 country and region; an unknown country has no holidays. */
export function holidaysOf(country: string, region: string): HolidayBook {
  if (!/^[A-Z]{2}$/.test(country)) return empty;
  const part = BY_REGION.has(country) && /^[A-Z]{2,3}$/.test(region) ? region : "";
  const key = `${country}-${part}`;
  const kept = books.get(key) ?? openBook(country, part);
  books.set(key, kept);
  return kept;
}

function openBook(country: string, region: string): HolidayBook {
  const known = new Holidays(country);
  const zone = known.getTimezones()?.[0];
  if (!zone) return empty;
  const regional = region && region in (known.getStates(country) ?? {});
  const calendar = regional ? new Holidays(country, region) : known;
  const days = new Uint8Array(DAYS);
  const isHoliday = (day: number) => {
    const at = day - FIRST_DAY;
    if (!(at >= 0 && at < DAYS)) return false;
    if (days[at] === UNREAD) readYear(calendar, days, new Date(day * DAY_MS).getUTCFullYear());
    return days[at] === HOLIDAY;
  };
  return { isHoliday, hoursAhead: hoursAhead(zone) };
}

function readYear(calendar: Holidays, days: Uint8Array, year: number): void {
  const first = Date.UTC(year, 0, 1) / DAY_MS - FIRST_DAY;
  const last = Date.UTC(year + 1, 0, 1) / DAY_MS - FIRST_DAY;
  days.fill(WORKDAY, first, last);
  for (const holiday of calendar.getHolidays(year) ?? []) {
    if (holiday.type !== "public") continue;
    const from = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`) / DAY_MS - FIRST_DAY;
    const count = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS);
    for (let at = from; at < from + Math.max(1, count); at++)
      if (at >= first && at < last) days[at] = HOLIDAY;
  }
}

function hoursAhead(timeZone: string): number {
  const at = new Date("2026-01-15T12:00:00Z");
  const hour = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "numeric",
    minute: "numeric",
    day: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => Number(hour.find((one) => one.type === type)?.value);
  return (part("day") - 15) * 24 + part("hour") - 12 + part("minute") / 60;
}

/** Days on which a country rests each week, 0 for Sunday to 6 for Saturday, as CLDR tells them. */
export function restDays(country: string): readonly number[] {
  if (!/^[A-Z]{2}$/.test(country)) return [6, 0];
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getWeekInfo?: () => { weekend: number[] };
    weekInfo?: { weekend: number[] };
  };
  const week = locale.getWeekInfo?.() ?? locale.weekInfo;
  return (week?.weekend ?? [6, 7]).map((day) => day % 7);
}
