import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { TimeText } from "./text";
import { words } from "./words";

/** One thing that happened: what, by whom, when, and where it can be seen. */
export type TimelineFact = {
  id: string;
  at: Date;
  what: string;
  who?: string | null;
  detail?: string | null;
  url?: string | null;
};

/** What happened, the latest first as given. */
export function Timeline({ facts, empty = words.nothingYet }: { facts: TimelineFact[]; empty?: string }) {
  if (facts.length === 0)
    return (
      <Text as="p" tone="subdued">
        {empty}
      </Text>
    );
  return (
    <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {facts.map((fact) => (
        <li
          key={fact.id}
          style={{
            borderInlineStart: "2px solid var(--p-color-border)",
            paddingInlineStart: "var(--p-space-400)",
            paddingBlockEnd: "var(--p-space-400)",
          }}
        >
          <BlockStack gap="050">
            <Text as="p" variant="bodyMd">
              {fact.url ? <Link url={fact.url}>{fact.what}</Link> : fact.what}
            </Text>
            {fact.detail && (
              <Text as="p" tone="subdued" breakWord>
                {fact.detail}
              </Text>
            )}
            <InlineStack gap="100">
              <Text as="span" variant="bodySm" tone="subdued">
                <TimeText at={fact.at} />
                {fact.who ? ` · ${fact.who}` : ""}
              </Text>
            </InlineStack>
          </BlockStack>
        </li>
      ))}
    </ol>
  );
}
