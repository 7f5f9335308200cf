import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { ShopperConversation } from "../queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.onOrder;

type Props = {
  conversations: ShopperConversation[];
  /** how staff write of their own accord */
  write: ReactNode;
};

/** For an order's page: the conversations about it. */
export function AdminOrderConversations({ conversations, write }: Props) {
  return (
    <BlockStack gap="200">
      {conversations.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      {conversations.map((one) => (
        <InlineStack key={one.id} gap="200" blockAlign="center">
          <Link url={`/app/inbox/${one.id}`}>{words.open(one.messages.length)}</Link>
          <StatusBadge state={one.state} map={staffWords.states} />
          <Text as="span" variant="bodySm" tone="subdued">
            <TimeText at={one.lastMessageAt} />
          </Text>
        </InlineStack>
      ))}
      {write}
    </BlockStack>
  );
}
