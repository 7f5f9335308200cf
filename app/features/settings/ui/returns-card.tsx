import { BlockStack, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import type { SettingsDraft } from "../schema";
import { staffWords } from "../words/staff";
import type { CardProps } from "./settings-page";

const words = staffWords.returns;

/** The return policy. */
export function ReturnsCard({ draft, change, problem, disabled }: CardProps) {
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
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label={words.windowDays}
              helpText={words.windowHelp}
              value={returns.windowDays}
              onChange={(windowDays) => set({ windowDays })}
              error={problem("returns.windowDays")}
              suffix={words.days}
              inputMode="numeric"
              autoComplete="off"
              disabled={disabled}
            />
            <TextField
              label={words.bufferDays}
              helpText={words.bufferHelp}
              value={returns.bufferDays}
              onChange={(bufferDays) => set({ bufferDays })}
              error={problem("returns.bufferDays")}
              suffix={words.days}
              inputMode="numeric"
              autoComplete="off"
              disabled={disabled}
            />
          </FormLayout.Group>
          <TextField
            label={words.finalSaleTag}
            helpText={words.finalSaleHelp}
            value={returns.finalSaleTag}
            onChange={(finalSaleTag) => set({ finalSaleTag })}
            error={problem("returns.finalSaleTag")}
            maxLength={60}
            autoComplete="off"
            disabled={disabled}
          />
          <Checkbox
            label={words.autoApprove}
            helpText={words.autoApproveHelp}
            checked={returns.autoApprove}
            onChange={(autoApprove) => set({ autoApprove })}
            disabled={disabled}
          />
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
