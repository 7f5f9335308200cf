import { BlockStack, Button, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import { labelWords } from "../words/labels-staff";
import { Quiet } from "./admin-return-cards";

const words = labelWords.upload;

/** Lets staff give a return a label they got elsewhere. */
export function UploadLabel({
  returnId,
  disabled,
  onDone,
}: {
  returnId: string;
  disabled: boolean;
  onDone: () => void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [tracking, setTracking] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const problem = await sendLabel(returnId, tracking, file);
    setBusy(false);
    setSaid(problem ?? words.done);
    if (problem === null) onDone();
  };
  return (
    <BlockStack gap="200">
      <TextField
        label={words.tracking}
        value={tracking}
        onChange={setTracking}
        maxLength={60}
        autoComplete="off"
        disabled={disabled}
      />
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,image/png"
        aria-label={words.title}
        hidden
        onChange={(event) => {
          void send(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <Button loading={busy} disabled={disabled} onClick={() => chooser.current?.click()}>
        {words.title}
      </Button>
      <Quiet>{words.hint}</Quiet>
      <p role="status">{said}</p>
    </BlockStack>
  );
}

/** The sentence for why it was not kept, or null when it was. */
async function sendLabel(returnId: string, tracking: string, file: File): Promise<string | null> {
  const body = new FormData();
  body.set("return", returnId);
  body.set("tracking", tracking);
  body.set("label", file);
  const answer = await fetch("/app/returns/label", { method: "post", body }).catch(() => null);
  if (answer?.ok) return null;
  const told = (await answer?.json().catch(() => null)) as { refused?: string } | null;
  return words.refusals[told?.refused ?? ""] ?? words.refused;
}
