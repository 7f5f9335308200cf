import { Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import type { FormComponent } from "~/ui/admin/search-form";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { ParkedMail } from "../staff-queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.parked;

type Props = {
  mails: ParkedMail[];
  mayAct: boolean;
  busy: boolean;
  Form: FormComponent;
  onDownload(inboundMailId: string): void;
};

/** Mails that could not be filed: why, when, and the thing itself. */
export function AdminUnfiled({ mails, mayAct, busy, Form, onDownload }: Props) {
  const { columns } = words;
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/inbox" }}>
      <Card padding="0">
        {mails.length === 0 ? (
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
                { title: columns.sender },
                { title: columns.reason },
                { title: columns.received },
                { title: columns.size, end: true },
                { title: columns.action, end: true },
              ]}
              rows={mails.map((mail) => ({
                id: mail.id,
                cells: [
                  mail.sender || words.noSender,
                  mail.reason ?? "",
                  <TimeText key="received" at={mail.receivedAt} />,
                  kilobytes(mail.size),
                  <InlineStack key="action" gap="200" align="end">
                    <Button
                      onClick={() => onDownload(mail.id)}
                      accessibilityLabel={words.downloadOf(mail.sender || words.noSender)}
                    >
                      {words.download}
                    </Button>
                    {mayAct && (
                      <Form method="post">
                        <input type="hidden" name="mailId" value={mail.id} />
                        <Button
                          submit
                          disabled={busy}
                          accessibilityLabel={words.againOf(mail.sender || words.noSender)}
                        >
                          {words.again}
                        </Button>
                      </Form>
                    )}
                  </InlineStack>,
                ],
              }))}
            />
          </>
        )}
      </Card>
    </Page>
  );
}

const kilobytes = (bytes: number) =>
  new Intl.NumberFormat("en", { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }).format(
    Math.max(1, bytes / 1024),
  );
