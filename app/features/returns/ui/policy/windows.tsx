import { Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import type { Conditions, Holiday, WindowRule } from "../../policy-schema";
import { policyWords as words } from "../../words/policy-staff";
import { type CardProps, DayField, ListField, MoneyField, NumberField } from "./fields";
import { Place } from "./places";
import { newRowId, Rows, Section } from "./section";

const fields = words.fields;

/** How long, and for whom longer or shorter. */
export function WindowCard({ draft, change, problem, disabled }: CardProps) {
  return (
    <Section path="windowDays" title={words.sections.window} text={words.sections.windowText}>
      <FormLayout>
        <FormLayout.Group>
          <NumberField
            label={fields.windowDays}
            help={fields.windowHelp}
            suffix={fields.days}
            value={draft.windowDays}
            onChange={(windowDays) => change({ windowDays })}
            error={problem("windowDays", "days")}
            disabled={disabled}
          />
          <NumberField
            label={fields.bufferDays}
            help={fields.bufferHelp}
            suffix={fields.days}
            value={draft.bufferDays}
            onChange={(bufferDays) => change({ bufferDays })}
            error={problem("bufferDays", "days")}
            disabled={disabled}
          />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

const NO_CONDITIONS: Conditions = {
  productTags: [],
  collections: [],
  countries: [],
  customerTags: [],
  orderTags: [],
  channels: [],
};

/** Other windows for some products, places or people. */
export function RulesCard({ draft, change, problem, disabled }: CardProps) {
  return (
    <Section path="windowRules" title={words.sections.rules} text={words.sections.rulesText}>
      <Rows
        path="windowRules"
        rows={draft.windowRules}
        onChange={(windowRules) => change({ windowRules })}
        nameOf={words.actions.rule}
        ordered
        add={words.actions.addRule}
        onAdd={(): WindowRule => ({ id: newRowId(), name: "", when: NO_CONDITIONS, windowDays: 60 })}
        most={50}
        disabled={disabled}
      >
        {(rule, set, at) => (
          <FormLayout>
            <FormLayout.Group>
              <TextField
                label={fields.ruleName}
                helpText={fields.ruleNameHelp}
                value={rule.name}
                onChange={(name) => set({ name })}
                maxLength={80}
                autoComplete="off"
                disabled={disabled}
              />
              <NumberField
                label={fields.ruleDays}
                help={fields.ruleDaysHelp}
                suffix={fields.days}
                value={rule.windowDays}
                onChange={(windowDays) => set({ windowDays })}
                error={problem(`windowRules.${at}.windowDays`, "days")}
                disabled={disabled}
              />
            </FormLayout.Group>
            <ConditionFields
              when={rule.when}
              onChange={(part) => set({ when: { ...rule.when, ...part } })}
              path={`windowRules.${at}.when`}
              problem={problem}
              disabled={disabled}
            />
          </FormLayout>
        )}
      </Rows>
    </Section>
  );
}

type ConditionsProps = {
  when: Conditions;
  onChange: (part: Partial<Conditions>) => void;
  path: string;
} & Pick<CardProps, "problem" | "disabled">;

function ConditionFields({ when, onChange, path, problem, disabled }: ConditionsProps) {
  const field = (part: keyof Conditions, help?: string) => (
    <ListField
      label={fields[part]}
      help={help}
      value={when[part]}
      onChange={(value) => onChange({ [part]: value })}
      upper={part === "countries"}
      error={problem(`${path}.${part}`, part === "countries" ? "country" : "invalid")}
      disabled={disabled}
    />
  );
  return (
    <FormLayout>
      <Text as="p" tone="subdued">
        {fields.conditionsHelp}
      </Text>
      <FormLayout.Group>
        {field("productTags")}
        {field("collections")}
      </FormLayout.Group>
      <FormLayout.Group>
        {field("countries", words.problems.country)}
        {field("channels", fields.channelsHelp)}
      </FormLayout.Group>
      <FormLayout.Group>
        {field("customerTags")}
        {field("orderTags")}
      </FormLayout.Group>
    </FormLayout>
  );
}

/** Seasons in which what is ordered may come back later. */
export function HolidaysCard({ draft, change, problem, disabled }: CardProps) {
  return (
    <Section path="holidays" title={words.sections.holidays} text={words.sections.holidaysText}>
      <Rows
        path="holidays"
        rows={draft.holidays}
        onChange={(holidays) => change({ holidays })}
        nameOf={words.actions.season}
        add={words.actions.addHoliday}
        onAdd={newSeason}
        most={20}
        disabled={disabled}
      >
        {(season, set, at) => (
          <FormLayout>
            <FormLayout.Group condensed>
              {(["from", "to", "until"] as const).map((part) => (
                <DayField
                  key={part}
                  label={fields[part]}
                  value={season[part]}
                  onChange={(day) => set({ [part]: day })}
                  error={problem(`holidays.${at}.${part}`, "day")}
                  disabled={disabled}
                />
              ))}
            </FormLayout.Group>
          </FormLayout>
        )}
      </Rows>
    </Section>
  );
}

function newSeason(): Holiday {
  const year = new Date().getUTCFullYear();
  return { id: newRowId(), name: "", from: `${year}-11-01`, to: `${year}-12-24`, until: `${year + 1}-01-31` };
}

/** What never comes back. */
export function ExcludedCard({ draft, change, problem, disabled, currency }: CardProps) {
  return (
    <Section path="finalSaleTags" title={words.sections.excluded}>
      <FormLayout>
        <FormLayout.Group>
          <ListField
            label={fields.finalSaleTags}
            help={fields.finalSaleHelp}
            value={draft.finalSaleTags}
            onChange={(finalSaleTags) => change({ finalSaleTags })}
            error={problem("finalSaleTags")}
            disabled={disabled}
          />
          <ListField
            label={fields.finalSaleCollections}
            help={fields.listHelp}
            value={draft.finalSaleCollections}
            onChange={(finalSaleCollections) => change({ finalSaleCollections })}
            error={problem("finalSaleCollections")}
            disabled={disabled}
          />
        </FormLayout.Group>
        <Place path="minimumValue">
          <MoneyField
            label={fields.minimumValue}
            help={fields.minimumHelp}
            value={draft.minimumValue}
            empty={0}
            currency={currency}
            onChange={(minimumValue) => change({ minimumValue })}
            error={problem("minimumValue", "amount")}
            disabled={disabled}
          />
        </Place>
        <Checkbox
          label={fields.bundles}
          checked={draft.bundles === "whole"}
          onChange={(whole) => change({ bundles: whole ? "whole" : "parts" })}
          disabled={disabled}
        />
      </FormLayout>
    </Section>
  );
}
