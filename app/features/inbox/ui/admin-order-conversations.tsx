import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { ShopperConversation } from "../queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.onOrder;

/** For an order's page: the conversations about it. */
export function AdminOrderConversations({ conversations }: { conversations: ShopperConversation[] }) {
  if (conversations.length === 0)
    return (
      <Text as="p" tone="subdued">
        {words.none}
      </Text>
    );
  return (
    <BlockStack gap="200">
      {conversations.map((one) => (
        <InlineStack key={one.id} gap="200" blockAlign="center">
          <Link url={`/app/inbox/${one.id}`}>{words.open(one.messages.length)}</Link>
          <StatusBadge state={one.state} map={staffWords.states} />
          <Text as="span" variant="bodySm" tone="subdued">
            <TimeText at={one.lastMessageAt} />
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}
