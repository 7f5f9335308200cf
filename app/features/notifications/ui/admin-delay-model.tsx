import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatCount } from "~/ui/admin/format-count";
import { TimeText } from "~/ui/admin/text";
import { screenWords } from "../delay/words/screens";
import type { ModelHeader } from "../delay-store.server";

const words = screenWords.model;

export type ModelShown = {
  header: ModelHeader | null;
  counts: { watched: number; troubled: number };
  mostCounted: number;
};

/** What the predictions rest on, how well they have held, and how old that is. */
export function AdminDelayModel({ model: { header, counts, mostCounted } }: { model: ModelShown }) {
  const number = (value: number) => `${formatCount(value)}${value >= mostCounted ? "+" : ""}`;
  const silent = header?.silent.map((name) => name || words.noCarrier) ?? [];
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {header ? (
          <Text as="p">
            {words.learnt(header.parcels)} <TimeText at={header.fittedAt} />.{" "}
            {header.coverage !== null && words.coverage(header.coverage)}
          </Text>
        ) : (
          <Text as="p">{words.none}</Text>
        )}
        <Text as="p" tone="subdued">
          {words.watched(number(counts.watched), number(counts.troubled))}
        </Text>
        {silent.length > 0 && (
          <Text as="p" tone="subdued">
            {words.silent(silent.join(", "))}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
