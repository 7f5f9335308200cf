/** A day as people name it, in no particular zone: "2026-03-29". Days compare as texts. */
export type CalendarDay = string & { readonly __calendarDay?: true };

/** The same day as a number: days since 1 January 1970. Cheap to count with. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
      calendar: "gregory",
    } as const;
    try {
      format = new Intl.DateTimeFormat("en-US", { ...parts, timeZone });
    } catch {
      format = new Intl.DateTimeFormat("en-US", { ...parts, timeZone: "UTC" }); // not a zone we know
    }
    formats.set(timeZone, format);
  }
  return format;
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds, as Intl says. Slow: some 5 µs. */
function askOffset(ms: number, timeZone: string): number {
  const read: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) read[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}

/** A span in which clocks change at most once: no zone has ever changed them twice in six hours. */
const SPAN_MS = 6 * 3_600_000;
const MOST_SPANS = 20_000;

/** The offset at the span's start, from when on (if at all) it is another, and which. */
type Span = { before: number; changes: number; after: number };

const spansByZone = new Map<string, Map<number, Span>>();
let lastZone = "";
let lastSpans = new Map<number, Span>();

function spansOf(timeZone: string): Map<number, Span> {
  if (timeZone === lastZone) return lastSpans;
  let spans = spansByZone.get(timeZone);
  if (!spans) {
    if (spansByZone.size >= 1_000) spansByZone.clear();
    spans = new Map();
    spansByZone.set(timeZone, spans);
  }
  [lastZone, lastSpans] = [timeZone, spans];
  return spans;
}

function findSpan(start: number, timeZone: string): Span {
  const [before, after] = [askOffset(start, timeZone), askOffset(start + SPAN_MS, timeZone)];
  if (before === after) return { before, changes: Number.POSITIVE_INFINITY, after };
  let [same, other] = [start, start + SPAN_MS];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (askOffset(middle, timeZone) === before) same = middle;
    else other = middle;
  }
  return { before, changes: other, after };
}

function offsetAt(ms: number, timeZone: string): number {
  const spans = spansOf(timeZone);
  const at = Math.floor(ms / SPAN_MS);
  let span = spans.get(at);
  if (!span) {
    if (spans.size >= MOST_SPANS) spans.clear();
    span = findSpan(at * SPAN_MS, timeZone);
    spans.set(at, span);
  }
  return ms < span.changes ? span.before : span.after;
}

/** Which day it is at a moment (milliseconds since 1970, UTC) in an IANA time zone; in UTC when it is unknown. */
export const dayNumberIn = (ms: number, timeZone: string): DayNumber =>
  Math.floor((ms + offsetAt(ms, timeZone)) / DAY_MS);

/**
 * The moment at which clocks in a zone show so many minutes since midnight of that day, in milliseconds since
 * 1970. A time that clocks jump over is the moment they jump; of a time they show twice, the first.
 */
export function momentIn(day: DayNumber, minute: number, timeZone: string): number {
  const shown = day * DAY_MS + minute * 60_000;
  const [before, after] = [offsetAt(shown - DAY_MS, timeZone), offsetAt(shown + DAY_MS, timeZone)];
  const early = shown - Math.max(before, after);
  if (early + offsetAt(early, timeZone) === shown) return early;
  const late = shown - Math.min(before, after);
  if (late + offsetAt(late, timeZone) === shown) return late;
  // the clocks jump over it: the first moment after the jump
  let [low, high] = [early, late];
  const target = offsetAt(late, timeZone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === target) high = middle;
    else low = middle;
  }
  return high;
}

const texts = new Map<DayNumber, CalendarDay>();

/** A numbered day as text. */
export function dayOf(number: DayNumber): CalendarDay {
  let text = texts.get(number);
  if (text === undefined) {
    text = new Date(number * DAY_MS).toISOString().slice(0, 10);
    if (texts.size >= MOST_SPANS) texts.clear();
    texts.set(number, text);
  }
  return text;
}

/** A day's number; NaN when the text is not a day. */
export const numberOfDay = (day: CalendarDay): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Which day it is at `date` in an IANA time zone; in UTC when the zone is unknown. */
export const dayIn = (date: Date, timeZone: string): CalendarDay =>
  dayOf(dayNumberIn(date.getTime(), timeZone));

/** The day `count` days later. Days are counted on the calendar: one of 23 or 25 hours is one day. */
export const addDays = (day: CalendarDay, count: number): CalendarDay => dayOf(numberOfDay(day) + count);

/** A calendar day as a person reads it, in their locale. */
export const formatCalendarDay = (day: CalendarDay, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
