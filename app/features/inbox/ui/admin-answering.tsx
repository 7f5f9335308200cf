import { Banner, BlockStack, Card, Checkbox, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { TimeText } from "~/ui/admin/text";
import type { AnsweringDraft, AnsweringProblems } from "../answering-form";
import type { AnsweringView } from "../answering-queries.server";
import { answeringWords as words } from "../words/answering-staff";
import { backToInboxSettings } from "./admin-inbox-settings";
import { AdminWeek } from "./admin-week";

type Props = Omit<AnsweringView, "seen"> & {
  mayChange: boolean;
  saving: boolean;
  problems: AnsweringProblems;
  /** somebody else saved while this was open */
  changedMeanwhile: boolean;
  onSave(draft: AnsweringDraft): void;
};

/** When people answer, what shoppers are told of it, and for how long an answer can be taken back. */
export function AdminAnswering(props: Props) {
  const { form, mayChange, saving, problems, changedMeanwhile, onSave } = props;
  const saved = JSON.stringify(form);
  const [draft, setDraft] = useState(form);
  useEffect(() => {
    if (!changedMeanwhile) setDraft(JSON.parse(saved));
  }, [saved, changedMeanwhile]);
  const disabled = !mayChange || saving;
  const change = (part: Partial<AnsweringDraft>) => setDraft({ ...draft, ...part });
  const field = (name: "replyWithinHours" | "autoCloseDays" | "undoSeconds") => ({
    value: draft[name],
    isWrong: problems.includes(name),
    disabled,
    onChange: (typed: string) => change({ [name]: typed }),
  });
  return (
    <Page title={words.title} subtitle={words.lead} back={backToInboxSettings}>
      <SaveBar
        open={mayChange && JSON.stringify(draft) !== saved}
        saving={saving}
        labels={words}
        onSave={() => onSave(draft)}
        onDiscard={() => setDraft(JSON.parse(saved))}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {changedMeanwhile && (
          <Banner tone="warning" title={words.meanwhile.title}>
            <p role="alert">{words.meanwhile.text}</p>
          </Banner>
        )}
        {problems.length > 0 && (
          <Banner tone="critical">
            <p role="alert">{words.notSaved}</p>
          </Banner>
        )}
        <Part title={words.hours.title} text={words.hours.zone(props.timeZone)}>
          <AdminWeek
            week={draft.week}
            wrong={problems}
            disabled={disabled}
            onChange={(week) => change({ week })}
          />
          <Checkbox
            label={words.hours.holidays}
            helpText={words.hours.holidaysHelp}
            checked={draft.holidays}
            disabled={disabled}
            onChange={(holidays) => change({ holidays })}
          />
        </Part>
        <Part title={words.promise.title}>
          <Checkbox
            label={words.promise.acknowledge}
            helpText={words.promise.acknowledgeHelp}
            checked={draft.acknowledge}
            disabled={disabled}
            onChange={(acknowledge) => change({ acknowledge })}
          />
          <NumberField
            label={words.promise.within}
            help={words.promise.withinHelp}
            unit={words.promise.hours}
            wrong={words.promise.withinWrong}
            min={1}
            max={80}
            {...field("replyWithinHours")}
          />
          <Text as="p">
            {form.acknowledge ? words.promise.now : words.promise.off} <TimeText at={props.promise} />
          </Text>
          <Text as="p" tone="subdued">
            {words.promise.nowHelp}
          </Text>
        </Part>
        <Part title={words.autoClose.title}>
          <NumberField
            label={words.autoClose.label}
            help={words.autoClose.help}
            unit={words.autoClose.days}
            wrong={words.autoClose.wrong}
            min={1}
            max={90}
            {...field("autoCloseDays")}
          />
        </Part>
        <Part title={words.undo.title}>
          <NumberField
            label={words.undo.label}
            help={words.undo.help}
            unit={words.undo.seconds}
            wrong={words.undo.wrong}
            min={0}
            max={30}
            {...field("undoSeconds")}
          />
        </Part>
      </BlockStack>
    </Page>
  );
}

type NumberFieldProps = {
  label: string;
  help: string;
  /** what is counted */
  unit: string;
  /** what is said when it is wrong */
  wrong: string;
  isWrong: boolean;
  min: number;
  max: number;
  value: string;
  disabled: boolean;
  onChange(typed: string): void;
};

const NumberField = ({ help, unit, wrong, isWrong, ...field }: NumberFieldProps) => (
  <TextField
    {...field}
    type="number"
    helpText={help}
    suffix={unit}
    error={isWrong && wrong}
    autoComplete="off"
  />
);

const Part = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {text && (
        <Text as="p" tone="subdued">
          {text}
        </Text>
      )}
      {children}
    </BlockStack>
  </Card>
);
