import { Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { formWords } from "../../words/action-forms-staff";

const words = formWords.list;
const LONGEST = 500;

type Props = {
  busy: boolean /** what it is, for those who hear the page */;
  label?: string;
  onDecline(why: string): void;
};

/** Declines what a colleague asked for, and says why. */
export function Decline({ busy, label, onDecline }: Props) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  return (
    <>
      <Button
        size="slim"
        disabled={busy}
        {...(label ? { accessibilityLabel: label } : {})}
        onClick={() => setOpen(true)}
      >
        {words.decline}
      </Button>
      <ConfirmModal
        open={open}
        title={words.declining.title}
        confirm={words.decline}
        destructive
        onConfirm={() => {
          setOpen(false);
          onDecline(why);
        }}
        onClose={() => setOpen(false)}
      >
        <TextField
          label={words.declining.why}
          helpText={words.declining.help}
          value={why}
          maxLength={LONGEST}
          multiline={2}
          autoComplete="off"
          onChange={setWhy}
        />
      </ConfirmModal>
    </>
  );
}
