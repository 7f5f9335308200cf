/** A day as people name it, in no particular zone: "2026-03-29". Days compare as texts. */
export type CalendarDay = string & { readonly __calendarDay?: true };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit", calendar: "gregory" } as const;
    try {
      format = new Intl.DateTimeFormat("en-CA", { ...parts, timeZone });
    } catch {
      format = new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: "UTC" }); // not a zone we know
    }
    formats.set(timeZone, format);
  }
  return format;
}

/** Which day it is at `date` in an IANA time zone; in UTC when the zone is unknown. */
export function dayIn(date: Date, timeZone: string): CalendarDay {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

/** The day `count` days later. Days are counted on the calendar: one of 23 or 25 hours is one day. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** A calendar day as a person reads it, in their locale. */
export const formatCalendarDay = (day: CalendarDay, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
