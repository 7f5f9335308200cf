import { BlockStack, Box, Button, Card, Text } from "@shopify/polaris";
import { Pager } from "~/ui/admin/pager";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { SuppressedRow } from "../suppression-store.server";
import { suppressedWords as words } from "../words/suppressed-staff";

type Props = {
  rows: SuppressedRow[];
  previous: string | null;
  next: string | null;
  mayChange: boolean;
  busy: boolean;
  onLift: (id: string) => void;
};

/** Addresses that are not written to, why, and the way to write to them again. */
export const AdminSuppressedCard = ({ rows, previous, next, mayChange, busy, onLift }: Props) => (
  <Card padding="0">
    <Box padding="400">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {rows.length > 0 ? words.text : words.none}
        </Text>
      </BlockStack>
    </Box>
    {rows.length > 0 && (
      <Table
        label={words.title}
        headings={[
          { title: words.columns.address },
          { title: words.columns.why },
          { title: words.columns.since, named: true },
          { title: words.columns.until, named: true },
          { title: words.lift, end: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: [
            <bdi key="address">{row.address}</bdi>,
            words.reasons[row.reason] ?? row.reason,
            <TimeText key="since" at={row.since} />,
            row.until ? <TimeText key="until" at={row.until} /> : words.forEver,
            <Button
              key="lift"
              size="slim"
              disabled={!mayChange || busy}
              accessibilityLabel={words.liftFor(row.address)}
              onClick={() => onLift(row.id)}
            >
              {words.lift}
            </Button>,
          ],
        }))}
      />
    )}
    <Pager previous={previous} next={next} />
  </Card>
);
