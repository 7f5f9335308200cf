import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { PartBar } from "~/ui/admin/chart";
import { formatCount } from "~/ui/admin/format-count";
import { Table } from "~/ui/admin/table";
import { MoneyText } from "~/ui/admin/text";
import type { InsightTotals } from "../insight";
import { staffWords } from "../words/staff";
import { insightWords as words } from "../words/staff-insight";
import { listWords } from "../words/staff-list";
import type { AdminInsightProps } from "./admin-insight";
import { Titled } from "./admin-return-cards";

const EXCHANGES = ["exchange", "exchangeAny", "replacement"];
const share = (part: number, all: number) => (all > 0 ? words.percent(part / all) : words.nothing);

/** The numbers at a glance. */
export function TotalsCard({ totals }: AdminInsightProps) {
  const { tiles } = words;
  const asked = totals.outcomes.reduce((sum, one) => sum + one.things, 0);
  const exchanged = totals.outcomes.filter((one) => EXCHANGES.includes(one.outcome));
  const promised = totals.promises.kept + totals.promises.missed;
  const numbers: [string, ReactNode][] = [
    [tiles.returns, formatCount(totals.returns)],
    [tiles.things, formatCount(totals.things)],
    [tiles.rate, share(totals.things, totals.sold)],
    [tiles.value, <MoneyText key="value" money={totals.value} />],
    [
      tiles.exchangeShare,
      share(
        exchanged.reduce((sum, one) => sum + one.things, 0),
        asked,
      ),
    ],
    [tiles.declined, formatCount(totals.declined)],
    [tiles.refunded, <MoneyText key="refunded" money={totals.refunded} />],
    [tiles.credited, <MoneyText key="credited" money={totals.credited} />],
    [tiles.exchanged, <MoneyText key="exchanged" money={totals.exchanged} />],
    [tiles.fees, <MoneyText key="fees" money={totals.fees} />],
    [tiles.bonus, <MoneyText key="bonus" money={totals.bonus} />],
    [tiles.labels, <Labels key="labels" totals={totals} />],
    [tiles.median, totals.refundSeconds ? words.duration(totals.refundSeconds.median) : words.nothing],
    [tiles.slow, totals.refundSeconds ? words.duration(totals.refundSeconds.slowest10) : words.nothing],
    [tiles.kept, promised > 0 ? words.keptOf(totals.promises.kept, promised) : words.nothing],
  ];
  return (
    <Titled title={words.numbers}>
      <dl className="admin-tiles">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>
              <Text as="span" tone="subdued">
                {name}
              </Text>
            </dt>
            <dd style={{ margin: 0 }}>
              <Text as="span" variant="headingLg">
                {value}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Titled>
  );
}

const Labels = ({ totals }: { totals: InsightTotals }) =>
  totals.labels.length === 0
    ? words.nothing
    : totals.labels.map((money) => (
        <span key={money.currency}>
          <MoneyText money={money} />{" "}
        </span>
      ));

/** Why things came back, the commonest reason first. */
export function ReasonsCard({ reasons, totals }: AdminInsightProps) {
  const most = reasons[0]?.things ?? 1;
  return (
    <Titled title={words.allReasons}>
      <Table
        label={words.allReasons}
        headings={[
          { title: words.columns.reason },
          { title: words.columns.share, end: true },
          { title: words.columns.things, end: true, named: true },
          { title: words.columns.value, end: true },
        ]}
        rows={reasons.map((one) => ({
          id: one.reason,
          cells: [
            staffWords.reasons[one.reason] ?? one.reason,
            <span key="share">
              {share(one.things, totals.things)}
              <PartBar part={one.things / most} />
            </span>,
            formatCount(one.things),
            <MoneyText key="value" money={one.value} />,
          ],
        }))}
      />
    </Titled>
  );
}

/** Products, or one product's variants, with the two reasons given most. */
export function ThingsCard({ things, product, span }: AdminInsightProps) {
  const title = product ? words.variants : words.products;
  return (
    <Titled title={title}>
      <Table
        label={title}
        headings={[
          { title: product ? words.columns.variant : words.columns.product },
          { title: words.columns.things, end: true, named: true },
          { title: words.columns.why },
          { title: words.columns.value, end: true },
        ]}
        rows={things.map((one) => ({
          id: one.id ?? "none",
          ...(product || !one.id
            ? {}
            : { url: `/app/returns/insight?${new URLSearchParams({ ...span, product: one.id })}` }),
          cells: [
            <bdi key="title">{one.title || words.unknown}</bdi>,
            formatCount(one.things),
            one.reasons
              .slice(0, 2)
              .map((why) =>
                words.why(staffWords.reasons[why.reason] ?? why.reason, share(why.things, one.things)),
              )
              .join(", "),
            <MoneyText key="value" money={one.value} />,
          ],
        }))}
      />
    </Titled>
  );
}

/** What people wanted instead of what they had. */
export function OutcomesCard({ totals }: AdminInsightProps) {
  const all = totals.outcomes.reduce((sum, one) => sum + one.things, 0);
  return (
    <Titled title={words.outcomes}>
      <Table
        label={words.outcomes}
        headings={[
          { title: listWords.columns.wants },
          { title: words.columns.share, end: true },
          { title: words.columns.things, end: true, named: true },
        ]}
        rows={totals.outcomes.map((one) => ({
          id: one.outcome,
          cells: [
            listWords.outcomes[one.outcome as keyof typeof listWords.outcomes] ?? one.outcome,
            <span key="share">
              {share(one.things, all)}
              <PartBar part={one.things / Math.max(1, all)} />
            </span>,
            formatCount(one.things),
          ],
        }))}
      />
    </Titled>
  );
}

/** People, with the warning that belongs to the number. */
export const ReturnersCard = ({ returners }: AdminInsightProps) => (
  <Titled title={words.returners}>
    <Text as="p" tone="subdued">
      {words.returnersText}
    </Text>
    {returners.length === 0 ? (
      <Text as="p">{words.noReturners}</Text>
    ) : (
      <Table
        label={words.returners}
        headings={[
          { title: words.columns.customer },
          { title: words.columns.returns, end: true, named: true },
          { title: words.columns.orders, end: true, named: true },
          { title: words.columns.value, end: true },
        ]}
        rows={returners.map((one) => ({
          id: one.customerId ?? "",
          cells: [
            <bdi key="name">{one.name ?? staffWords.nobody}</bdi>,
            formatCount(one.returns),
            formatCount(one.orders),
            <MoneyText key="value" money={one.value} />,
          ],
        }))}
      />
    )}
  </Titled>
);
