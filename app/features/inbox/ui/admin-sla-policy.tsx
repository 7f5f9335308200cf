import { BlockStack, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { SLA_METRICS, type SlaMetric } from "~/features/settings/schema";
import { CHANNELS, type PolicyDraft } from "../sla/targets-form";
import type { TargetsView } from "../sla/targets-queries.server";
import { PRIORITIES, type Priority } from "../views";
import { reportWords } from "../words/report-staff";
import { slaWords } from "../words/sla-staff";
import { staffWords } from "../words/staff";

const words = slaWords.screen;

type Props = Pick<TargetsView, "teams" | "staff"> & {
  draft: PolicyDraft;
  disabled: boolean;
  /** it was begun just now: its name comes first */
  isNew: boolean;
  /** fields of it in which something is wrong */
  wrong: string[];
  onChange(part: Partial<PolicyDraft>): void;
};

type TypedField = "name" | "tags" | "customerTags" | "languages" | "warn" | "mailTo";

/** What a text field of the form is given. */
const fieldsOf =
  ({ draft, disabled, wrong, onChange }: Props) =>
  (field: TypedField) => ({
    value: draft[field],
    onChange: (value: string) => onChange({ [field]: value }),
    disabled,
    autoComplete: "off",
    error: wrong.includes(field) && words.wrong[field],
  });

/** One policy's form: whom it is for, how soon, and what happens when that is missed. */
export function AdminSlaPolicy(props: Props) {
  const { draft, disabled, isNew, onChange } = props;
  const text = fieldsOf(props);
  return (
    <BlockStack gap="400">
      <TextField label={words.name} maxLength={60} autoFocus={isNew} {...text("name")} />
      <Text as="h3" variant="headingSm">
        {words.conditions}
      </Text>
      <Text as="p" tone="subdued">
        {words.conditionsHelp}
      </Text>
      <FormLayout>
        <FormLayout.Group>
          <ChoiceList
            allowMultiple
            title={staffWords.handling.priority}
            choices={PRIORITIES.map((value) => ({ value, label: staffWords.handling.priorities[value] }))}
            selected={draft.priorities}
            disabled={disabled}
            onChange={(priorities) => onChange({ priorities: priorities as Priority[] })}
          />
          <ChoiceList
            allowMultiple
            title={words.channel}
            choices={CHANNELS.map((value) => ({ value, label: reportWords.channels[value] ?? value }))}
            selected={draft.channels}
            disabled={disabled}
            onChange={(channels) => onChange({ channels })}
          />
        </FormLayout.Group>
        <TextField label={words.customerTags} helpText={words.customerTagsHelp} {...text("customerTags")} />
        <FormLayout.Group>
          <TextField label={words.tags} helpText={words.commas} {...text("tags")} />
          <TextField label={words.languages} helpText={words.languagesHelp} {...text("languages")} />
        </FormLayout.Group>
      </FormLayout>
      <Targets {...props} />
      <Misses {...props} />
    </BlockStack>
  );
}

function Targets({ draft, disabled, wrong, onChange }: Props) {
  const set = (metric: SlaMetric, priority: Priority, value: string) =>
    onChange({
      targets: { ...draft.targets, [metric]: { ...draft.targets[metric], [priority]: value } },
    });
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.targets}
      </Text>
      <Text as="p" tone={wrong.includes("targets") ? "critical" : "subdued"}>
        {wrong.includes("targets") ? words.wrong.targets : words.targetsHelp}
      </Text>
      <Select
        label={words.counts}
        options={[
          { value: "business", label: words.business },
          { value: "calendar", label: words.calendar },
        ]}
        value={draft.counts}
        disabled={disabled}
        onChange={(counts) => onChange({ counts: counts as PolicyDraft["counts"] })}
      />
      {SLA_METRICS.map((metric) => (
        <fieldset key={metric} className="admin-fields">
          <legend>{slaWords.metrics[metric]}</legend>
          <div className="admin-filters">
            {PRIORITIES.map((priority) => (
              <TextField
                key={priority}
                label={staffWords.handling.priorities[priority]}
                autoComplete="off"
                placeholder={words.noTarget}
                value={draft.targets[metric][priority]}
                disabled={disabled}
                error={wrong.includes(`targets.${metric}.${priority}`) && words.wrong.length}
                onChange={(value) => set(metric, priority, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </BlockStack>
  );
}

function Misses(props: Props) {
  const { draft, disabled, staff, teams, wrong, onChange } = props;
  const text = fieldsOf(props);
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.misses}
      </Text>
      <FormLayout>
        <FormLayout.Group>
          <TextField label={words.warn} helpText={words.warnHelp} {...text("warn")} />
          <Select
            label={words.raise}
            options={[
              { value: "", label: words.raiseNot },
              { value: "high", label: staffWords.handling.priorities.high },
              { value: "urgent", label: staffWords.handling.priorities.urgent },
            ]}
            value={draft.raiseTo}
            disabled={disabled}
            onChange={(raiseTo) => onChange({ raiseTo: raiseTo as PolicyDraft["raiseTo"] })}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <Select
            label={words.assign}
            options={[
              { value: "", label: words.assignNot },
              ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: words.team(name) })),
              ...staff.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
            ]}
            value={draft.assign}
            disabled={disabled}
            error={wrong.includes("assign") && words.wrong.assign}
            onChange={(assign) => onChange({ assign })}
          />
          <TextField type="email" label={words.mailTo} helpText={words.mailToHelp} {...text("mailTo")} />
        </FormLayout.Group>
      </FormLayout>
    </BlockStack>
  );
}
