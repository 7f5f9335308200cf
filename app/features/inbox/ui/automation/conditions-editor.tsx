import { BlockStack, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { capital } from "../../automation/capital";
import { ABOUTS, type About, type Condition, MOST_CONDITIONS } from "../../automation/conditions";
import type { RuleSays } from "../../automation/rule";
import { automationWords } from "../../words/staff-automation";
import { ConditionFields, newCondition } from "./condition-fields";

const words = automationWords.rule;

type Props = Pick<RuleSays, "match" | "conditions"> & {
  currency: string;
  disabled: boolean;
  onChange(part: Partial<Pick<RuleSays, "match" | "conditions">>): void;
};

/** If …: the conditions of a rule, one below the other. */
export function ConditionsEditor({ match, conditions, currency, disabled, onChange }: Props) {
  const set = (at: number, condition: Condition) => onChange({ conditions: conditions.with(at, condition) });
  return (
    <BlockStack gap="400">
      {conditions.length > 1 && (
        <Select
          label={words.match}
          options={(["all", "any"] as const).map((value) => ({ value, label: words[value] }))}
          value={match}
          onChange={(next) => onChange({ match: next as RuleSays["match"] })}
          disabled={disabled}
        />
      )}
      {conditions.length === 0 && (
        <Text as="p" tone="subdued">
          {words.always}
        </Text>
      )}
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place
        <fieldset key={`${conditions.length} ${at} ${condition.about}`} className="admin-fields">
          <legend>{capital(automationWords.abouts[condition.about])}</legend>
          <BlockStack gap="200">
            <ConditionFields {...{ condition, currency, disabled }} onChange={(next) => set(at, next)} />
            {!disabled && (
              <InlineStack>
                <Button
                  variant="plain"
                  tone="critical"
                  accessibilityLabel={words.removeCondition(automationWords.abouts[condition.about])}
                  onClick={() => onChange({ conditions: conditions.toSpliced(at, 1) })}
                >
                  {words.remove}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </fieldset>
      ))}
      {!disabled && conditions.length < MOST_CONDITIONS && (
        <Select
          label={words.addCondition}
          options={[
            { value: "", label: words.addConditionChoose },
            ...ABOUTS.map((value) => ({ value, label: capital(automationWords.abouts[value]) })),
          ]}
          value=""
          onChange={(about) => onChange({ conditions: [...conditions, newCondition(about as About)] })}
        />
      )}
    </BlockStack>
  );
}
