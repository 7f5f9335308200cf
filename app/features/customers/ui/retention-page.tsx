import { Banner, BlockStack, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { RETENTION, RETENTION_CLASSES, type RetentionClass } from "~/features/settings/rules";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { TimeText } from "~/ui/admin/text";
import { retentionWords as words } from "../words/retention-staff";

/** Days by class as they are typed; empty: kept. */
export type RetentionDraft = Record<RetentionClass, string>;
export type LastSweep = {
  class: RetentionClass;
  at: Date;
  removed: number;
  dueSoon: number;
  removedInAll: number;
};

type Props = {
  typed: RetentionDraft;
  last: LastSweep[];
  mayChange: boolean;
  saving: boolean;
  problems: readonly RetentionClass[];
  onSave(draft: RetentionDraft): void;
};

/** How long each class of data is kept, what went, and what will go. */
export function RetentionPage({ typed, last, mayChange, saving, problems, onSave }: Props) {
  const saved = JSON.stringify(typed);
  const [draft, setDraft] = useState(typed);
  useEffect(() => setDraft(JSON.parse(saved)), [saved]);
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={{ label: words.back, url: "/app/privacy" }}
      width="narrow"
    >
      <SaveBar
        open={mayChange && JSON.stringify(draft) !== saved}
        saving={saving}
        labels={words}
        onSave={() => onSave(draft)}
        onDiscard={() => setDraft(JSON.parse(saved))}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {problems.length > 0 && (
          <Banner tone="critical">
            <p role="alert">{words.notSaved}</p>
          </Banner>
        )}
        {RETENTION_CLASSES.map((name) => (
          <Class
            key={name}
            name={name}
            typed={draft[name]}
            kept={typed[name]}
            last={last.find((one) => one.class === name) ?? null}
            isWrong={problems.includes(name)}
            disabled={!mayChange || saving}
            onChange={(days) => setDraft({ ...draft, [name]: days })}
          />
        ))}
      </BlockStack>
    </Page>
  );
}

type ClassProps = {
  name: RetentionClass;
  typed: string;
  /** as it is saved */
  kept: string;
  last: LastSweep | null;
  isWrong: boolean;
  disabled: boolean;
  onChange(days: string): void;
};

function Class({ name, typed, kept, last, isWrong, disabled, onChange }: ClassProps) {
  const { least, most, mayKeep } = RETENTION[name];
  const range = words.between(least, most);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.classes[name].name}
        </Text>
        <Text as="p" tone="subdued">
          {words.classes[name].help}
        </Text>
        <TextField
          type="number"
          label={words.classes[name].name}
          labelHidden
          helpText={mayKeep ? `${range} ${words.keep}` : range}
          suffix={words.days}
          min={least}
          max={most}
          autoComplete="off"
          value={typed}
          disabled={disabled}
          error={isWrong && words.wrong}
          onChange={onChange}
        />
        <InlineStack gap="100">
          <Text as="p">{kept === "" ? words.never : last ? <Went last={last} /> : words.notYet}</Text>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

const Went = ({ last }: { last: LastSweep }) => (
  <>
    {words.last} <TimeText at={last.at} />: {words.went(last.removed)}
    {last.removedInAll > last.removed && `, ${words.inAll(last.removedInAll)}`}. {words.soon(last.dueSoon)}
  </>
);
