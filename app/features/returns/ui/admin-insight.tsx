import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { MOST_SERIES, StackedBars } from "~/ui/admin/chart";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { useReader } from "~/ui/admin/reader";
import type { FormComponent } from "~/ui/admin/search-form";
import { Table } from "~/ui/admin/table";
import type { InsightTotals, ReasonCount, ReasonTotal, Returner, Span, ThingCount } from "../insight";
import { staffWords } from "../words/staff";
import { insightWords as words } from "../words/staff-insight";
import { OutcomesCard, ReasonsCard, ReturnersCard, ThingsCard, TotalsCard } from "./admin-insight-cards";
import { Titled } from "./admin-return-cards";

export type AdminInsightProps = {
  span: Span;
  product: { id: string; title: string } | null;
  totals: InsightTotals;
  /** first days of the buckets that are drawn */
  buckets: string[];
  overTime: ReasonCount[];
  reasons: ReasonTotal[];
  things: ThingCount[];
  returners: Returner[];
  /** lengths of time to choose, each with the address that shows it */
  spans: { days: number; url: string }[];
  exportUrl: string;
  Form: FormComponent;
  onExport: (url: string) => Promise<boolean>;
};

/** What comes back, why, what it costs, and how each number is counted. */
export function AdminInsight(props: AdminInsightProps) {
  const { totals, product } = props;
  return (
    <Page
      title={words.title}
      {...(product ? { subtitle: words.product(product.title) } : {})}
      back={{ label: words.back, url: "/app/returns" }}
      width="full"
    >
      <BlockStack gap="400">
        <Range {...props} />
        {totals.returns === 0 ? (
          <Card>
            <EmptyState {...words.none} />
          </Card>
        ) : (
          <>
            <TotalsCard {...props} />
            <OverTime {...props} />
            <ReasonsCard {...props} />
            <ThingsCard {...props} />
            <OutcomesCard {...props} />
            <ReturnersCard {...props} />
          </>
        )}
        <Titled title={words.how}>
          <ul style={{ margin: 0, paddingInlineStart: "var(--p-space-400)" }}>
            {words.explanations.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Titled>
      </BlockStack>
    </Page>
  );
}

function Range({ span, product, spans, exportUrl, Form, onExport }: AdminInsightProps) {
  const [from, setFrom] = useState<string>(span.from);
  const [to, setTo] = useState<string>(span.to);
  const [state, setState] = useState<"idle" | "running" | "failed">("idle");
  const run = async () => {
    setState("running");
    setState((await onExport(exportUrl)) ? "idle" : "failed");
  };
  return (
    <Card>
      <Form method="get">
        {product && <input type="hidden" name="product" value={product.id} />}
        <InlineStack gap="300" blockAlign="end">
          <TextField
            label={words.range.from}
            name="from"
            type="date"
            value={from}
            onChange={setFrom}
            autoComplete="off"
          />
          <TextField
            label={words.range.to}
            name="to"
            type="date"
            value={to}
            onChange={setTo}
            autoComplete="off"
          />
          <Button submit>{words.range.show}</Button>
          {spans.map(({ days, url }) => (
            <Button key={days} variant="tertiary" url={url}>
              {words.range.days(days)}
            </Button>
          ))}
          {product && (
            <Button variant="tertiary" url={`/app/returns/insight?from=${span.from}&to=${span.to}`}>
              {words.allProducts}
            </Button>
          )}
          <Button loading={state === "running"} onClick={run}>
            {words.exportCsv}
          </Button>
          {state === "failed" && (
            <Text as="p" tone="critical">
              {words.exportFailed}
            </Text>
          )}
        </InlineStack>
      </Form>
    </Card>
  );
}

/** Reasons bucket by bucket: the commonest by themselves, the others together. */
function OverTime({ buckets, overTime, reasons }: AdminInsightProps) {
  const { locale } = useReader();
  const name = (reason: string) => staffWords.reasons[reason] ?? reason;
  const few = reasons.length <= MOST_SERIES ? reasons : reasons.slice(0, MOST_SERIES - 1);
  const shown = few.map((one) => one.reason);
  const count = (bucket: string, of: (reason: string) => boolean) =>
    overTime
      .filter((one) => one.bucket === bucket && of(one.reason))
      .reduce((sum, one) => sum + one.things, 0);
  const series = shown.map((reason) => ({
    name: name(reason),
    values: buckets.map((bucket) => count(bucket, (one) => one === reason)),
  }));
  if (reasons.length > shown.length)
    series.push({
      name: words.others,
      values: buckets.map((bucket) => count(bucket, (one) => !shown.includes(one))),
    });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const labels = buckets.map((bucket) => day.format(new Date(`${bucket}T12:00:00Z`)));
  return (
    <Titled title={words.reasons}>
      <StackedBars label={words.reasonsChart} buckets={labels} series={series} />
      <details>
        <summary>{words.reasonsTable}</summary>
        <Table
          label={words.reasons}
          headings={[
            { title: words.columns.when },
            ...series.map((one) => ({ title: one.name, end: true, named: true })),
          ]}
          rows={labels.map((label, at) => ({
            id: buckets[at] ?? label,
            cells: [label, ...series.map((one) => String(one.values[at] ?? 0))],
          }))}
        />
      </details>
    </Titled>
  );
}
