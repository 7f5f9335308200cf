import { BlockStack, Card, Checkbox, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { LONGEST_RULE_NAME, OCCASIONS, type Occasion, type RuleSays } from "../../automation/rule";
import { automationWords } from "../../words/staff-automation";
import type { ActionChoices } from "./action-fields";
import { ActionsEditor } from "./actions-editor";
import { ConditionsEditor } from "./conditions-editor";

const words = automationWords.rule;
const USUAL_HOURS = 24;

type Props = {
  draft: RuleSays;
  choices: ActionChoices;
  currency: string;
  disabled: boolean;
  change(part: Partial<RuleSays>): void;
};

/** When, if, then: all that a rule says. */
export const RuleFields = ({ draft, choices, currency, disabled, change }: Props) => (
  <>
    <Card>
      <BlockStack gap="300">
        <TextField
          label={words.name}
          value={draft.name}
          maxLength={LONGEST_RULE_NAME}
          onChange={(name) => change({ name })}
          disabled={disabled}
          autoComplete="off"
        />
        <Select
          label={words.when}
          options={OCCASIONS.map((value) => ({ value, label: automationWords.occasions[value] }))}
          value={draft.on}
          onChange={(on) =>
            change({ on: on as Occasion, hours: on === "unanswered" ? (draft.hours ?? USUAL_HOURS) : null })
          }
          disabled={disabled}
        />
        {draft.hours !== null && (
          <TextField
            type="number"
            label={words.hours}
            helpText={words.hoursHelp}
            min={1}
            value={String(draft.hours)}
            onChange={(hours) => change({ hours: Math.trunc(Number(hours)) })}
            disabled={disabled}
            autoComplete="off"
          />
        )}
      </BlockStack>
    </Card>
    <Part title={words.if}>
      <ConditionsEditor {...draft} {...{ currency, disabled }} onChange={change} />
    </Part>
    <Part title={words.does}>
      {draft.actions.length === 0 && (
        <Text as="p" tone="subdued">
          {words.doesNothing}
        </Text>
      )}
      <ActionsEditor
        actions={draft.actions}
        {...{ choices, disabled }}
        onChange={(actions) => change({ actions })}
      />
      <Checkbox
        label={words.stops}
        checked={draft.stops}
        onChange={(stops) => change({ stops })}
        disabled={disabled}
      />
    </Part>
  </>
);

/** A card with its title. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);
