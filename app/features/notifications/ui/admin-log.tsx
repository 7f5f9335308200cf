import { BlockStack, Box, Button, Card, InlineStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page, type PageAction } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { DayCount, LogRow } from "../staff-queries.server";
import { staffWords } from "../words/staff";
import { AdminNewsCard } from "./admin-news-card";
import { PausedBanner } from "./paused-banner";

const words = staffWords.log;

export type LogFilters = { kind: string; state: string; reason: string };

type Props = {
  rows: LogRow[];
  filters: LogFilters;
  days: DayCount[];
  dayNames: string[];
  paused: string[];
  mayChange: boolean;
  busy: boolean;
  previous: string | null;
  next: string | null;
  Form: FormComponent;
  onPause: (paused: boolean) => void;
};

/** Every message of the shop, with its state and the reason for it. */
export function AdminLog({
  rows,
  filters,
  days,
  dayNames,
  paused,
  mayChange,
  busy,
  previous,
  next,
  Form,
  onPause,
}: Props) {
  const all = paused.includes("all");
  const says = staffWords.paused;
  const switchAll: PageAction = {
    label: all ? says.resumeAll : says.pauseAll,
    onAction: () => onPause(!all),
    disabled: !mayChange,
    loading: busy,
  };
  const isFiltered = Boolean(filters.kind || filters.state || filters.reason);
  return (
    <Page
      title={staffWords.title}
      subtitle={staffWords.subtitle}
      width="full"
      secondary={[{ label: words.manage, url: "/app/notifications/kinds" }, switchAll]}
    >
      <BlockStack gap="400">
        <PausedBanner paused={paused} />
        <AdminNewsCard days={days} dayNames={dayNames} chart />
        <Card padding="0">
          <Box padding="400">
            <Filters filters={filters} Form={Form} />
          </Box>
          {rows.length === 0 ? (
            <EmptyState {...(isFiltered ? words.noMatch : words.none)} />
          ) : (
            <Table
              label={staffWords.title}
              headings={[
                { title: words.columns.what },
                { title: words.columns.order },
                { title: words.columns.state },
                { title: words.columns.why },
                { title: words.columns.when },
              ]}
              rows={rows.map(toRow)}
            />
          )}
          <Pager previous={previous} next={next} />
        </Card>
      </BlockStack>
    </Page>
  );
}

const toRow = (row: LogRow) => ({
  id: row.id,
  url: `/app/notifications/${row.id}`,
  cells: [
    staffWords.kinds[row.kind] ?? row.kind,
    <bdi key="order">{row.orderName}</bdi>,
    <StatusBadge key="state" state={row.state} map={staffWords.states} />,
    <Why key="why" row={row} />,
    <TimeText key="when" at={row.sentAt ?? row.createdAt} />,
  ],
});

/** The reason in words; the mail server's own words as they are. */
export function Why({ row }: { row: Pick<LogRow, "reason" | "heldUntil"> }) {
  if (!row.reason) return null;
  const why = staffWords.reasons[row.reason] ?? row.reason;
  if (!row.heldUntil) return <span>{why}</span>;
  return (
    <span>
      {why}, {words.until} <TimeText at={row.heldUntil} />
    </span>
  );
}

function Filters({ filters, Form }: { filters: LogFilters; Form: FormComponent }) {
  const [chosen, setChosen] = useState(filters);
  const says = words.filters;
  const select = (name: keyof LogFilters, label: string, map: Readonly<Record<string, string>>) => (
    <Select
      label={label}
      name={name}
      value={chosen[name]}
      onChange={(value) => setChosen((before) => ({ ...before, [name]: value }))}
      options={[
        { label: says.all, value: "" },
        ...Object.entries(map).map(([value, text]) => ({ label: text, value })),
      ]}
    />
  );
  const states = Object.fromEntries(
    Object.entries(staffWords.states).map(([key, { label }]) => [key, label]),
  );
  return (
    <Form method="get">
      <InlineStack gap="300" blockAlign="end">
        {select("kind", says.kind, staffWords.kinds)}
        {select("state", says.state, states)}
        {select("reason", says.reason, staffWords.reasons)}
        <Button submit>{says.show}</Button>
      </InlineStack>
    </Form>
  );
}
