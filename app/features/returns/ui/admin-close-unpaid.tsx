import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { LONGEST_REJECT_REASON } from "../staff-schema";
import { returnWords } from "../words/staff-return";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.unpaid;

/** Ends a return whose parcel came, and pays nothing: with a reason, which the shopper reads. */
export function CloseUnpaid({ one, plus, may, busy, onAct }: AdminReturnProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const promised = plus.entries.some((entry) => entry.state !== "voided");
  if (one.state !== "received" || promised) return null;
  const close = () => {
    setAsking(false);
    onAct({ intent: "closeUnpaid", reason });
  };
  return (
    <InlineStack>
      <Button variant="plain" tone="critical" disabled={!may.returns || busy} onClick={() => setAsking(true)}>
        {words.button}
      </Button>
      <ConfirmModal
        open={asking}
        title={words.title}
        confirm={words.confirm}
        destructive
        loading={busy}
        disabled={reason.trim() === ""}
        onConfirm={close}
        onClose={() => setAsking(false)}
      >
        <BlockStack gap="300">
          <Text as="p">{words.text}</Text>
          <TextField
            label={words.reason}
            helpText={words.hint}
            value={reason}
            onChange={setReason}
            multiline={3}
            maxLength={LONGEST_REJECT_REASON}
            autoComplete="off"
          />
        </BlockStack>
      </ConfirmModal>
    </InlineStack>
  );
}
