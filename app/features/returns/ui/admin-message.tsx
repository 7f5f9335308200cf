import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import { returnWords } from "../words/staff-return";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.who;
const LONGEST = 10_000;

/** Goes on with the conversation about the order, or begins one. */
export function MessageShopper({ order, conversationId, may, requestKey, busy, onAct }: AdminReturnProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (!order || order.redacted) return null;
  if (conversationId)
    return (
      <InlineStack>
        <Button url={`/app/inbox/${conversationId}`}>{words.open}</Button>
      </InlineStack>
    );
  const send = () => {
    onAct({ intent: "message", text, requestKey });
    setOpen(false);
    setText("");
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button disabled={!may.refunds || !order.email || busy} onClick={() => setOpen(true)}>
          {words.message}
        </Button>
      </InlineStack>
      {!order.email && <p>{words.noAddress}</p>}
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={words.message}
        primaryAction={{ content: words.send, onAction: send, disabled: text.trim() === "" }}
        secondaryActions={[{ content: shared.cancel, onAction: () => setOpen(false) }]}
      >
        <Modal.Section>
          <TextField
            label={words.messageLabel}
            helpText={words.messageHint}
            value={text}
            onChange={setText}
            multiline={6}
            maxLength={LONGEST}
            autoComplete="off"
          />
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}
