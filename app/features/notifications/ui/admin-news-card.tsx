import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { StackedBars } from "~/ui/admin/chart";
import type { DayCount } from "../staff-queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.today;

const shortDay = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));

type Props = {
  days: DayCount[];
  /** the days shown, the last is today: "2026-11-22" */
  dayNames: string[];
  chart?: boolean;
};

/** How many messages went out today and what kept others back; with bars for the days before. */
export function AdminNewsCard({ days, dayNames, chart = false }: Props) {
  const of = (day: string | undefined, ...states: string[]) =>
    days
      .filter((one) => one.day === day && states.includes(one.state))
      .reduce((sum, { count }) => sum + count, 0);
  const today = dayNames.at(-1);
  const waiting = dayNames.reduce((sum, day) => sum + of(day, "held", "queued"), 0);
  const tiles: [string, number][] = [
    [words.sent, of(today, "sent")],
    [words.waiting, waiting],
    [words.failed, of(today, "failed")],
    [words.left, of(today, "dropped", "suppressed")],
  ];
  const series = [
    { name: staffWords.states.sent.label, values: dayNames.map((day) => of(day, "sent")) },
    { name: staffWords.states.failed.label, values: dayNames.map((day) => of(day, "failed")) },
    { name: staffWords.states.merged.label, values: dayNames.map((day) => of(day, "merged")) },
    {
      name: staffWords.states.dropped.label,
      values: dayNames.map((day) => of(day, "dropped", "suppressed")),
    },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {chart ? words.here : words.title}
          </Text>
          {!chart && <Link url="/app/notifications">{words.open}</Link>}
        </InlineStack>
        <dl className="admin-tiles">
          {tiles.map(([name, value]) => (
            <div key={name}>
              <dt>
                <Text as="span" tone="subdued">
                  {name}
                </Text>
              </dt>
              <dd style={{ margin: 0 }}>
                <Text as="span" variant="headingLg">
                  {value.toLocaleString("en")}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
        {chart && days.length > 0 && (
          <StackedBars label={words.chart} buckets={dayNames.map(shortDay)} series={series} />
        )}
        {chart && (
          <Text as="p" tone="subdued" variant="bodySm">
            {words.notTracked}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
