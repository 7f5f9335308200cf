import { SaveBar as BridgeSaveBar } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";

type Props = {
  open: boolean;
  saving: boolean;
  labels: { save: string; discard: string };
  onSave: () => void;
  onDiscard: () => void;
};

/** Shopify's own bar above the page, for as long as something is not saved. */
export function SaveBar({ open, saving, labels, onSave, onDiscard }: Props) {
  const [hasBridge, setHasBridge] = useState(false);
  // Without App Bridge (it is Shopify's script, from elsewhere) its element is an empty one, without `show`.
  useEffect(() => setHasBridge(customElements.get("ui-save-bar") !== undefined), []);
  if (!hasBridge) return null;
  return (
    <BridgeSaveBar id="unsaved" open={open}>
      <button type="button" variant="primary" disabled={saving} onClick={onSave}>
        {labels.save}
      </button>
      <button type="button" disabled={saving} onClick={onDiscard}>
        {labels.discard}
      </button>
    </BridgeSaveBar>
  );
}
