import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import { staffWords } from "../words/staff";

const words = staffWords.failedMails;

type Props = {
  mails: { id: string; kind: string; orderId: string | null; reason: string | null; createdAt: Date }[];
};

/** Mails that were given up, each with the order it was about. */
export const AdminFailedMails = ({ mails }: Props) => (
  <Card padding="0">
    <Box padding="400">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
      </BlockStack>
    </Box>
    <Table
      label={words.title}
      headings={[
        { title: words.columns.mail },
        { title: words.columns.reason },
        { title: words.columns.when },
      ]}
      rows={mails.map((mail) => ({
        id: mail.id,
        url: `/app/notifications/${mail.id}`,
        cells: [
          staffWords.kinds[mail.kind] ?? mail.kind,
          mail.reason && (staffWords.reasons[mail.reason] ?? mail.reason),
          <TimeText key="when" at={mail.createdAt} />,
        ],
      }))}
    />
  </Card>
);
