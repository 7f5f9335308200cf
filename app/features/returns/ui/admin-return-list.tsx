import { Box, Card, InlineStack } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { PlainAppLink } from "~/ui/admin/link";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { ReturnRow } from "../staff-queries.server";
import type { ReturnState } from "../states";
import { RETURN_TABS, type ReturnTab, TAB_STATES } from "../tabs";
import { staffWords as words } from "../words/staff";

type Props = {
  returns: ReturnRow[];
  counts: Record<ReturnState, number>;
  /** counting stopped at this number */
  countedAtMost: number;
  tab: ReturnTab;
  query: string;
  previous: string | null;
  next: string | null;
  Form: FormComponent;
};

/** The staff's list of returns: what wants deciding first. */
export function AdminReturnList(props: Props) {
  const { returns, query, previous, next, Form } = props;
  return (
    <Page title={words.title} width="full">
      <Card padding="0">
        <Box padding="300">
          <SearchForm Form={Form} value={query} {...words.search} />
        </Box>
        <Tabs {...props} />
        {returns.length > 0 ? <Rows returns={returns} /> : <Nothing {...props} />}
        <Pager previous={previous} next={next} />
      </Card>
    </Page>
  );
}

const Tabs = ({ tab, query, counts, countedAtMost }: Props) => (
  <nav aria-label={words.tabsLabel}>
    <Box paddingInline="300" paddingBlockEnd="300">
      <InlineStack gap="200">
        {RETURN_TABS.map((one) => {
          const isHere = one === tab && query === "";
          const count = TAB_STATES[one]?.reduce((sum, state) => sum + counts[state], 0);
          return (
            <PlainAppLink
              key={one}
              url={`/app/returns?state=${one}`}
              className={isHere ? "admin-tab admin-tab-here" : "admin-tab"}
              {...(isHere ? { "aria-current": "page" as const } : {})}
            >
              {count === undefined
                ? words.tabs[one]
                : words.tab(words.tabs[one], count > countedAtMost ? `${countedAtMost}+` : String(count))}
            </PlainAppLink>
          );
        })}
      </InlineStack>
    </Box>
  </nav>
);

const Rows = ({ returns }: { returns: ReturnRow[] }) => (
  <Table
    label={words.title}
    headings={[
      { title: words.columns.rma },
      { title: words.columns.state },
      { title: words.columns.order },
      { title: words.columns.customer },
      { title: words.columns.asked },
      { title: words.columns.items, end: true },
      { title: words.columns.refund, end: true },
    ]}
    rows={returns.map((one) => ({
      id: one.id,
      url: `/app/returns/${one.id}`,
      cells: [
        one.rma,
        <InlineStack key="state" gap="100">
          <StatusBadge state={one.state} map={words.states} />
          {one.stuck && <StatusBadge state="stuck" map={words.stuck} />}
        </InlineStack>,
        one.orderName,
        <bdi key="customer">{one.customer ?? words.nobody}</bdi>,
        <DayText key="asked" at={one.requestedAt} />,
        String(one.things),
        one.refund ? <MoneyText key="refund" money={one.refund} /> : "",
      ],
    }))}
  />
);

function Nothing({ query, tab, counts }: Props) {
  const none = Object.values(counts).every((count) => count === 0);
  if (query)
    return <EmptyState {...words.empty.found} action={{ label: words.clear, url: "/app/returns" }} />;
  if (none) return <EmptyState {...words.empty.none} />;
  return <EmptyState {...words.empty[tab]} />;
}
