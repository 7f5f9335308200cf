import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { TimeText } from "~/ui/admin/text";
import type { TextVersion } from "../template-store.server";
import { templateWords } from "../words/templates-staff";

const words = templateWords.history;

type Props = {
  versions: readonly TextVersion[];
  disabled: boolean;
  onRestore: (version: number) => void;
};

/** Who changed these words and when, each to be brought back. */
export function TemplateHistory({ versions, disabled, onRestore }: Props) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {versions.length === 0 && (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        )}
        <ul className="admin-plain-list">
          {versions.map((one, at) => (
            <li key={one.version} style={{ paddingBlock: 6 }}>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <BlockStack gap="050">
                  <InlineStack gap="200">
                    <Text as="span" fontWeight="semibold">
                      {one.edited ? words.version(one.version) : words.reset}
                      {one.copyOf !== null && ` (${words.copyOf(one.copyOf)})`}
                    </Text>
                    {at === 0 && <Badge tone="success">{words.current}</Badge>}
                    {one.failure && <Badge tone="critical">{words.failed}</Badge>}
                  </InlineStack>
                  <Text as="span" variant="bodySm" tone="subdued">
                    {one.staffName} · <TimeText at={one.createdAt} />
                  </Text>
                </BlockStack>
                {at > 0 && (
                  <Button
                    size="slim"
                    disabled={disabled}
                    accessibilityLabel={words.restoreThat(one.version)}
                    onClick={() => onRestore(one.version)}
                  >
                    {words.restore}
                  </Button>
                )}
              </InlineStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
