import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { StackedBars } from "~/ui/admin/chart";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { useReader } from "~/ui/admin/reader";
import { Table } from "~/ui/admin/table";
import {
  DIMENSIONS,
  type Dimension,
  type ExportOf,
  MOST_COUNTED,
  type Part,
  type Spread,
  type Totals,
} from "../report";
import { hasAny, type Trends } from "../report-trends";
import type { Attained } from "../sla/attainment-queries.server";
import type { RecommendationReport } from "../surveys/recommendation-report";
import { reportWords as words } from "../words/report-staff";
import { AdminAttainment } from "./admin-attainment";
import { ReportRecommending } from "./admin-report-recommending";
import { ReportTrends } from "./admin-report-trends";

export type AdminReportProps = {
  targets: Attained[];
  totals: Totals;
  isCapped: boolean;
  /** first days of what is drawn, and what began then */
  buckets: string[];
  series: { channel: string; values: number[] }[];
  parts: Record<Dimension, Part[]>;
  periods: { days: number; url: string; isShown: boolean }[];
  trends: { weeks: string[]; values: Trends["values"] };
  /** null: nobody was asked */
  recommending: RecommendationReport | null;
  exports: Export[];
  /** false: it could not be fetched */
  onExport: (one: Export) => Promise<boolean>;
};

type Export = { of: ExportOf; url: string; name: string };

/** How the inbox does: how much comes, how fast it is answered, and whether that was the end of it. */
export function AdminReport(props: AdminReportProps) {
  const { totals, parts, isCapped } = props;
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/inbox" }} width="full">
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Period {...props} />
        </Box>
        {totals.conversations === 0 ? (
          <Card>
            <EmptyState {...words.none} />
          </Card>
        ) : (
          <>
            <Titled title={words.volume}>
              {isCapped && <Text as="p">{words.capped(MOST_COUNTED)}</Text>}
              <Volume {...props} />
              <Numbers label={words.all} rows={[{ name: words.all, totals }]} />
            </Titled>
            <AdminAttainment targets={props.targets} />
            {hasAny(props.trends.values) && (
              <Titled title={words.overTime}>
                <ReportTrends {...props.trends} />
              </Titled>
            )}
            {DIMENSIONS.map((dimension) => (
              <Titled key={dimension} title={words.by[dimension]}>
                <Numbers
                  label={words.by[dimension]}
                  rows={parts[dimension].map((part) => ({
                    name: nameOf(dimension, part.key),
                    totals: part.totals,
                  }))}
                />
              </Titled>
            ))}
          </>
        )}
        {props.recommending && (
          <Titled title={words.recommending.title}>
            <ReportRecommending {...props.recommending} />
          </Titled>
        )}
        <Card>
          <ul style={{ margin: 0, paddingInlineStart: "var(--p-space-400)" }}>
            {words.explanations.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Period({ periods, exports, onExport }: AdminReportProps) {
  const [running, setRunning] = useState<ExportOf | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const run = async (one: Export) => {
    setRunning(one.of);
    setFailed(!(await onExport(one)));
    setRunning(null);
  };
  return (
    <InlineStack gap="200" blockAlign="center">
      {periods.map(({ days, url, isShown }) => (
        <Button key={days} url={url} pressed={isShown}>
          {words.days(days)}
        </Button>
      ))}
      {exports.map((one) => (
        <Button key={one.of} loading={running === one.of} onClick={() => void run(one)}>
          {words.exports[one.of]}
        </Button>
      ))}
      {hasFailed && (
        <Text as="p" tone="critical">
          {words.exportFailed}
        </Text>
      )}
    </InlineStack>
  );
}

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

function Volume({ buckets, series }: AdminReportProps) {
  const { locale } = useReader();
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  return (
    <StackedBars
      label={words.volumeChart}
      buckets={buckets.map((bucket) => day.format(new Date(`${bucket}T12:00:00Z`)))}
      series={series.map(({ channel, values }) => ({ name: nameOf("channel", channel), values }))}
    />
  );
}

function nameOf(dimension: Dimension, key: string | null): string {
  if (key === null) return words.nobody[dimension];
  if (dimension === "channel") return words.channels[key] ?? key;
  return dimension === "reason" ? (words.reasons[key] ?? key) : key;
}

const spread = (times: Spread | null): string =>
  times ? `${words.duration(times.median)} / ${words.duration(times.p90)}` : "–";

function Numbers({ label, rows }: { label: string; rows: { name: string; totals: Totals }[] }) {
  const { columns } = words;
  const titles = [
    columns.conversations,
    columns.firstReply,
    columns.resolution,
    columns.oneTouch,
    columns.satisfied,
    columns.effort,
    columns.solved,
  ];
  return (
    <Table
      label={label}
      headings={[{ title: label }, ...titles.map((title) => ({ title, end: true, named: true }))]}
      rows={rows.map(({ name, totals }) => ({
        id: name,
        cells: [
          name,
          String(totals.conversations),
          spread(totals.firstReply),
          spread(totals.resolution),
          words.share(totals.oneTouch, totals.closed),
          words.share(totals.satisfied, totals.rated),
          totals.effort.mean === null ? "–" : words.effort(totals.effort.mean, totals.effort.answered),
          words.share(totals.solved, totals.decided),
        ],
      }))}
    />
  );
}
