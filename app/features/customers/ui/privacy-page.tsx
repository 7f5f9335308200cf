import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { PrivacyRow } from "../queries.server";
import type { Receipt } from "../schema";
import { readingWords } from "../words/readings-staff";
import { retentionWords } from "../words/retention-staff";
import { staffWords as words } from "../words/staff";

type GatheredFile = Receipt["files"][number];

type Props = {
  requests: PrivacyRow[];
  /** may they see who read what? */
  mayReadReadings: boolean;
  previous: string | null;
  next: string | null;
  busy: boolean;
  onDownload: (requestId: string, file: GatheredFile) => void;
  onDelete: (requestId: string, fileId: string) => void;
};

/** What was asked under privacy law, and what was done: receipts, and files to hand over. */
export function PrivacyPage(props: Props) {
  const { requests, mayReadReadings, previous, next, busy, onDownload, onDelete } = props;
  const [asked, setAsked] = useState<{ request: string; file: string } | null>(null);
  return (
    <Page
      title={words.title}
      back={{ label: words.back, url: "/app/settings" }}
      width="narrow"
      secondary={[
        { label: retentionWords.link, url: "/app/privacy/retention" },
        ...(mayReadReadings ? [{ label: readingWords.link, url: "/app/privacy/readings" }] : []),
      ]}
    >
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.intro}
          </Text>
        </Box>
        {requests.length === 0 && (
          <Card>
            <EmptyState {...words.none} />
          </Card>
        )}
        {requests.map((request) => (
          <Request
            key={request.id}
            request={request}
            busy={busy}
            onDownload={(file) => onDownload(request.id, file)}
            onDelete={(file) => setAsked({ request: request.id, file })}
          />
        ))}
        <Pager previous={previous} next={next} />
      </BlockStack>
      <ConfirmModal
        open={asked !== null}
        title={words.deleteTitle}
        confirm={words.delete}
        destructive
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) onDelete(asked.request, asked.file);
          setAsked(null);
        }}
      >
        <Text as="p">{words.deleteText}</Text>
      </ConfirmModal>
    </Page>
  );
}

type RequestProps = {
  request: PrivacyRow;
  busy: boolean;
  onDownload: (file: GatheredFile) => void;
  onDelete: (fileId: string) => void;
};

function Request({ request, busy, onDownload, onDelete }: RequestProps) {
  const { topic, receipt, receivedAt, completedAt } = request;
  const state = receipt.skipped ? "skipped" : completedAt ? "done" : "waiting";
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.topics[topic]}
          </Text>
          <StatusBadge state={state} map={words.states} />
        </InlineStack>
        <Text as="p" tone="subdued">
          {receipt.customerId && `${words.customer(receipt.customerId)} · `}
          {words.received} <TimeText at={receivedAt} />
          {completedAt && (
            <>
              {" · "}
              {words.completed} <TimeText at={completedAt} />
            </>
          )}
        </Text>
        {completedAt && (
          <Text as="p">
            {topic === "data_request" ? words.gathered : words.erased}: {countsOf(receipt)}
          </Text>
        )}
        {receipt.files.map((file) => (
          <InlineStack key={file.id} gap="300" blockAlign="center">
            <Button variant="plain" onClick={() => onDownload(file)}>
              {words.download(file.name)}
            </Button>
            <Text as="span" tone="subdued">
              {words.size(file.size)}
            </Text>
            <Button
              variant="plain"
              tone="critical"
              disabled={busy}
              accessibilityLabel={words.deleteLong(file.name)}
              onClick={() => onDelete(file.id)}
            >
              {words.delete}
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function countsOf({ counts, skipped }: Receipt): string {
  if (skipped) return words.skipped[skipped];
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => words.counted(words.counts[what] ?? what.replaceAll("_", " "), count));
  return parts.join(", ") || words.nothing;
}
