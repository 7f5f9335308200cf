import { Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Table } from "~/ui/admin/table";
import { MoneyText, TimeText } from "~/ui/admin/text";
import type { Refusal } from "~/values/result";
import type { WaitingRow } from "../../action-queries.server";
import { formWords } from "../../words/action-forms-staff";
import { actionWords } from "../../words/actions-staff";
import { Decline } from "./decline";

const words = formWords.waiting;

type Props = {
  waiting: WaitingRow[];
  mayAct: boolean;
  busy: boolean;
  refused: Refusal | null;
  onDecide(row: WaitingRow, intent: "grant" | "decline" | "withdraw", why?: string): void;
};

/** What colleagues may not do alone, and who may decide on it does here. */
export function AdminWaiting({ waiting, refused, ...props }: Props) {
  const { what, order, cost, by, when, decide } = words.columns;
  return (
    <Page title={words.title} subtitle={words.subtitle} back={{ label: words.back, url: "/app/orders" }}>
      <BlockStack gap="400">
        {refused && (
          <Banner tone="warning">
            <p role="alert">{formWords.refused[refused.code] ?? formWords.refusedOther}</p>
          </Banner>
        )}
        <Card padding="0">
          {waiting.length === 0 ? (
            <EmptyState {...words.none} />
          ) : (
            <Table
              label={words.title}
              headings={[
                { title: what },
                { title: order },
                { title: by },
                { title: when },
                { title: cost, end: true, named: true },
                { title: decide, end: true },
              ]}
              rows={waiting.map((row) => ({ id: row.id, cells: cellsOf(row, props) }))}
            />
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

function cellsOf(row: WaitingRow, { mayAct, busy, onDecide }: Omit<Props, "waiting" | "refused">) {
  const name = actionWords.names[row.kind] ?? row.kind;
  const button = (intent: "grant" | "withdraw", label: string) => (
    <Button
      size="slim"
      disabled={busy}
      accessibilityLabel={words.of(label, name, row.orderName)}
      onClick={() => onDecide(row, intent)}
    >
      {label}
    </Button>
  );
  const { approve, decline, withdraw } = formWords.list;
  return [
    <Text key="what" as="span" fontWeight="semibold">
      {name}
    </Text>,
    <InlineStack key="order" gap="200">
      <Link url={`/app/orders/${row.orderId}`}>{row.orderName}</Link>
      {row.conversationId && <Link url={`/app/inbox/${row.conversationId}`}>{words.conversation}</Link>}
    </InlineStack>,
    <bdi key="by">{row.askedName}</bdi>,
    <TimeText key="when" at={row.askedAt} />,
    <MoneyText key="cost" money={row.cost} />,
    mayAct && (row.may.decide || row.may.withdraw) ? (
      <ButtonGroup key="decide">
        {row.may.decide && button("grant", approve)}
        {row.may.decide && (
          <Decline
            busy={busy}
            label={words.of(decline, name, row.orderName)}
            onDecline={(why) => onDecide(row, "decline", why)}
          />
        )}
        {row.may.withdraw && button("withdraw", withdraw)}
      </ButtonGroup>
    ) : null,
  ];
}
