import { z } from "zod";
import { addDays, type CalendarDay, dayIn, numberOfDay } from "~/values/calendar";
import { type BusinessHours, businessTimeBetween } from "./business-hours";
import { quantile } from "./promise";
import { type Effort, effortOf } from "./surveys/scores";

/** The lengths of time a report can show, in days; the last one is today. */
export const PERIODS = [30, 90, 365] as const;
const DEFAULT_DAYS = 30;
const DAILY_UP_TO = 31;
export const WEEK = 7;
/** The most conversations one screen counts; of more, the earliest of the period. The export has them all. */
export const MOST_COUNTED = 10_000;
const SOLVED_AFTER_MS = 7 * 86_400_000;

/** What can be had as a file, by what its name begins with: conversations, how targets were met, recommendations. */
export const EXPORTS = {
  conversations: "inbox",
  targets: "targets",
  recommendations: "recommendations",
} as const;
export type ExportOf = keyof typeof EXPORTS;

export const exportName = (of: ExportOf, { from, to }: Period): string => `${EXPORTS[of]}-${from}-${to}.csv`;

export const reportSchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(30), z.literal(90), z.literal(365)]))
    .catch(DEFAULT_DAYS),
  /** what an export is of */
  of: z.enum(Object.keys(EXPORTS) as [ExportOf]).catch("conversations"),
});

/** A conversation that a shopper began, as reports count it. */
export type ReportRow = {
  id: string;
  number: number | null;
  channel: string;
  reason: string | null;
  /** who has it */
  assignee: string | null;
  state: string;
  createdAt: Date;
  firstRepliedAt: Date | null;
  closedAt: Date | null;
  /** answers that staff wrote */
  answers: number;
  /** did its customer write anything, here or in another conversation, within seven days after it was closed? */
  cameBack: boolean;
  /** can anything be said of who came back: is there an address or an account? */
  isKnown: boolean;
  rating: number | null;
  effort: number | null;
  ratingComment: string | null;
  /** what the order it is about was of */
  products: string[];
};

export type Spread = { median: number; p90: number };

export type Totals = {
  conversations: number;
  /** from the first message to the first answer, and to the end, in business milliseconds; null: of none */
  firstReply: Spread | null;
  resolution: Spread | null;
  closed: number;
  /** closed with exactly one answer */
  oneTouch: number;
  rated: number;
  satisfied: number;
  effort: Effort;
  /** closed seven days ago or longer, and of those, without a new contact within seven days */
  decided: number;
  solved: number;
};

/** Adds conversations up. Both times are business time; nearest-rank quantiles, so each is a time that occurred. */
export function totalsOf(rows: readonly ReportRow[], hours: BusinessHours, now: Date): Totals {
  const spread = (ends: (row: ReportRow) => Date | null): Spread | null => {
    const times = rows.flatMap((row) => {
      const end = ends(row);
      return end ? [businessTimeBetween(row.createdAt, end, hours)] : [];
    });
    return times.length === 0 ? null : { median: quantile(times, 0.5), p90: quantile(times, 0.9) };
  };
  const count = (is: (row: ReportRow) => boolean) => rows.filter(is).length;
  const isClosed = ({ state }: ReportRow) => state === "closed";
  const isDecided = ({ closedAt, isKnown }: ReportRow) =>
    isKnown && closedAt !== null && closedAt.getTime() + SOLVED_AFTER_MS <= now.getTime();
  return {
    conversations: rows.length,
    firstReply: spread((row) => row.firstRepliedAt),
    resolution: spread((row) => (isClosed(row) ? row.closedAt : null)),
    closed: count(isClosed),
    oneTouch: count((row) => isClosed(row) && row.answers === 1),
    rated: count(({ rating }) => rating !== null),
    satisfied: count(({ rating }) => rating === 1),
    effort: effortOf(rows.flatMap(({ effort }) => effort ?? [])),
    decided: count(isDecided),
    solved: count((row) => isDecided(row) && !row.cameBack),
  };
}

/** What a report can be broken down by. */
export const DIMENSIONS = ["channel", "reason", "person", "product"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const KEYS: Record<Dimension, (row: ReportRow) => (string | null)[]> = {
  channel: (row) => [row.channel],
  reason: (row) => [row.reason],
  person: (row) => [row.assignee],
  product: (row) => (row.products.length > 0 ? row.products : [null]),
};

const MOST_PARTS = 25;

export type Part = { key: string | null; totals: Totals };

/** The same by one dimension, the most conversations first, at most 25; one about several products counts for each. */
export function partsOf(
  rows: readonly ReportRow[],
  dimension: Dimension,
  hours: BusinessHours,
  now: Date,
): Part[] {
  const groups = new Map<string | null, ReportRow[]>();
  for (const row of rows)
    for (const key of KEYS[dimension](row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  return [...groups]
    .sort(([a, these], [b, those]) => those.length - these.length || (a ?? "").localeCompare(b ?? ""))
    .slice(0, MOST_PARTS)
    .map(([key, those]) => ({ key, totals: totalsOf(those, hours, now) }));
}

/** The first and the last day of a period; days are the shop's. */
export function periodOf(days: number, now: Date, timeZone: string): Period {
  const to = dayIn(now, timeZone);
  return { from: addDays(to, 1 - days), to };
}

export type Period = { from: CalendarDay; to: CalendarDay };

/** A period cut into spans of so many days from its first; `of` says which of them a moment lies in. */
export function bucketsOf({ from, to }: Period, step: number, timeZone: string) {
  const days = numberOfDay(to) - numberOfDay(from) + 1;
  return {
    buckets: Array.from({ length: Math.ceil(days / step) }, (_, at) => addDays(from, at * step)),
    of: (moment: Date) => Math.floor((numberOfDay(dayIn(moment, timeZone)) - numberOfDay(from)) / step),
  };
}

/** How many began in each bucket, by channel: days up to a month, else spans of seven days from the first. */
export function volumeOf(
  rows: readonly ReportRow[],
  period: Period,
  timeZone: string,
): { buckets: CalendarDay[]; series: { channel: string; values: number[] }[] } {
  const days = numberOfDay(period.to) - numberOfDay(period.from) + 1;
  const { buckets, of } = bucketsOf(period, days <= DAILY_UP_TO ? 1 : WEEK, timeZone);
  const series = new Map<string, number[]>();
  for (const { channel, createdAt } of rows) {
    const values = series.get(channel) ?? buckets.map(() => 0);
    const at = of(createdAt);
    if (values[at] !== undefined) values[at]++;
    series.set(channel, values);
  }
  return { buckets, series: [...series].map(([channel, values]) => ({ channel, values })) };
}
