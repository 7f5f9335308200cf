import { Badge, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { Modal } from "~/ui/admin/modal";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { OrderRow } from "../staff-queries.server";
import { findOrderWords as words } from "../words/find-order-staff";
import { staffWords } from "../words/staff";

export type FindOrderProps = {
  /** what for */
  to: keyof typeof words.to;
  open: boolean;
  typed: string;
  /** what was found for what was typed; null: nothing was looked for yet, or it is being looked for */
  found: OrderRow[] | null;
  /** whose orders were looked for before anything was typed; null: for what was typed */
  foundFor: string | null;
  isSearching: boolean;
  /** are there older ones? */
  hasMore: boolean;
  /** those that need not be chosen any more */
  chosen: readonly string[];
  busy: boolean;
  /** why the last choice was refused */
  refused: string | null;
  onType(typed: string): void;
  onMore(): void;
  onChoose(orderId: string): void;
  onClose(): void;
};

/** A window in which staff look for an order by what they know of it, and choose it. */
export function AdminFindOrder(props: FindOrderProps) {
  const { open, typed, found, foundFor, isSearching, hasMore, refused, onType, onMore, onClose } = props;
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.title}
      secondaryActions={[{ content: words.close, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <TextField
            type="search"
            label={words.label}
            placeholder={words.placeholder}
            helpText={words.help}
            value={typed}
            onChange={onType}
            maxLength={254}
            autoComplete="off"
            autoFocus
            loading={isSearching}
            clearButton
            onClearButtonClick={() => onType("")}
          />
          <div role="status">
            <BlockStack gap="200">
              {refused && (
                <Text as="p" tone="critical">
                  {refused}
                </Text>
              )}
              {found?.length === 0 && <Text as="p">{words.none}</Text>}
            </BlockStack>
          </div>
          {found && found.length > 0 && foundFor !== null && (
            <Text as="h3" variant="headingSm" breakWord>
              {words.ordersOf(foundFor)}
            </Text>
          )}
          {found && found.length > 0 && (
            <ul className="admin-plain-list" aria-label={words.results}>
              {found.map((order) => (
                <Found key={order.id} {...props} order={order} />
              ))}
            </ul>
          )}
          {hasMore && (
            <InlineStack>
              <Button disabled={isSearching} onClick={onMore}>
                {words.older}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

const Found = ({ to, order, chosen, busy, onChoose }: FindOrderProps & { order: OrderRow }) => (
  <li style={{ paddingBlock: "var(--p-space-200)" }}>
    <InlineStack gap="200" align="space-between" blockAlign="center">
      <BlockStack gap="050">
        <InlineStack gap="200" align="start" blockAlign="center">
          <Text as="span" fontWeight="semibold">
            {order.name}
          </Text>
          {order.cancelledAt ? (
            <Badge>{staffWords.cancelled}</Badge>
          ) : (
            <>
              <StatusBadge state={order.financialStatus} map={staffWords.payment} />
              <StatusBadge state={order.fulfilmentStatus} map={staffWords.fulfilment} />
            </>
          )}
        </InlineStack>
        <Text as="span" tone="subdued" breakWord>
          <bdi>{order.customer ?? staffWords.noCustomer}</bdi> · <DayText at={order.placedAt} /> ·{" "}
          <MoneyText money={order.total} />
        </Text>
      </BlockStack>
      {chosen.includes(order.id) ? (
        <Text as="span" tone="subdued">
          {words.chosen}
        </Text>
      ) : (
        <Button
          disabled={busy}
          accessibilityLabel={words.to[to].chooseNamed(order.name)}
          onClick={() => onChoose(order.id)}
        >
          {words.to[to].choose}
        </Button>
      )}
    </InlineStack>
  </li>
);
