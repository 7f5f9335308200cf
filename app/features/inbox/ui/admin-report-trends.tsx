import { LineChart } from "~/ui/admin/line-chart";
import { useReader } from "~/ui/admin/reader";
import { Table } from "~/ui/admin/table";
import { TRENDS, type Trend, type Trends } from "../report-trends";
import { reportWords as words } from "../words/report-staff";

const HOUR_MS = 3_600_000;

/** How each is drawn: in which unit, between which ends, and how a value reads. */
const DRAWN: Record<Trend, { unit: number; least: number; most?: number; say(value: number): string }> = {
  firstReply: { unit: HOUR_MS, least: 0, say: (hours) => words.duration(hours * HOUR_MS) },
  satisfied: { unit: 1, least: 0, most: 100, say: words.percent },
  effort: { unit: 1, least: 1, most: 7, say: words.mean },
  recommending: { unit: 1, least: -100, most: 100, say: words.score },
};

type Props = { weeks: string[]; values: Trends["values"] };

/** What became of it, week by week: a line each for what there is anything to tell of, and the same numbers below. */
export function ReportTrends({ weeks, values }: Props) {
  const { locale } = useReader();
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const shown = TRENDS.filter((trend) => values[trend].some((value) => value !== null));
  const names = weeks.map((week) => day.format(new Date(`${week}T12:00:00Z`)));
  const inUnit = (trend: Trend, at: number) => {
    const value = values[trend][at] ?? null;
    return value === null ? null : value / DRAWN[trend].unit;
  };
  const said = (trend: Trend, at: number) => {
    const value = inUnit(trend, at);
    return value === null ? "–" : DRAWN[trend].say(value);
  };
  if (shown.length === 0) return null;
  return (
    <>
      <div className="admin-trends">
        {shown.map((trend) => (
          <section key={trend} aria-label={words.trends[trend]}>
            <h3 className="admin-trends__name">{words.trends[trend]}</h3>
            <LineChart
              {...DRAWN[trend]}
              label={words.trendChart(words.trends[trend])}
              buckets={names}
              values={weeks.map((_, at) => inUnit(trend, at))}
            />
          </section>
        ))}
      </div>
      <details>
        <summary>{words.trendNumbers}</summary>
        <Table
          label={words.overTime}
          headings={[
            { title: words.week },
            ...shown.map((trend) => ({ title: words.trends[trend], end: true, named: true })),
          ]}
          rows={weeks.map((week, at) => ({
            id: week,
            cells: [names[at] ?? week, ...shown.map((trend) => said(trend, at))],
          }))}
        />
      </details>
    </>
  );
}
