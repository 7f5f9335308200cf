import { Banner, Select, TextField } from "@shopify/polaris";
import type { Action } from "../../automation/actions";
import type { StaffMember } from "../../people";
import { SNOOZE_WORDS } from "../../snooze";
import { MOST_TAG_LETTERS, PRIORITIES, type Priority } from "../../views";
import { automationWords } from "../../words/staff-automation";

const words = automationWords.macro;

/** What actions can be chosen from. */
export type ActionChoices = {
  staff: readonly StaffMember[];
  teams: readonly { id: string; name: string }[];
  /** the macros that a rule may answer with; null: it is a macro's own actions */
  macros: readonly { id: string; name: string }[] | null;
};

type Props = { action: Action; choices: ActionChoices; disabled: boolean; onChange(action: Action): void };

/** The fields of one action; none where there is nothing to choose. */
export function ActionFields({ action, choices, disabled, onChange }: Props) {
  switch (action.do) {
    case "tag":
    case "untag":
      return (
        <TextField
          label={words.tag}
          value={action.tag}
          maxLength={MOST_TAG_LETTERS}
          onChange={(tag) => onChange({ ...action, tag })}
          disabled={disabled}
          autoComplete="off"
        />
      );
    case "prioritise":
      return (
        <Select
          label={words.priority}
          options={PRIORITIES.map((value) => ({ value, label: automationWords.choices[value] ?? value }))}
          value={action.priority}
          onChange={(priority) => onChange({ ...action, priority: priority as Priority })}
          disabled={disabled}
        />
      );
    case "assign":
      return (
        <Whom
          label={words.person}
          none={words.noPeople}
          from={choices.staff}
          {...{ action, disabled, onChange }}
        />
      );
    case "team":
      return (
        <Whom
          label={words.team}
          none={words.noTeams}
          from={choices.teams}
          {...{ action, disabled, onChange }}
        />
      );
    case "snooze":
      return <Until {...{ action, disabled, onChange }} />;
    case "note":
      return (
        <TextField
          label={words.note}
          helpText={words.noteHelp}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
          multiline={3}
          disabled={disabled}
          autoComplete="off"
        />
      );
    case "reply":
      return (
        <Select
          label={words.macro}
          helpText={automationWords.rule.replyHelp}
          options={(choices.macros ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={action.macroId}
          onChange={(macroId) => onChange({ ...action, macroId })}
          disabled={disabled}
        />
      );
    default:
      return null;
  }
}

type Whose = Extract<Action, { do: "assign" | "team" }>;
type WhomProps = {
  action: Whose;
  label: string;
  none: string;
  from: readonly { id: string; name: string }[];
  disabled: boolean;
  onChange(action: Whose): void;
};

function Whom({ action, label, none, from, disabled, onChange }: WhomProps) {
  const isKnown = from.some(({ id }) => id === action.id);
  // Who left, or a team that is gone, still stands there.
  const all = isKnown || action.id === "" ? from : [{ id: action.id, name: action.name }, ...from];
  if (all.length === 0) return <Banner>{none}</Banner>;
  return (
    <Select
      label={label}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={action.id}
      onChange={(id) => onChange({ ...action, id, name: all.find((one) => one.id === id)?.name ?? "" })}
      disabled={disabled}
    />
  );
}

const IN_DAYS = "days";
const USUAL_DAYS = 3;

type Snooze = Extract<Action, { do: "snooze" }>;

const Until = ({
  action,
  disabled,
  onChange,
}: Omit<Props, "choices" | "action" | "onChange"> & {
  action: Snooze;
  onChange(action: Snooze): void;
}) => (
  <>
    <Select
      label={words.until}
      options={[
        ...SNOOZE_WORDS.map((value) => ({ value, label: automationWords.snoozes[value] ?? value })),
        { value: IN_DAYS, label: words.inSomeDays },
      ]}
      value={typeof action.until === "number" ? IN_DAYS : action.until}
      onChange={(chosen) =>
        onChange({ ...action, until: SNOOZE_WORDS.find((one) => one === chosen) ?? USUAL_DAYS })
      }
      disabled={disabled}
    />
    {typeof action.until === "number" && (
      <TextField
        type="number"
        label={words.days}
        min={1}
        max={365}
        value={String(action.until)}
        onChange={(days) => onChange({ ...action, until: Math.trunc(Number(days)) })}
        disabled={disabled}
        autoComplete="off"
      />
    )}
  </>
);
