import { BlockStack, Button, Card, Checkbox, FormLayout, InlineStack, Text } from "@shopify/polaris";
import type { SettingsDraft } from "../schema";
import { staffWords } from "../words/staff";
import type { CardProps } from "./settings-page";

const words = staffWords.returns;

/** Who may return, and the way to what may come back. */
export function ReturnsCard({ draft, change, disabled }: CardProps) {
  const { returns } = draft;
  const set = (part: Partial<SettingsDraft["returns"]>) => change({ returns: { ...returns, ...part } });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.text}
          </Text>
        </BlockStack>
        <InlineStack gap="200">
          <Button url="/app/settings/policy">{words.policy}</Button>
          <Button url="/app/settings/labels">{words.labels}</Button>
          <Button url="/app/settings/staff">{words.staff}</Button>
        </InlineStack>
        <FormLayout>
          <Checkbox
            label={words.guests}
            helpText={words.guestsHelp}
            checked={returns.guests}
            onChange={(guests) => set({ guests })}
            disabled={disabled}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
