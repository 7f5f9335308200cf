import { Box, Card, InlineStack } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import { type BadgeMap, StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { OrderRow } from "../staff-queries.server";
import { staffWords as words } from "../words/staff";

type Props = {
  orders: OrderRow[];
  query: string;
  previous: string | null;
  next: string | null;
  Form: FormComponent;
};

/** The staff's list of orders, the newest first. */
export function AdminOrderList({ orders, query, previous, next, Form }: Props) {
  const { columns, search, none, notFound } = words;
  return (
    <Page title={words.title} width="full">
      <Card padding="0">
        <Box padding="300">
          <SearchForm Form={Form} value={query} {...search} />
        </Box>
        {orders.length > 0 ? (
          <Table
            label={words.title}
            headings={[
              { title: columns.order },
              { title: columns.date },
              { title: columns.customer },
              { title: columns.payment },
              { title: columns.fulfilment },
              { title: columns.total, end: true },
            ]}
            rows={orders.map(row)}
          />
        ) : query ? (
          <EmptyState
            title={notFound.title}
            text={notFound.text}
            action={{ label: notFound.all, url: "/app/orders" }}
          />
        ) : (
          <EmptyState {...none} />
        )}
        <Pager previous={previous} next={next} />
      </Card>
    </Page>
  );
}

const row = (order: OrderRow) => ({
  id: order.id,
  url: `/app/orders/${order.id}`,
  cells: [
    order.name,
    <DayText key="date" at={order.placedAt} />,
    order.customer ?? words.noCustomer,
    <OrderBadges key="payment" state={order.financialStatus} map={words.payment} />,
    <OrderBadges
      key="fulfilment"
      state={order.fulfilmentStatus}
      map={words.fulfilment}
      cancelled={order.cancelledAt !== null}
    />,
    <MoneyText key="total" money={order.total} />,
  ],
});

const OrderBadges = ({ state, map, cancelled }: { state: string; map: BadgeMap; cancelled?: boolean }) => (
  <InlineStack gap="100">
    {cancelled ? <StatusBadge state="cancelled" map={CANCELLED} /> : <StatusBadge state={state} map={map} />}
  </InlineStack>
);

const CANCELLED: BadgeMap = { cancelled: { label: words.cancelled } };
