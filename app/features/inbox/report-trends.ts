import type { CalendarDay } from "~/values/calendar";
import { type BusinessHours, businessTimeBetween } from "./business-hours";
import { quantile } from "./promise";
import { bucketsOf, type Period, type ReportRow, WEEK } from "./report";
import type { Recommended } from "./surveys/recommendation-report";
import { effortOf, netPromoterScore, recommendingOf } from "./surveys/scores";

/** What is drawn over time: for each week of a period, where there was anything to count. */
export const TRENDS = ["firstReply", "satisfied", "effort", "recommending"] as const;
export type Trend = (typeof TRENDS)[number];

export type Trends = {
  /** the first days of the weeks, which are counted from the period's first day */
  weeks: CalendarDay[];
  /**
   * the median to the first answer, in business milliseconds; who was satisfied, in percent; the mean effort, 1 to 7;
   * the net promoter score, -100 to 100. Null: of nobody.
   */
  values: Record<Trend, (number | null)[]>;
};

/** Is there anything to draw? */
export const hasAny = (values: Trends["values"]): boolean =>
  TRENDS.some((trend) => values[trend].some((value) => value !== null));

/** Conversations count in the week they began in, recommendations in the week that was asked. */
export function trendsOf(
  rows: readonly ReportRow[],
  recommended: readonly Recommended[],
  period: Period,
  hours: BusinessHours,
): Trends {
  const { buckets, of } = bucketsOf(period, WEEK, hours.timeZone);
  const begun = buckets.map((_, at) => rows.filter(({ createdAt }) => of(createdAt) === at));
  const asked = buckets.map((_, at) => recommended.filter(({ askedAt }) => of(askedAt) === at));
  return {
    weeks: buckets,
    values: {
      firstReply: begun.map((those) => medianFirstReply(those, hours)),
      satisfied: begun.map(shareSatisfied),
      effort: begun.map((those) => effortOf(those.flatMap(({ effort }) => effort ?? [])).mean),
      recommending: asked.map((those) =>
        netPromoterScore(recommendingOf(those.flatMap(({ score }) => score ?? []))),
      ),
    },
  };
}

function medianFirstReply(rows: readonly ReportRow[], hours: BusinessHours): number | null {
  const times = rows.flatMap(({ createdAt, firstRepliedAt }) =>
    firstRepliedAt ? [businessTimeBetween(createdAt, firstRepliedAt, hours)] : [],
  );
  return times.length === 0 ? null : quantile(times, 0.5);
}

function shareSatisfied(rows: readonly ReportRow[]): number | null {
  const ratings = rows.flatMap(({ rating }) => rating ?? []);
  return ratings.length === 0 ? null : (100 * ratings.filter((one) => one === 1).length) / ratings.length;
}
