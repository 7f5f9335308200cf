import { Banner, BlockStack, Card, Layout, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { direction, LOCALES } from "~/platform/i18n/locales";
import { Page } from "~/ui/admin/page";
import type { KindPage, Previewed } from "../preview-kind.server";
import type { TextProblem } from "../templates/check-text";
import type { EditedText, TextField as Field } from "../templates/text";
import { staffWords } from "../words/staff";
import { templateWords } from "../words/templates-staff";
import { MailFrame } from "./mail-frame";
import { fieldId, TemplateFields } from "./template-fields";
import { TemplateHistory } from "./template-history";
import { TemplateNames } from "./template-names";
import { TestMailCard } from "./test-mail-card";

const words = { ...staffWords.kind, ...templateWords };

/** What the preview's address answered last: how it looks, or that there is no such order. */
export type PreviewAnswer = { previewed: Previewed | null; noOrder: boolean } | undefined;

type Props = KindPage & {
  kindKey: string;
  mayChange: boolean;
  busy: boolean;
  preview: PreviewAnswer;
  /** what the server found wrong at the last save */
  refused: TextProblem | null;
  onLocale: (locale: string) => void;
  onPreview: (text: EditedText, orderName: string) => void;
  onSave: (text: EditedText) => void;
  onReset: () => void;
  onRestore: (version: number) => void;
  onTest: (to: string, text: EditedText | null) => void;
};

const names = new Intl.DisplayNames("en", { type: "language" });
/** So long nobody has typed before what is typed is looked at, in milliseconds. */
const PAUSE = 400;

/** One kind of message in one language: its words, how they look, who changed them, and a test mail. */
export function AdminKind(props: Props) {
  const { kindKey, locale, text, mayChange, busy, preview, refused } = props;
  const saved = JSON.stringify(text);
  const [draft, setDraft] = useState<EditedText>(text);
  const [orderName, setOrderName] = useState("");
  const lastField = useRef<Field>("body");
  useEffect(() => setDraft(JSON.parse(saved)), [saved]);
  const isDirty = JSON.stringify(draft) !== saved;
  const { onPreview } = props;
  const ask = useRef(onPreview);
  ask.current = onPreview;
  useEffect(() => {
    if (!isDirty && orderName === "") return;
    const timer = setTimeout(() => ask.current(draft, orderName), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, orderName, isDirty]);

  const isLive = (isDirty || orderName !== "") && preview?.previewed;
  const shown = isLive ? preview.previewed : null;
  const problems = shown ? shown.problems : refused ? [refused] : [];
  const written = shown?.written ?? props.written;
  const change = (field: Field, value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const insert = (name: string) => change(lastField.current, inserted(lastField.current, draft, name));
  return (
    <Page
      title={staffWords.kinds[kindKey] ?? kindKey}
      back={{ label: words.back, url: "/app/notifications/kinds" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <TemplateFields
              draft={draft}
              problems={problems}
              dir={direction(locale)}
              note={props.isEdited ? words.edited(names.of(locale) ?? locale) : words.ours}
              failure={props.failure}
              isEdited={props.isEdited}
              isDirty={isDirty}
              disabled={!mayChange}
              busy={busy}
              onChange={change}
              onFocus={(field) => {
                lastField.current = field;
              }}
              onSave={() => props.onSave(draft)}
              onDiscard={() => setDraft(text)}
              onReset={props.onReset}
            />
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {words.preview.title}
                </Text>
                <TextField
                  label={words.preview.order}
                  helpText={words.preview.orderHelp}
                  value={orderName}
                  onChange={setOrderName}
                  error={orderName !== "" && preview?.noOrder ? words.preview.notFound : false}
                  autoComplete="off"
                  maxLength={60}
                />
                {problems.length > 0 && <Banner tone="warning">{words.preview.wrong}</Banner>}
                {shown?.tooLarge && <Banner tone="warning">{words.preview.tooLarge}</Banner>}
                <Text as="p" fontWeight="semibold">
                  <bdi>{written.subject}</bdi>
                </Text>
                {!shown && (
                  <Text as="p" tone="subdued">
                    {words.preview.sample}
                  </Text>
                )}
                <MailFrame html={written.html} text={written.text} title={written.subject} />
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Card>
              <Select
                label={words.language}
                value={locale}
                onChange={props.onLocale}
                options={LOCALES.map((value) => ({ value, label: names.of(value) ?? value }))}
              />
            </Card>
            <TestMailCard
              to={props.to}
              disabled={!mayChange}
              busy={busy}
              onTest={(to) => props.onTest(to, isDirty ? draft : null)}
            />
            <TemplateNames names={props.names} disabled={!mayChange} onInsert={insert} />
            <TemplateHistory
              versions={props.versions}
              disabled={!mayChange || busy}
              onRestore={props.onRestore}
            />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** The field's text with the name where its cursor is, or at its end. */
function inserted(field: Field, draft: EditedText, name: string): string {
  const typed = document.getElementById(fieldId(field));
  const isTyped = typed instanceof HTMLTextAreaElement || typed instanceof HTMLInputElement;
  const at = (isTyped ? typed.selectionStart : null) ?? draft[field].length;
  return draft[field].slice(0, at) + name + draft[field].slice(at);
}
