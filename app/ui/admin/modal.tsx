import { type ModalProps, Modal as PolarisModal } from "@shopify/polaris";
import { useEffect, useRef } from "react";

const LOOK_MS = 50;
const MOST_LOOKS = 40;

/** Polaris's window; when it closes, the focus is again where it was, on what opened it (WCAG 2.4.3). */
export function Modal(props: ModalProps) {
  const { open } = props;
  const before = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  // read while rendering: once the window is there, the focus is in it already
  if (open && !wasOpen.current && typeof document !== "undefined")
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    return () => onceItLetGo(() => before.current?.isConnected && before.current.focus());
  }, [open]);
  return <PolarisModal {...props} />;
}
Modal.Section = PolarisModal.Section;

/** A window holds the focus until it has faded out, and then leaves it nowhere. Elsewhere, it was put there on purpose. */
function onceItLetGo(then: () => void, looks = MOST_LOOKS): void {
  const at = document.activeElement;
  if (!at || at === document.body) then();
  else if (looks > 0 && at.closest('[role="dialog"]'))
    setTimeout(() => onceItLetGo(then, looks - 1), LOOK_MS);
}
