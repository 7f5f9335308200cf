import { z } from "zod";
import { addDays, type CalendarDay, dayIn } from "~/values/calendar";
import type { Money } from "~/values/money";

/** The longest time that is looked at together. */
export const MOST_DAYS = 731;
const DEFAULT_DAYS = 90;

const day = z.iso.date().optional().catch(undefined);

/** What the insight page's address says; nonsense is left out. */
export const insightSchema = z.object({
  from: day,
  to: day,
  product: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional()
    .catch(undefined),
});

/** A time to look at: both days belong to it. Days are the shop's. */
export type Span = { from: CalendarDay; to: CalendarDay };

export const BUCKETS = ["day", "week", "month"] as const;
export type Bucket = (typeof BUCKETS)[number];

const DAY_MS = 86_400_000;
const daysOf = ({ from, to }: Span): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;

/** The span an address asks for: the last 90 days when it does not say; the other way round is turned; never longer than two years. */
export function spanOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
  timeZone: string,
): Span {
  const to = asked.to ?? dayIn(now, timeZone);
  const from = asked.from ?? addDays(to, 1 - DEFAULT_DAYS);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const earliest = addDays(last, 1 - MOST_DAYS);
  return { from: first < earliest ? earliest : first, to: last };
}

/** How finely a span is drawn: days up to a month, weeks up to half a year, else months. */
export function bucketOf(span: Span): Bucket {
  const days = daysOf(span);
  return days <= 31 ? "day" : days <= 184 ? "week" : "month";
}

/** The days on which a span's buckets begin, weeks on Monday, as Postgres's `date_trunc` cuts them. */
export function bucketsOf(span: Span): CalendarDay[] {
  const bucket = bucketOf(span);
  const starts: CalendarDay[] = [];
  for (let at = startOf(span.from, bucket); at <= span.to; at = nextOf(at, bucket)) starts.push(at);
  return starts;
}

function startOf(day: CalendarDay, bucket: Bucket): CalendarDay {
  if (bucket === "month") return `${day.slice(0, 7)}-01`;
  if (bucket === "day") return day;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function nextOf(start: CalendarDay, bucket: Bucket): CalendarDay {
  if (bucket === "day") return addDays(start, 1);
  return bucket === "week" ? addDays(start, 7) : startOf(addDays(start, 32), "month");
}

/** What the returns of a span add up to. Amounts are in the shop's currency, except labels' (as carriers charged). */
export type InsightTotals = {
  returns: number;
  things: number;
  value: Money;
  /** things in orders placed in the span: what the rate is of */
  sold: number;
  /** things of returns that were not declined, by what their shoppers asked for */
  outcomes: { outcome: string; things: number }[];
  declined: number;
  refunded: Money;
  credited: Money;
  exchanged: Money;
  fees: Money;
  bonus: Money;
  labels: Money[];
  /** seconds; null when none was refunded */
  refundSeconds: { median: number; slowest10: number } | null;
  /** promised for a day, and paid by then or not */
  promises: { kept: number; missed: number };
};

export type ReasonCount = { bucket: CalendarDay; reason: string; things: number };
export type ReasonTotal = { reason: string; things: number; value: Money };

/** What came back of a product, or of one of its variants. */
export type ThingCount = {
  id: string | null;
  title: string;
  things: number;
  value: Money;
  /** the reasons given for it, the commonest first */
  reasons: { reason: string; things: number }[];
};

/** Somebody who sends back often. Shown to people, never acted on by itself. */
export type Returner = {
  customerId: string | null;
  name: string | null;
  returns: number;
  orders: number;
  value: Money;
};
