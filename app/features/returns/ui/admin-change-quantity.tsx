import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { words as shared } from "~/ui/admin/words";
import type { PlusLine } from "../staff-return";
import { mayTrim } from "../states";
import { returnWords } from "../words/staff-return";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.trim;

/** Takes some of a line, or all of it, off the return, until it came or something is promised. */
export function ChangeQuantity({ line, one, plus, may, busy, onAct }: AdminReturnProps & { line: PlusLine }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(String(Math.max(0, line.quantity - 1)));
  const promised = plus.entries.some((entry) => entry.state !== "voided");
  if (!may.returns || promised || !mayTrim(one, line)) return null;
  const isLast = plus.lines.length === 1;
  if (isLast && line.quantity === 1) return null; // that is a cancellation
  const least = isLast ? 1 : 0;
  const quantity = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  const isFit = quantity >= least && quantity < line.quantity;
  const save = () => {
    setOpen(false);
    onAct({ intent: "quantity", lineId: line.id, quantity: String(quantity) });
  };
  return (
    <InlineStack>
      <Button
        variant="plain"
        disabled={busy}
        onClick={() => setOpen(true)}
        accessibilityLabel={words.label(line.title)}
      >
        {words.change}
      </Button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        title={words.label(line.title)}
        primaryAction={{
          content: quantity === 0 ? words.remove : words.save,
          destructive: quantity === 0,
          disabled: !isFit,
          onAction: save,
        }}
        secondaryActions={[{ content: shared.cancel, onAction: () => setOpen(false) }]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Text as="p">{words.text}</Text>
            <TextField
              label={words.quantity}
              helpText={words.hint(least, line.quantity - 1)}
              type="number"
              min={least}
              max={line.quantity - 1}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
            />
          </BlockStack>
        </Modal.Section>
      </Modal>
    </InlineStack>
  );
}
