import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { Pairs } from "~/ui/admin/pairs";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import type { DnsRecord, SendingDomainView } from "../sending-domain.server";
import { sendingWords as words } from "../words/sending-staff";

type Props = {
  view: SendingDomainView | null;
  mayChange: boolean;
  busy: boolean;
  onCheck: () => void;
};

/** The domain mail comes from: the records it takes, and what the DNS says of them. */
export function SendingDomainCard({ view, mayChange, busy, onCheck }: Props) {
  if (!view)
    return (
      <Banner title={words.none.title} action={{ content: words.none.change, url: "/app/settings" }}>
        <p>{words.none.text}</p>
      </Banner>
    );
  const isSigned = view.verifiedAt !== null;
  const records = (["dkim", "spf", "dmarc"] as const).flatMap((kind) => {
    const record = kind === "dkim" ? view.key : view[kind];
    return record ? [{ kind, record }] : [];
  });
  return (
    <BlockStack gap="400">
      <Banner
        tone={isSigned ? "success" : "warning"}
        title={isSigned ? words.signed(view.domain) : words.unsigned(view.domain)}
      >
        <BlockStack gap="200">
          <p>{isSigned ? words.signedText : words.unsignedText}</p>
          {!isSigned && <p>{words.free}</p>}
        </BlockStack>
      </Banner>
      {records.map(({ kind, record }) => (
        <RecordCard key={kind} kind={kind} record={record} found={view.findings?.[kind] ?? "unchecked"} />
      ))}
      <InlineStack gap="300" blockAlign="center">
        <Button variant="primary" onClick={onCheck} loading={busy} disabled={!mayChange}>
          {words.check}
        </Button>
        {view.checkedAt && (
          <Text as="span" tone="subdued">
            {words.checkedAt} <TimeText at={view.checkedAt} />
          </Text>
        )}
      </InlineStack>
    </BlockStack>
  );
}

function RecordCard(props: { kind: "dkim" | "spf" | "dmarc"; record: DnsRecord; found: string }) {
  const { kind, record, found } = props;
  const says = words.records[kind];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {says.title}
          </Text>
          <StatusBadge state={found} map={words.findings} />
        </InlineStack>
        <Pairs
          rows={[
            { name: `${words.name} (${says.type})`, value: <Code text={record.name} /> },
            { name: words.value, value: <Code text={record.value} /> },
          ]}
        />
      </BlockStack>
    </Card>
  );
}

/** To be copied as it stands: broken anywhere to fit, from left to right in every language. */
const Code = ({ text }: { text: string }) => (
  <code dir="ltr" style={{ overflowWrap: "anywhere", userSelect: "all" }}>
    {text}
  </code>
);
