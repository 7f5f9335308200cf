import { Box, Card, Link, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { LookupView } from "../look-up-queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.lookups;

type Props = { lookups: LookupView[]; previous: string | null; next: string | null };

/** Who looked for which order on the storefront, the latest first. Visitors are told apart, not known. */
export const AdminLookups = ({ lookups, previous, next }: Props) => (
  <Page title={words.title} subtitle={words.subtitle} width="full">
    <Card padding="0">
      {lookups.length === 0 ? (
        <EmptyState {...words.none} />
      ) : (
        <>
          <Box padding="400">
            <Text as="p" tone="subdued">
              {words.text}
            </Text>
          </Box>
          <Table
            label={words.title}
            headings={[
              { title: words.columns.when },
              { title: words.columns.typed },
              { title: words.columns.outcome },
              { title: words.columns.order },
              { title: words.columns.visitor },
            ]}
            rows={lookups.map((one) => ({
              id: one.id,
              cells: [
                <TimeText key="at" at={one.at} />,
                <bdi key="typed">{one.typed}</bdi>,
                <StatusBadge key="outcome" state={one.outcome} map={words.outcomes} />,
                one.orderId && (
                  <Link key="order" url={`/app/orders/${one.orderId}`}>
                    {words.openOrder}
                  </Link>
                ),
                <code key="visitor">{one.visitor.slice(0, 6)}</code>,
              ],
            }))}
          />
        </>
      )}
      <Pager previous={previous} next={next} />
    </Card>
  </Page>
);
