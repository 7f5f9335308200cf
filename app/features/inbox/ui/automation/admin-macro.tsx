import { Banner, BlockStack, Card, Layout, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { LONGEST_MACRO_NAME, type MacroSays, macroSchema } from "../../automation/macro";
import { languageName } from "../../automation/sentence";
import type { PreviewChoice } from "../../macro-queries.server";
import { automationWords } from "../../words/staff-automation";
import type { ActionChoices } from "./action-fields";
import { ActionsEditor } from "./actions-editor";
import { MacroPreview } from "./macro-preview";
import { MacroTexts } from "./macro-texts";

const words = automationWords.macro;

/** Why the last try was not kept: where it is wrong, and the sentence. */
export type MacroProblem = { where: string; sentence: string } | null;

type Props = {
  says: MacroSays;
  /** which version that is; null: it is new */
  version: number | null;
  /** the shop's language, in which a new macro begins */
  shopLocale: Locale;
  choices: ActionChoices;
  conversations: readonly PreviewChoice[];
  problem: MacroProblem;
  mayChange: boolean;
  busy: boolean;
  onSave(says: MacroSays): void;
  onDelete(): void;
};

/** A macro: its name, its words in several languages, what it does, and how it reads in a conversation. */
export function AdminMacro(props: Props) {
  const { version, shopLocale, choices, problem, mayChange, busy, onSave } = props;
  const saved = withWords(props.says, shopLocale);
  const [draft, setDraft] = useState<MacroSays>(saved);
  const [shown, setShown] = useState<Locale>(() => firstOf(draft.texts, shopLocale));
  const [isDeleting, setDeleting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved takes the place of what was typed, once
  useEffect(() => setDraft(saved), [version]);
  const change = (part: Partial<MacroSays>) => setDraft({ ...draft, ...part });
  const disabled = !mayChange || busy;
  const save = {
    label: words.save,
    onAction: () => onSave(draft),
    loading: busy,
    disabled: disabled || !macroSchema.safeParse(draft).success,
  };
  return (
    <Page
      title={version === null ? words.new : props.says.name}
      back={{ label: words.back, url: "/app/settings/macros" }}
      primary={mayChange ? save : null}
      secondary={
        mayChange && version !== null
          ? [{ label: words.delete, destructive: true, disabled, onAction: () => setDeleting(true) }]
          : []
      }
    >
      <SaveBar
        open={mayChange && JSON.stringify(draft) !== JSON.stringify(saved)}
        saving={busy}
        labels={words}
        onSave={() => onSave(draft)}
        onDiscard={() => setDraft(saved)}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {!mayChange && <Banner>{automationWords.macros.readOnly}</Banner>}
            {problem && (
              <Banner tone="critical">
                <p role="alert">{problem.sentence}</p>
              </Banner>
            )}
            <Card>
              <TextField
                label={words.name}
                helpText={words.nameHelp}
                value={draft.name}
                maxLength={LONGEST_MACRO_NAME}
                onChange={(name) => change({ name })}
                disabled={disabled}
                autoComplete="off"
              />
            </Card>
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {words.words}
                </Text>
                <MacroTexts
                  texts={draft.texts}
                  {...{ shown, disabled }}
                  wrong={problem}
                  onShow={setShown}
                  onChange={(texts) => change({ texts })}
                />
              </BlockStack>
            </Card>
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {words.does}
                </Text>
                <Text as="p" tone="subdued">
                  {words.doesHelp}
                </Text>
                <ActionsEditor
                  actions={draft.actions}
                  {...{ choices, disabled }}
                  onChange={(actions) => change({ actions })}
                />
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <MacroPreview text={draft.texts[shown] ?? ""} locale={shown} conversations={props.conversations} />
        </Layout.Section>
      </Layout>
      <ConfirmModal
        open={isDeleting}
        title={words.deleteTitle(props.says.name)}
        confirm={words.delete}
        destructive
        loading={busy}
        onConfirm={props.onDelete}
        onClose={() => setDeleting(false)}
      >
        <Text as="p">{words.deleteText}</Text>
      </ConfirmModal>
    </Page>
  );
}

/** There is always a language to write in. */
const withWords = (says: MacroSays, locale: Locale): MacroSays =>
  Object.keys(says.texts).length > 0 ? says : { ...says, texts: { [locale]: "" } };

const firstOf = (texts: MacroSays["texts"], shopLocale: Locale): Locale =>
  texts[shopLocale] === undefined
    ? (LOCALES.find((one) => texts[one] !== undefined) ?? shopLocale)
    : shopLocale;

/** Where a text is wrong, as a person calls it. */
export const whereName = (where: string): string =>
  where === "note" ? automationWords.noteText : languageName(where);
