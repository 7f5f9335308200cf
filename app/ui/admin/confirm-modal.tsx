import type { ReactNode } from "react";
import { Modal } from "./modal";
import { words } from "./words";

type Props = {
  open: boolean;
  title: string;
  /** what the step does, said plainly */
  children: ReactNode;
  confirm: string;
  destructive?: boolean;
  loading?: boolean;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before a step that costs money or cannot be taken back. */
export function ConfirmModal({
  open,
  title,
  children,
  confirm,
  destructive = false,
  loading = false,
  disabled = false,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={title}
      primaryAction={{ content: confirm, destructive, loading, disabled, onAction: onConfirm }}
      secondaryActions={[{ content: words.cancel, onAction: onClose }]}
    >
      <Modal.Section>{children}</Modal.Section>
    </Modal>
  );
}
