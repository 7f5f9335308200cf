import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { staffWords } from "../words/staff";

const words = staffWords.page.split;

type Props = {
  /** what is chosen so far; null: nobody chooses */
  chosen: string[] | null;
  busy: boolean;
  onChoose(chosen: string[] | null): void;
  onSplit(messageIds: string[]): void;
};

/** Begins to choose messages for a conversation of their own, and makes it of them. */
export function AdminSplitting({ chosen, busy, onChoose, onSplit }: Props) {
  if (!chosen)
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => onChoose([])}>
          {words.begin}
        </Button>
      </InlineStack>
    );
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {words.help}
      </Text>
      <InlineStack gap="300">
        <Button disabled={busy || chosen.length === 0} onClick={() => onSplit(chosen)}>
          {words.make(chosen.length)}
        </Button>
        <Button variant="plain" onClick={() => onChoose(null)}>
          {words.cancel}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

type ChoiceProps = {
  id: string;
  author: string;
  chosen: string[];
  onChoose(chosen: string[]): void;
  children: ReactNode;
};

/** A message with a box beside it. */
export const Choice = ({ id, author, chosen, onChoose, children }: ChoiceProps) => (
  <div style={{ display: "flex", gap: "var(--p-space-200)", alignItems: "flex-start" }}>
    <input
      type="checkbox"
      aria-label={words.choose(author)}
      checked={chosen.includes(id)}
      onChange={({ target }) =>
        onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
      }
      style={{ inlineSize: "1.5rem", blockSize: "1.5rem", flex: "none" }}
    />
    <div style={{ flex: 1, minInlineSize: 0 }}>{children}</div>
  </div>
);
