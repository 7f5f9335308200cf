import { Banner, BlockStack, Box, Link, Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Modal } from "~/ui/admin/modal";
import type { Filled } from "../../automation/fill-macro.server";
import { matching } from "../../automation/match-macro";
import { actionText } from "../../automation/sentence";
import type { MacroRow } from "../../macro-queries.server";
import { automationWords } from "../../words/staff-automation";
import type { Macros } from "./use-macros";

const words = automationWords.picker;
const PREVIEW_AFTER_MS = 150;
const FIELD = "macro-search";
const LIST = "macro-list";
const optionId = (id: string) => `macro-${id}`;

type Props = {
  open: boolean;
  macros: Macros;
  onPick(macro: MacroRow, filled: Filled): void;
  onClose(): void;
};

/**
 * The list of macros: typing narrows it, arrows move in it, Enter inserts what is marked; what would be inserted is
 * shown below. The focus stays in the field (ARIA combobox with a list).
 */
export function MacroPicker({ open, macros, onPick, onClose }: Props) {
  return (
    <Modal open={open} onClose={onClose} title={words.title}>
      <Modal.Section>{open && <Choice macros={macros} onPick={onPick} />}</Modal.Section>
    </Modal>
  );
}

function Choice({ macros, onPick }: Pick<Props, "macros" | "onPick">) {
  const [all, setAll] = useState<MacroRow[] | null>(null);
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const { list, fill } = useLatest(macros);
  useEffect(() => {
    void list().then((found) => (found ? setAll(found) : setFailed(true)));
  }, [list]);
  const shown = matching(all ?? [], typed);
  const current = shown[Math.min(marked, shown.length - 1)];
  const preview = usePreview(current?.id ?? null, fill);
  const choose = async (macro: MacroRow | undefined) => {
    const filled = macro && (await fill(macro.id));
    if (macro && filled) onPick(macro, filled);
    else if (macro) setFailed(true);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by && event.key !== "Enter") return;
    event.preventDefault();
    if (by) setMarked((at) => Math.max(0, Math.min(shown.length - 1, at + by)));
    else void choose(current);
  };
  return (
    <BlockStack gap="300">
      {hasFailed && (
        <Banner tone="critical">
          <p role="alert">{words.failed}</p>
        </Banner>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field in it */}
      <div onKeyDown={press}>
        <TextField
          id={FIELD}
          label={words.search}
          labelHidden
          placeholder={words.search}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setMarked(0);
          }}
          autoFocus
          autoComplete="off"
          role="combobox"
          ariaControls={LIST}
          ariaExpanded
          ariaAutocomplete="list"
          {...(current ? { ariaActiveDescendant: optionId(current.id) } : {})}
        />
      </div>
      <Text as="p" tone="subdued">
        <span role="status">
          {all === null && !hasFailed ? words.loading : shown.length > 0 ? words.results(shown.length) : ""}
        </span>
      </Text>
      <Options shown={shown} current={current} onChoose={(macro) => void choose(macro)} />
      {all !== null && shown.length === 0 && (
        <Text as="p">{all.length === 0 ? words.empty : words.none}</Text>
      )}
      {current && preview && <Preview filled={preview} />}
      <Link url="/app/settings/macros">{words.settings}</Link>
    </BlockStack>
  );
}

type OptionsProps = {
  shown: MacroRow[];
  current: MacroRow | undefined;
  onChoose(macro: MacroRow): void;
};

const Options = ({ shown, current, onChoose }: OptionsProps) => (
  <div id={LIST} role="listbox" aria-label={words.title} className="admin-options">
    {shown.map((macro) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which holds the focus
      // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant of the field
      <div
        key={macro.id}
        id={optionId(macro.id)}
        ref={macro === current ? intoView : null}
        role="option"
        aria-selected={macro === current}
        className="admin-option"
        onClick={() => onChoose(macro)}
      >
        {macro.name}
      </div>
    ))}
  </div>
);

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

const Preview = ({ filled: { text, actions } }: { filled: Filled }) => (
  <Box background="bg-surface-secondary" padding="300" borderRadius="200">
    <BlockStack gap="200">
      {text !== "" && (
        <div className="admin-message-text admin-preview" dir="auto">
          {text}
        </div>
      )}
      {actions.length > 0 && (
        <Text as="p" tone="subdued">
          {words.does} {actions.map((one) => actionText(one, { macros: new Map() })).join(", ")}
        </Text>
      )}
    </BlockStack>
  </Box>
);

/** What would be inserted, a moment after it was marked. */
function usePreview(id: string | null, fill: Macros["fill"]): Filled | null {
  const [preview, setPreview] = useState<{ id: string; filled: Filled } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const filled = await fill(id);
      if (isWanted && filled) setPreview({ id, filled });
    }, PREVIEW_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, fill]);
  return preview?.id === id ? preview.filled : null;
}

/** The same two functions for as long as the list is open. */
function useLatest(macros: Macros): Pick<Macros, "list" | "fill"> {
  const latest = useRef(macros);
  latest.current = macros;
  const [stable] = useState(() => ({
    list: () => latest.current.list(),
    fill: (id: string) => latest.current.fill(id),
  }));
  return stable;
}
