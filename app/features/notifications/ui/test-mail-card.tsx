import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { staffWords } from "../words/staff";

const words = staffWords.kind;
type Props = { to: string; disabled: boolean; busy: boolean; onTest: (to: string) => void };

/** Sends the sample to a real mailbox, in the words that are typed. */
export function TestMailCard({ to, disabled, busy, onTest }: Props) {
  const [typed, setTyped] = useState(to);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.test}
        </Text>
        <TextField
          type="email"
          label={words.to}
          value={typed}
          onChange={setTyped}
          autoComplete="email"
          maxLength={254}
          disabled={disabled}
        />
        <InlineStack>
          <Button onClick={() => onTest(typed)} loading={busy} disabled={disabled}>
            {words.send}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
