import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { FormComponent } from "~/ui/admin/search-form";
import { screenWords } from "../delay/words/screens";

const words = screenWords.settings;

export type DelaySettings = {
  tell: boolean;
  openCases: boolean;
  worryDays: number;
  shipWithinDays: number | null;
};
type Props = { settings: DelaySettings; mayChange: boolean; busy: boolean; Form: FormComponent };

/** Whom delays are told, when they become a case, and when orders are late to ship. */
export function AdminDelaySettings({ settings, mayChange, busy, Form }: Props) {
  const [draft, setDraft] = useState({
    tell: settings.tell,
    openCases: settings.openCases,
    worryDays: String(settings.worryDays),
    shipWithinDays: settings.shipWithinDays === null ? "" : String(settings.shipWithinDays),
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const days = (name: "worryDays" | "shipWithinDays", label: string, least: number, helpText?: string) => (
    <TextField
      type="number"
      name={name}
      label={label}
      min={least}
      max={60}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      autoComplete="off"
      disabled={!mayChange}
      {...(helpText ? { helpText } : {})}
    />
  );
  return (
    <Card>
      <Form method="post">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Checkbox
            name="tell"
            value="on"
            label={words.tell}
            helpText={words.tellHelp}
            checked={draft.tell}
            disabled={!mayChange}
            onChange={(tell) => change({ tell })}
          />
          <Checkbox
            name="openCases"
            value="on"
            label={words.openCases}
            helpText={words.openCasesHelp}
            checked={draft.openCases}
            disabled={!mayChange}
            onChange={(openCases) => change({ openCases })}
          />
          <FormLayout>
            <FormLayout.Group>
              {days("worryDays", words.worryDays, 1)}
              {days("shipWithinDays", words.shipWithinDays, 0, words.shipWithinHelp)}
            </FormLayout.Group>
          </FormLayout>
          <InlineStack align="end">
            <Button submit variant="primary" loading={busy} disabled={!mayChange}>
              {words.save}
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
}
