import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { TimeText } from "~/ui/admin/text";
import { LONGEST_STAFF_NOTE } from "../staff-schema";
import { returnWords } from "../words/staff-return";
import { Quiet, Titled } from "./admin-return-cards";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.notes;

/** What staff tell each other about the return. */
export function Notes({ plus, may, busy, onAct }: AdminReturnProps) {
  const [text, setText] = useState("");
  const add = () => {
    onAct({ intent: "note", text });
    setText("");
  };
  return (
    <Titled title={words.title}>
      {plus.notes.map((note) => (
        <div key={note.id} className="admin-message admin-message-note">
          <BlockStack gap="050">
            <div dir="auto" className="admin-message-text">
              {note.text}
            </div>
            <Text as="p" tone="subdued" variant="bodySm">
              {note.actorName} · <TimeText at={note.at} />
            </Text>
          </BlockStack>
        </div>
      ))}
      {plus.notes.length === 0 && <Quiet>{words.none}</Quiet>}
      <TextField
        label={words.label}
        helpText={words.hint}
        value={text}
        onChange={setText}
        multiline={2}
        maxLength={LONGEST_STAFF_NOTE}
        disabled={!may.returns}
        autoComplete="off"
      />
      <InlineStack>
        <Button disabled={!may.returns || text.trim() === ""} loading={busy} onClick={add}>
          {words.add}
        </Button>
      </InlineStack>
    </Titled>
  );
}
