import { BlockStack, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useRef } from "react";
import { direction, LOCALES, type Locale } from "~/platform/i18n/locales";
import type { MacroSays } from "../../automation/macro";
import { MACRO_NAMES } from "../../automation/macro-values";
import { languageName } from "../../automation/sentence";
import { automationWords } from "../../words/staff-automation";

const words = automationWords.macro;
const FIELD = "macro-text";

type Props = {
  texts: MacroSays["texts"];
  /** the language that is being looked at */
  shown: Locale;
  /** what is wrong with one of the texts */
  wrong: { where: string; sentence: string } | null;
  disabled: boolean;
  onShow(locale: Locale): void;
  onChange(texts: MacroSays["texts"]): void;
};

/** A macro's words, a language at a time, and the names that they may use. */
export function MacroTexts({ texts, shown, wrong, disabled, onShow, onChange }: Props) {
  const has = LOCALES.filter((one) => texts[one] !== undefined);
  const text = texts[shown] ?? "";
  const set = (next: string) => onChange({ ...texts, [shown]: next });
  const place = useRef<number | null>(null);
  const insert = (name: string) => {
    const at = place.current ?? text.length;
    set(`${text.slice(0, at)}{{ ${name} }}${text.slice(at)}`);
    place.current = at + name.length + 6;
  };
  const remove = () => {
    const rest = { ...texts };
    delete rest[shown];
    onChange(rest);
    onShow(LOCALES.find((one) => rest[one] !== undefined) ?? shown);
  };
  return (
    <BlockStack gap="300">
      <div role="tablist" aria-label={words.languages} className="admin-choices">
        {has.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`macro-tab-${one}`}
            aria-selected={one === shown}
            aria-controls="macro-panel"
            tabIndex={one === shown ? 0 : -1}
            className="admin-choice"
            onClick={() => onShow(one)}
            onKeyDown={(event) => {
              const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              const next = by && has[(has.indexOf(one) + by + has.length) % has.length];
              if (!next) return;
              onShow(next);
              document.getElementById(`macro-tab-${next}`)?.focus();
            }}
          >
            {languageName(one)}
          </button>
        ))}
      </div>
      <div
        id="macro-panel"
        role="tabpanel"
        aria-labelledby={`macro-tab-${shown}`}
        dir={direction(shown)}
        onBlur={(event) => {
          if (event.target instanceof HTMLTextAreaElement) place.current = event.target.selectionStart;
        }}
      >
        <TextField
          id={FIELD}
          label={words.textIn(languageName(shown))}
          helpText={words.textHelp}
          value={text}
          onChange={set}
          multiline={8}
          maxHeight="60vh"
          disabled={disabled}
          error={wrong?.where === shown && wrong.sentence}
          autoComplete="off"
        />
      </div>
      {!disabled && (
        <>
          <Names onInsert={insert} />
          <InlineStack gap="300" blockAlign="end">
            <Select
              label={words.addLanguage}
              options={[
                { value: "", label: words.addLanguageChoose },
                ...LOCALES.filter((one) => !has.includes(one)).map((value) => ({
                  value,
                  label: languageName(value),
                })),
              ]}
              value=""
              onChange={(locale) => {
                onChange({ ...texts, [locale]: "" });
                onShow(locale as Locale);
              }}
            />
            {has.length > 1 && <Button onClick={remove}>{words.removeLanguage(languageName(shown))}</Button>}
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
}

const Names = ({ onInsert }: { onInsert(name: string): void }) => (
  <details>
    <summary>{words.names}</summary>
    <ul className="admin-plain-list admin-names">
      {MACRO_NAMES.map((name) => (
        <li key={name}>
          <Button variant="plain" accessibilityLabel={words.insertName(name)} onClick={() => onInsert(name)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
    <Text as="p" tone="subdued" variant="bodySm">
      {words.namesHelp}
    </Text>
  </details>
);
