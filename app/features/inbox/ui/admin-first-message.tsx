import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import { MOST_CHARACTERS } from "../rules";
import { staffWords } from "../words/staff";

const words = staffWords.onOrder;

type Props = {
  /** the conversation that is gone on with instead, if there is one */
  conversationId: string | null;
  /** may this person write to shoppers? */
  may: boolean;
  hasAddress: boolean;
  busy: boolean;
  /** why the last one was not sent, in words */
  refused: string | null;
  onSend: (text: string) => void;
};

/** Staff write to an order's shopper of their own accord. What was typed stays until it is sent. */
export function FirstMessage({ conversationId, may, hasAddress, busy, refused, onSend }: Props) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (conversationId)
    return (
      <InlineStack>
        <Button url={`/app/inbox/${conversationId}`}>{words.openConversation}</Button>
      </InlineStack>
    );
  const send = () => {
    onSend(text);
    setOpen(false);
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button disabled={!may || !hasAddress} loading={busy} onClick={() => setOpen(true)}>
          {words.write}
        </Button>
      </InlineStack>
      {!hasAddress && <p>{words.noAddress}</p>}
      {refused && (
        <Text as="p" tone="critical">
          {refused}
        </Text>
      )}
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={words.write}
        primaryAction={{ content: words.send, onAction: send, disabled: text.trim() === "" }}
        secondaryActions={[{ content: shared.cancel, onAction: () => setOpen(false) }]}
      >
        <Modal.Section>
          <TextField
            label={words.message}
            helpText={words.hint}
            value={text}
            onChange={setText}
            multiline={6}
            maxLength={MOST_CHARACTERS}
            autoComplete="off"
          />
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}
