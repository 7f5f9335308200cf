import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { NotificationRow } from "../queries.server";
import { staffWords } from "../words/staff";
import { Why } from "./admin-log";

/** The messages about an order, the latest first, each leading to what it says and why it went out or did not. */
export const AdminOrderMails = ({ mails }: { mails: NotificationRow[] }) => (
  <ul className="admin-plain-list">
    {mails.map((mail) => (
      <li key={mail.id} style={{ paddingBlockEnd: "var(--p-space-200)" }}>
        <BlockStack gap="050">
          <InlineStack gap="200" blockAlign="center">
            <Link url={`/app/notifications/${mail.id}`}>{staffWords.kinds[mail.kind] ?? mail.kind}</Link>
            <StatusBadge state={mail.state} map={staffWords.states} />
          </InlineStack>
          <Text as="span" variant="bodySm" tone="subdued" breakWord>
            {mail.recipient ? `${staffWords.order.to(mail.recipient)} · ` : ""}
            <TimeText at={mail.createdAt} />
          </Text>
          {mail.reason && (
            <Text as="span" variant="bodySm" tone="subdued">
              <Why row={mail} />
            </Text>
          )}
        </BlockStack>
      </li>
    ))}
  </ul>
);
