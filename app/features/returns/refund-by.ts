import { addDays, type CalendarDay } from "~/values/calendar";

const isWorkday = (day: CalendarDay): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The day `count` working days (Monday to Friday) after `day`; 0: the same day. Public holidays are not known. */
export function addWorkdays(day: CalendarDay, count: number): CalendarDay {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at)) left--;
  }
  return at;
}

/** The last moment of a calendar day in a zone, to the millisecond: until then a promise for that day is kept. */
export function endOfDay(day: CalendarDay, timeZone: string): Date {
  // The next day begins somewhere within 15 hours of midnight UTC; the zone's offset at that moment says where.
  const midnight = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const once = new Date(midnight.getTime() - offsetAt(midnight, timeZone));
  return new Date(midnight.getTime() - offsetAt(once, timeZone) - 1);
}

/** How far a zone is ahead of UTC at a moment, in milliseconds; 0 for a zone nobody knows. */
function offsetAt(at: Date, timeZone: string): number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return 0;
  }
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}
