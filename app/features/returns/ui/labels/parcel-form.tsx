import {
  BlockStack,
  Button,
  ChoiceList,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { type LabelSettings, labelSettingsSchema } from "../../label-schema";
import { labelWords } from "../../words/labels-staff";
import { Titled } from "../admin-return-cards";
import type { LabelsPageProps } from "./labels-page";

const words = labelWords.parcel;
const other = labelWords.fallback;

/** What was typed: numbers are texts until they are read. */
type Draft = Record<"itemGrams" | "boxGrams" | "length" | "width" | "height" | "hsCode" | "origin", string> &
  Pick<LabelSettings, "fallback" | "by">;

const draftOf = ({ box, itemGrams, boxGrams, hsCode, origin, fallback, by }: LabelSettings): Draft => ({
  itemGrams: String(itemGrams),
  boxGrams: String(boxGrams),
  length: String(box.length),
  width: String(box.width),
  height: String(box.height),
  hsCode: hsCode ?? "",
  origin: origin ?? "",
  fallback,
  by,
});

const number = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

const read = (draft: Draft) =>
  labelSettingsSchema.safeParse({
    fallback: draft.fallback,
    by: draft.by,
    itemGrams: number(draft.itemGrams),
    boxGrams: number(draft.boxGrams),
    box: { length: number(draft.length), width: number(draft.width), height: number(draft.height) },
    hsCode: draft.hsCode.replace(/[\s.]/g, "") || null,
    origin: draft.origin.trim().toUpperCase() || null,
  });

/** What is given when no account sells a label, and what carriers and customs are told of every parcel. */
export function ParcelForm({ value, mayChange, busy, onAct }: LabelsPageProps) {
  const saved = JSON.stringify(draftOf(value));
  const [draft, setDraft] = useState<Draft>(() => JSON.parse(saved));
  useEffect(() => setDraft(JSON.parse(saved)), [saved]);
  const [tried, setTried] = useState(false);
  const settings = read(draft);
  const wrong = new Set(settings.success ? [] : settings.error.issues.map(({ path }) => String(path.at(-1))));
  const disabled = !mayChange || busy;
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const field = (name: keyof Draft & keyof typeof words, suffix?: string, help?: string) => (
    <TextField
      label={words[name] as string}
      value={draft[name]}
      onChange={(said) => set({ [name]: said })}
      error={tried && wrong.has(name) && (words.wrong[name] ?? words.number)}
      autoComplete="off"
      disabled={disabled}
      {...(suffix ? { suffix, inputMode: "numeric" as const } : {})}
      {...(help ? { helpText: help } : {})}
    />
  );
  const save = () => {
    setTried(true);
    if (settings.success) onAct({ intent: "settings", value: settings.data });
  };
  return (
    <Titled title={words.title}>
      <BlockStack gap="400">
        <ChoiceList
          title={other.title}
          selected={[draft.fallback]}
          disabled={disabled}
          onChange={([fallback]) => set({ fallback: fallback as Draft["fallback"] })}
          choices={(["printable", "upload"] as const).map((choice) => ({
            value: choice,
            label: other[choice],
            helpText: other[`${choice}Help`],
          }))}
        />
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <FormLayout>
          <Select
            label={words.by}
            options={(["any", "post", "courier"] as const).map((one) => ({
              value: one,
              label: words.carriers[one],
            }))}
            value={draft.by}
            disabled={disabled}
            onChange={(by) => set({ by: by as Draft["by"] })}
          />
          <FormLayout.Group>
            {field("itemGrams", words.grams)}
            {field("boxGrams", words.grams)}
          </FormLayout.Group>
          <FormLayout.Group condensed>
            {field("length", words.millimetres)}
            {field("width", words.millimetres)}
            {field("height", words.millimetres)}
          </FormLayout.Group>
          <FormLayout.Group>
            {field("hsCode", undefined, words.hsCodeHelp)}
            {field("origin", undefined, words.originHelp)}
          </FormLayout.Group>
        </FormLayout>
        <InlineStack>
          <Button
            variant="primary"
            loading={busy}
            disabled={disabled || JSON.stringify(draft) === saved}
            onClick={save}
          >
            {labelWords.save}
          </Button>
        </InlineStack>
      </BlockStack>
    </Titled>
  );
}
