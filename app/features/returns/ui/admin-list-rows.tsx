import { Badge, InlineStack, Text } from "@shopify/polaris";
import { useChoiceBoxes } from "~/ui/admin/choosing";
import { useReader } from "~/ui/admin/reader";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { ReturnRow } from "../staff-list-queries.server";
import { NEAR_MS } from "../views";
import { staffWords } from "../words/staff";
import { listWords as words } from "../words/staff-list";

type Props = {
  returns: ReturnRow[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  now: Date;
};

/** The rows, each with a box to tick; with the shift key held, all between two boxes. */
export function ReturnRows({ returns, chosen, onChoose, now }: Props) {
  const lead = useChoiceBoxes({
    ids: returns.map((one) => one.id),
    chosen,
    onChoose,
    labels: {
      all: words.choose.all,
      one: (id) => words.choose.one(returns.find((one) => one.id === id)?.rma ?? ""),
    },
  });
  return (
    <Table
      label={staffWords.title}
      lead={lead}
      headings={[
        { title: words.columns.rma },
        { title: words.columns.state },
        { title: words.columns.customer },
        { title: words.columns.what },
        { title: words.columns.wants },
        { title: words.columns.asked },
        { title: words.columns.due, named: true },
        { title: words.columns.value, end: true },
      ]}
      rows={returns.map((one) => ({
        id: one.id,
        url: `/app/returns/${one.id}`,
        cells: [
          <span key="rma">
            {one.rma}{" "}
            <Text as="span" tone="subdued" fontWeight="regular">
              {one.orderName}
            </Text>
          </span>,
          <Badges key="state" one={one} />,
          <bdi key="customer">{one.customer ?? staffWords.nobody}</bdi>,
          <What key="what" one={one} />,
          one.outcomes.map((each) => words.outcomes[each as keyof typeof words.outcomes] ?? each).join(", "),
          <DayText key="asked" at={one.requestedAt} />,
          one.refundBy ? <Due key="due" at={one.refundBy} now={now} /> : null,
          <MoneyText key="value" money={one.value} />,
        ],
      }))}
    />
  );
}

const Badges = ({ one }: { one: ReturnRow }) => (
  <InlineStack gap="100">
    {one.state === "received" ? (
      <Badge tone="attention">{one.inspected ? words.views.pay : words.views.inspect}</Badge>
    ) : (
      <StatusBadge state={one.state} map={staffWords.states} />
    )}
    {one.stuck && <StatusBadge state="stuck" map={staffWords.stuck} />}
    {one.approval && <Badge tone="warning">{words.approval}</Badge>}
    {one.gift && <Badge>{words.gift}</Badge>}
  </InlineStack>
);

function What({ one }: { one: ReturnRow }) {
  return <bdi>{one.things > 1 ? words.more(one.title, one.things - 1) : one.title}</bdi>;
}

/** The day by which the money is promised; said in words when it is past or near, not by colour alone. */
function Due({ at, now }: { at: Date; now: Date }) {
  const { locale, timeZone } = useReader();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(at);
  if (at < now)
    return (
      <Text as="span" tone="critical" fontWeight="semibold">
        {words.late(day)}
      </Text>
    );
  if (at.getTime() - now.getTime() <= NEAR_MS)
    return (
      <Text as="span" tone="caution">
        {words.near(day)}
      </Text>
    );
  return <DayText at={at} />;
}
