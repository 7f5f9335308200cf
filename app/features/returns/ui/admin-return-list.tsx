import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { type FormComponent, SearchForm } from "~/ui/admin/search-form";
import type { KeptView } from "../saved-views";
import type { ReturnRow } from "../staff-list-queries.server";
import { type ListFilter, narrowedBy, type ReturnView } from "../views";
import { staffWords } from "../words/staff";
import { listWords as words } from "../words/staff-list";
import { type BulkDoors, ChosenBar } from "./admin-bulk";
import { AppliedFilters, FilterPanel } from "./admin-list-filters";
import { ReturnRows } from "./admin-list-rows";
import { EditView, SaveView, ViewTabs } from "./admin-list-views";

export type AdminReturnListProps = {
  returns: ReturnRow[];
  /** null: not counted */
  counts: Record<ReturnView, number | null>;
  /** counting stopped at this number */
  countedAtMost: number;
  filter: ListFilter;
  saved: KeptView[];
  /** the saved view that is open, if any */
  savedId: string | null;
  query: string;
  /** has the shop had any return? */
  any: boolean;
  previous: string | null;
  next: string | null;
  may: { returns: boolean };
  now: Date;
  Form: FormComponent;
  /** opens another address of the app */
  onGo: (url: string) => void;
  /** changes saved views */
  onView: (fields: Record<string, string>) => void;
  bulk: BulkDoors;
};

/** The staff's list of returns: the views of the work, narrowed as they like, and many decided at once. */
export function AdminReturnList(props: AdminReturnListProps) {
  const { returns, filter, query, previous, next, Form, now } = props;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = returns.filter((one) => chosen.has(one.id));
  const narrowed = narrowedBy(filter).length;
  return (
    <Page
      title={staffWords.title}
      width="full"
      primary={{ label: words.receive, url: "/app/returns/receive" }}
      secondary={[{ label: words.insight, url: "/app/returns/insight" }]}
    >
      <Card padding="0">
        <Box padding="300" paddingBlockEnd="200">
          <BlockStack gap="300">
            <ViewTabs {...props} />
            <InlineStack gap="200" blockAlign="center">
              <div style={{ flex: "1 1 16rem" }}>
                <SearchForm Form={Form} value={query} {...words.search} />
              </div>
              <Button ariaExpanded={open} ariaControls="filters" onClick={() => setOpen(!open)}>
                {narrowed > 0 ? words.filters.count(narrowed) : words.filters.open}
              </Button>
              <SaveView {...props} />
              <EditView {...props} />
            </InlineStack>
            <div id="filters" hidden={!open}>
              {open && <FilterPanel {...props} onApplied={() => setOpen(false)} />}
            </div>
            <AppliedFilters {...props} />
            {query && (
              <Text as="h2" variant="headingSm">
                {words.found(query)}
              </Text>
            )}
          </BlockStack>
        </Box>
        {returns.length > 0 ? (
          <ReturnRows returns={returns} chosen={chosen} onChoose={setChosen} now={now} />
        ) : (
          <Nothing {...props} />
        )}
        {here.length > 0 && <ChosenBar {...props} chosen={here} onDone={() => setChosen(new Set())} />}
        <Pager previous={previous} next={next} />
      </Card>
    </Page>
  );
}

function Nothing({ query, filter, any }: AdminReturnListProps) {
  const all = { label: staffWords.clear, url: "/app/returns?view=all" };
  if (query) return <EmptyState {...words.empty.found} action={all} />;
  if (!any) return <EmptyState {...words.empty.none} />;
  if (narrowedBy(filter).length > 0) return <EmptyState {...words.empty.narrowed} action={all} />;
  return <EmptyState {...words.empty[filter.view]} />;
}
