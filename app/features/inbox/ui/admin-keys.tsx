import { BlockStack, Box, Button, Checkbox, InlineStack, KeyboardKey, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { Modal } from "~/ui/admin/modal";
import { staffWords } from "../words/staff";
import { isTypedInto } from "./typed-into";

const words = staffWords.keys;

/** What a key does: what help says of it, and the doing. One that only the browser acts on has none. */
export type Keys = Readonly<Record<string, { says: string; run: (() => void) | null }>>;

const HELP = "?";
const OFF = "aftercare-keys-off";

/**
 * Listens for single keys while nothing is typed, and says in a window which there are. They can be switched off in
 * this browser: speech and stray touches press keys too (WCAG 2.1.4).
 */
export function AdminKeys({ keys }: { keys: Keys }) {
  const [isOpen, setOpen] = useState(false);
  const [isOff, setOff] = useState(false);
  useEffect(() => setOff(storage()?.getItem(OFF) === "1"), []);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (isOff) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTypedInto(event.target) || document.querySelector('[role="dialog"]')) return;
      const run = event.key === HELP ? () => setOpen(true) : latest.current[event.key]?.run;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOff]);
  const turn = (on: boolean) => {
    setOff(!on);
    if (on) storage()?.removeItem(OFF);
    else storage()?.setItem(OFF, "1");
  };
  return (
    <Box paddingBlock="400">
      <InlineStack align="center">
        <Button variant="plain" onClick={() => setOpen(true)}>
          {words.title}
        </Button>
      </InlineStack>
      <Modal open={isOpen} onClose={() => setOpen(false)} title={words.title}>
        <Modal.Section>
          <BlockStack gap="300">
            <Checkbox label={words.on} helpText={words.onHelp} checked={!isOff} onChange={turn} />
            {[...Object.entries(keys), [HELP, { says: words.help }] as const].map(([key, { says }]) => (
              <InlineStack key={key} gap="300" blockAlign="center">
                <KeyboardKey>{key}</KeyboardKey>
                <Text as="span">{says}</Text>
              </InlineStack>
            ))}
          </BlockStack>
        </Modal.Section>
      </Modal>
    </Box>
  );
}

/** A frame may be denied storage; then keys are on again with the next page. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Moves to the next (1) or the one before (-1) of the list's rows; to the first when none holds the focus. */
export function moveInList(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("a.row-link")];
  const here = rows.findIndex((row) => row.closest("tr")?.contains(document.activeElement));
  rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))]?.focus();
}

export const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** The id of the conversation whose row in a list has the focus; null: none has. */
export function focusedRow(): string | null {
  const row = document.activeElement?.closest("tr")?.querySelector<HTMLAnchorElement>("a.row-link");
  return row ? (new URL(row.href).pathname.split("/").at(-1) ?? null) : null;
}
