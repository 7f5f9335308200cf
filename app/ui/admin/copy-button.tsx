import { Button } from "@shopify/polaris";
import { useState } from "react";
import { words } from "./words";

type Props = {
  text: string;
  /** what it is, for whoever hears it without seeing what stands beside it */
  label?: string;
};

/** Puts a text where it can be pasted, and says so. Where a browser does not let it, nothing happens. */
export function CopyButton({ text, label }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  const says = copied ? words.copied : words.copy;
  return (
    <Button variant="plain" onClick={copy} {...(label ? { accessibilityLabel: `${says}: ${label}` } : {})}>
      {says}
    </Button>
  );
}
