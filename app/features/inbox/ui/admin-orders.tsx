import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { OrderBeside, OrdersBeside } from "../ties/tie-queries.server";
import { tieWords as words } from "../words/tie-staff";
import { focusOn } from "./admin-keys";

type Props = OrdersBeside & {
  conversationId: string;
  /** the order that is looked at now */
  shownId: string | null;
  /** may its writer be filed as somebody? Not one who has shown who they are */
  mayFile: boolean;
  mayAct: boolean;
  busy: boolean;
  onFind(): void;
  onTie(orderId: string): void;
  onDo(form: Record<string, string>): void;
};

/** The id of the button that opens the search for an order. */
export const FIND_ORDER = "find-order";

/** The orders a conversation is about: which is looked at, what to mind, and how they are tied and untied. */
export function AdminOrders(props: Props) {
  const { orders, shownId, mayAct, busy, onFind } = props;
  const shown = orders.find(({ id }) => id === shownId);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {mayAct && (
            <Button id={FIND_ORDER} disabled={busy} onClick={onFind}>
              {words.find}
            </Button>
          )}
        </InlineStack>
        {orders.length === 0 && (
          <Text as="p" tone="subdued">
            {mayAct ? words.none : words.noneReadOnly}
          </Text>
        )}
        <List {...props} />
        {shown && <Caution {...props} order={shown} />}
      </BlockStack>
    </Card>
  );
}

const UNDO = "undo-untie";

/** The orders, and the last one that was untied here, until it is tied again or the page is left. */
function List(props: Props) {
  const { orders, conversationId, busy, onTie } = props;
  const [untied, setUntied] = useState<{ id: string; name: string; of: string } | null>(null);
  const gone = untied?.of === conversationId && !orders.some(({ id }) => id === untied.id) ? untied : null;
  const goneId = gone?.id;
  // what was pressed is gone: its undo is where one goes on
  useEffect(() => {
    if (goneId) focusOn(`#${UNDO}`);
  }, [goneId]);
  return (
    <>
      {orders.length > 0 && (
        <ul className="admin-plain-list">
          {orders.map((order) => (
            <Order
              key={order.id}
              {...props}
              order={order}
              onUntie={() => {
                setUntied({ id: order.id, name: order.name, of: conversationId });
                props.onDo({ intent: "untie", orderId: order.id });
              }}
            />
          ))}
        </ul>
      )}
      {gone && (
        <InlineStack gap="200" blockAlign="center">
          <Text as="span">{words.untied(gone.name)}</Text>
          <Button
            id={UNDO}
            variant="plain"
            disabled={busy}
            accessibilityLabel={words.undoNamed(gone.name)}
            onClick={() => onTie(gone.id)}
          >
            {words.undo}
          </Button>
        </InlineStack>
      )}
      {orders.length > 1 && (
        <Text as="p" tone="subdued">
          {words.firstHelp}
        </Text>
      )}
    </>
  );
}

type OrderProps = Props & { order: OrderBeside; onUntie(): void };

const Order = ({ order, orders, conversationId, shownId, mayAct, busy, onDo, onUntie }: OrderProps) => (
  <li style={{ paddingBlockEnd: "var(--p-space-200)" }}>
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        {order.id === shownId ? (
          <Text as="span" fontWeight="semibold">
            {order.name}
          </Text>
        ) : (
          <Link
            url={`/app/inbox/${conversationId}?order=${order.id}`}
            accessibilityLabel={words.look(order.name)}
          >
            {order.name}
          </Link>
        )}
        {orders.length > 1 && order.id === shownId && <Badge tone="info">{words.shown}</Badge>}
        {orders.length > 1 && order.isFirst && <Badge>{words.first}</Badge>}
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        <DayText at={order.placedAt} /> · <MoneyText money={order.total} /> ·{" "}
        {order.by ? words.tiedBy(order.by.name) : order.isOwn ? words.own : words.merged}
      </Text>
      {mayAct && (
        <InlineStack gap="300">
          {!order.isFirst && (
            <Button
              variant="plain"
              disabled={busy}
              accessibilityLabel={words.lookFirstNamed(order.name)}
              onClick={() => onDo({ intent: "lookFirst", orderId: order.id })}
            >
              {words.lookFirst}
            </Button>
          )}
          <Button
            variant="plain"
            disabled={busy}
            accessibilityLabel={words.untieNamed(order.name)}
            onClick={onUntie}
          >
            {words.untie}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  </li>
);

/** Who ordered is not known to be who writes. */
function Caution({ order, filedUnder, mayFile, mayAct, busy, onDo }: Props & { order: OrderBeside }) {
  const { differs, customer } = order;
  if (order.redacted) return <Text as="p">{words.redacted}</Text>;
  if (!differs) return null;
  if (customer && filedUnder?.id === customer.id)
    return (
      <Text as="p" tone="subdued">
        {words.vouched(customer.name)}
      </Text>
    );
  return (
    <Banner tone="warning">
      <BlockStack gap="200">
        <Text as="p">{words.differs[differs]}</Text>
        {mayAct && mayFile && customer && (
          <>
            <Text as="p" tone="subdued">
              {words.fileHelp(customer.name)}
            </Text>
            <InlineStack>
              <Button disabled={busy} onClick={() => onDo({ intent: "fileUnder", orderId: order.id })}>
                {words.file(customer.name)}
              </Button>
            </InlineStack>
          </>
        )}
      </BlockStack>
    </Banner>
  );
}

type FiledProps = Pick<Props, "filedUnder" | "mayAct" | "busy" | "onDo">;

/** As whose staff keep the conversation, beside who writes it. */
export const AdminFiled = ({ filedUnder, mayAct, busy, onDo }: FiledProps) =>
  filedUnder && (
    <InlineStack gap="200" blockAlign="center">
      <Text as="p" breakWord>
        {words.filed(filedUnder.name)}
      </Text>
      {mayAct && (
        <Button
          variant="plain"
          disabled={busy}
          accessibilityLabel={words.unfileNamed(filedUnder.name)}
          onClick={() => onDo({ intent: "unfile" })}
        >
          {words.unfile}
        </Button>
      )}
    </InlineStack>
  );
