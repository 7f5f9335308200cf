import { BlockStack, Box, Button, Card, InlineStack, Link, Select } from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import { screenWords as words } from "../delay/words/screens";
import { staffWords } from "../delay/words/staff";
import type { DeliveryFilters, DeliveryRow } from "../delay-queries.server";
import { AdminDelayModel, type ModelShown } from "./admin-delay-model";
import { AdminDelaySettings, type DelaySettings } from "./admin-delay-settings";
import { RangeBar, type Scale, scaleOf } from "./range-bar";

type Props = {
  rows: DeliveryRow[];
  now: Date;
  filters: DeliveryFilters;
  carriers: string[];
  model: ModelShown;
  settings: DelaySettings;
  mayChange: boolean;
  busy: boolean;
  previous: string | null;
  next: string | null;
  Form: FormComponent;
};

/** Deliveries in trouble, the worst first, with why, and what was promised against what is expected. */
export function AdminDeliveries(props: Props) {
  const { rows, now, filters, carriers, previous, next, Form } = props;
  const scale = scaleOf(rows, now);
  const isFiltered = Boolean(filters.state || filters.carrier);
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      width="full"
      secondary={[
        { label: words.toTracking, url: "/app/deliveries/tracking" },
        { label: words.toBackTest, url: "/app/deliveries/back-test" },
      ]}
    >
      <BlockStack gap="400">
        <Card padding="0">
          <Box padding="400">
            <Filters filters={filters} carriers={carriers} Form={Form} />
          </Box>
          {rows.length === 0 ? (
            <EmptyState {...(isFiltered ? words.noMatch : words.none)} />
          ) : (
            <>
              <Table
                label={words.title}
                headings={[
                  { title: words.columns.order },
                  { title: words.columns.state },
                  { title: words.columns.expected },
                  { title: words.columns.why },
                  { title: words.columns.age, named: true },
                ]}
                rows={rows.map((row) => toRow(row, scale, now))}
              />
              <Legend />
            </>
          )}
          <Pager previous={previous} next={next} />
        </Card>
        <AdminDelayModel model={props.model} />
        <AdminDelaySettings
          settings={props.settings}
          mayChange={props.mayChange}
          busy={props.busy}
          Form={Form}
        />
      </BlockStack>
    </Page>
  );
}

const toRow = (row: DeliveryRow, scale: Scale, now: Date) => ({
  id: row.id,
  url: `/app/orders/${row.orderId}`,
  cells: [
    <OrderAndCarrier key="order" row={row} />,
    <span key="state" className="delivery-order">
      <StatusBadge state={row.state} map={words.states} />
    </span>,
    <RangeBar key="expected" range={row} scale={scale} now={now} />,
    <BlockStack key="why" gap="100">
      <span>{staffWords.reason(row.because)}</span>
      {row.conversationId && (
        <span className="above-link">
          <Link url={`/app/inbox/${row.conversationId}`}>{words.conversation}</Link>
        </span>
      )}
    </BlockStack>,
    row.lastScanAt ? <TimeText key="age" at={row.lastScanAt} /> : words.noScan,
  ],
});

const OrderAndCarrier = ({ row }: { row: DeliveryRow }) => (
  <span className="delivery-order">
    <bdi>{row.orderName}</bdi>
    {row.carrier && <bdi className="delivery-order__carrier">{row.carrier}</bdi>}
  </span>
);

const Legend = () => (
  <Box padding="400" paddingBlockStart="200">
    <ul className="admin-legend">
      <li>
        <span aria-hidden="true" className="delivery-key" />
        {words.legend.range}
      </li>
      <li>
        <span aria-hidden="true" className="delivery-key delivery-key--promise" />
        {words.legend.promise}
      </li>
      <li>
        <span aria-hidden="true" className="delivery-key delivery-key--now" />
        {words.legend.now}
      </li>
    </ul>
  </Box>
);

function Filters({
  filters,
  carriers,
  Form,
}: {
  filters: DeliveryFilters;
  carriers: string[];
  Form: FormComponent;
}) {
  const [chosen, setChosen] = useState<{ state: string; carrier: string }>(filters);
  const says = words.filters;
  const select = (name: "state" | "carrier", label: string, options: { label: string; value: string }[]) => (
    <Select
      label={label}
      name={name}
      value={chosen[name]}
      onChange={(value) => setChosen((before) => ({ ...before, [name]: value }))}
      options={[{ label: says.all, value: "" }, ...options]}
    />
  );
  const states = Object.entries(words.states).map(([value, { label }]) => ({ label, value }));
  return (
    <Form method="get">
      <InlineStack gap="300" blockAlign="end">
        {select("state", says.state, states)}
        {select(
          "carrier",
          says.carrier,
          carriers.map((carrier) => ({ label: carrier, value: carrier })),
        )}
        <Button submit>{says.show}</Button>
      </InlineStack>
    </Form>
  );
}
