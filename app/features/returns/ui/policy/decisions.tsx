import { BlockStack, Checkbox, FormLayout, Select, Text } from "@shopify/polaris";
import { type PolicyValue, REFUND_MOMENTS, type RefundMoment } from "../../policy-schema";
import { policyWords as words } from "../../words/policy-staff";
import {
  type CardProps,
  ListField,
  MaybeNumberField,
  MoneyField,
  NumberField,
  OutcomesField,
} from "./fields";
import { Place } from "./places";
import { Section } from "./section";

const fields = words.fields;

/** Who decides: the policy, or a person. */
export function ApproveCard({ draft, change, problem, disabled, currency }: CardProps) {
  const { review } = draft;
  const set = (part: Partial<PolicyValue["review"]>) => change({ review: { ...review, ...part } });
  return (
    <Section path="autoApprove" title={words.sections.approve}>
      <Checkbox
        label={fields.autoApprove}
        helpText={fields.autoHelp}
        checked={draft.autoApprove}
        onChange={(autoApprove) => change({ autoApprove })}
        disabled={disabled}
      />
      {draft.autoApprove && (
        <Place path="review">
          <BlockStack gap="300">
            <Text as="h3" variant="headingSm">
              {fields.lookWhen}
            </Text>
            <FormLayout>
              <FormLayout.Group>
                <MoneyField
                  label={fields.valueAbove}
                  help={fields.empty}
                  value={review.valueAbove}
                  empty={null}
                  currency={currency}
                  onChange={(valueAbove) => set({ valueAbove })}
                  error={problem("review.valueAbove", "amount")}
                  disabled={disabled}
                />
                <ListField
                  label={fields.reviewTags}
                  help={fields.listHelp}
                  value={review.customerTags}
                  onChange={(customerTags) => set({ customerTags })}
                  error={problem("review.customerTags")}
                  disabled={disabled}
                />
              </FormLayout.Group>
              <FormLayout.Group condensed>
                <MaybeNumberField
                  label={fields.returnsAbove}
                  help={fields.empty}
                  suffix={fields.times}
                  value={review.returnsAbove}
                  onChange={(returnsAbove) => set({ returnsAbove })}
                  error={problem("review.returnsAbove", "invalid")}
                  disabled={disabled}
                />
                <MaybeNumberField
                  label={fields.rateAbove}
                  help={fields.empty}
                  suffix="%"
                  value={review.rateAbove}
                  onChange={(rateAbove) => set({ rateAbove })}
                  error={problem("review.rateAbove", "percent")}
                  disabled={disabled}
                />
                <NumberField
                  label={fields.inDays}
                  suffix={fields.days}
                  value={review.days}
                  onChange={(days) => set({ days })}
                  error={problem("review.days", "days")}
                  disabled={disabled}
                />
              </FormLayout.Group>
              <OutcomesField
                label={fields.reviewOutcomes}
                value={review.outcomes}
                onChange={(outcomes) => set({ outcomes })}
                disabled={disabled}
              />
              <Checkbox
                label={fields.gifts}
                checked={review.gifts}
                onChange={(gifts) => set({ gifts })}
                disabled={disabled}
              />
            </FormLayout>
          </BlockStack>
        </Place>
      )}
    </Section>
  );
}

const choices = (moments: readonly RefundMoment[]) =>
  moments.map((moment) => ({ value: moment, label: words.refundWhen[moment] }));

/** When money goes back, and exchanges that go out before. */
export function RefundsCard({ draft, change, problem, disabled }: CardProps) {
  const { refund, instantExchange } = draft;
  const set = (part: Partial<PolicyValue["refund"]>) => change({ refund: { ...refund, ...part } });
  const setInstant = (part: Partial<PolicyValue["instantExchange"]>) =>
    change({ instantExchange: { ...instantExchange, ...part } });
  return (
    <Section path="refund" title={words.sections.refunds}>
      <FormLayout>
        <Select
          label={fields.refundWhen}
          options={choices(REFUND_MOMENTS)}
          value={refund.when}
          onChange={(when) => set({ when: when as RefundMoment })}
          disabled={disabled}
        />
        {refund.when === "instantForTrusted" && (
          <Select
            label={fields.others}
            options={choices(REFUND_MOMENTS.filter((moment) => moment !== "instantForTrusted"))}
            value={refund.others}
            onChange={(others) => set({ others: others as PolicyValue["refund"]["others"] })}
            disabled={disabled}
          />
        )}
        <NumberField
          label={fields.withinDays}
          help={fields.withinHelp}
          suffix={fields.days}
          value={refund.withinDays}
          onChange={(withinDays) => set({ withinDays })}
          error={problem("refund.withinDays", "days")}
          disabled={disabled}
        />
      </FormLayout>
      <Place path="instantExchange">
        <FormLayout>
          <Checkbox
            label={fields.instantOn}
            checked={instantExchange.on}
            onChange={(on) => setInstant({ on })}
            disabled={disabled}
          />
          {instantExchange.on && (
            <FormLayout.Group>
              <Checkbox
                label={fields.trustedOnly}
                checked={instantExchange.trustedOnly}
                onChange={(trustedOnly) => setInstant({ trustedOnly })}
                disabled={disabled}
              />
              <NumberField
                label={fields.deadlineDays}
                suffix={fields.days}
                value={instantExchange.deadlineDays}
                onChange={(deadlineDays) => setInstant({ deadlineDays })}
                error={problem("instantExchange.deadlineDays", "days")}
                disabled={disabled}
              />
              <NumberField
                label={fields.remindDays}
                suffix={fields.days}
                value={instantExchange.remindDays}
                onChange={(remindDays) => setInstant({ remindDays })}
                error={problem("instantExchange.remindDays", "days")}
                disabled={disabled}
              />
              <Select
                label={fields.whenLate}
                helpText={fields.whenLateHelp}
                options={labelled(fields.whenLateChoices)}
                value={instantExchange.whenLate}
                onChange={(whenLate) => setInstant({ whenLate: whenLate as "staff" | "invoice" })}
                disabled={disabled}
              />
            </FormLayout.Group>
          )}
        </FormLayout>
      </Place>
      <DearerExchange draft={draft} change={change} problem={problem} disabled={disabled} />
    </Section>
  );
}

const labelled = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([value, label]) => ({ value, label }));

/** Does what costs more than what comes back wait for its money? */
function DearerExchange({
  draft,
  change,
  problem,
  disabled,
}: Pick<CardProps, "draft" | "change" | "problem" | "disabled">) {
  const { dearerExchange } = draft;
  const set = (part: Partial<PolicyValue["dearerExchange"]>) =>
    change({ dearerExchange: { ...dearerExchange, ...part } });
  return (
    <Place path="dearerExchange">
      <FormLayout>
        <Checkbox
          label={fields.holdDearer}
          checked={dearerExchange.hold}
          onChange={(hold) => set({ hold })}
          disabled={disabled}
        />
        {dearerExchange.hold && (
          <FormLayout.Group>
            <NumberField
              label={fields.waitDays}
              suffix={fields.days}
              value={dearerExchange.waitDays}
              onChange={(waitDays) => set({ waitDays })}
              error={problem("dearerExchange.waitDays", "days")}
              disabled={disabled}
            />
            <Select
              label={fields.unpaid}
              options={labelled(fields.unpaidChoices)}
              value={dearerExchange.unpaid}
              onChange={(unpaid) => set({ unpaid: unpaid as "wait" | "send" })}
              disabled={disabled}
            />
          </FormLayout.Group>
        )}
      </FormLayout>
    </Place>
  );
}

/** Whom the shop trusts. */
export function TrustedCard({ draft, change, problem, disabled }: CardProps) {
  const { trusted } = draft;
  const set = (part: Partial<PolicyValue["trusted"]>) => change({ trusted: { ...trusted, ...part } });
  return (
    <Section path="trusted" title={words.sections.trusted}>
      <FormLayout>
        <ListField
          label={fields.trustedTags}
          help={fields.listHelp}
          value={trusted.customerTags}
          onChange={(customerTags) => set({ customerTags })}
          error={problem("trusted.customerTags")}
          disabled={disabled}
        />
        <FormLayout.Group condensed>
          <MaybeNumberField
            label={fields.ordersAtLeast}
            help={fields.empty}
            suffix={fields.orders}
            value={trusted.ordersAtLeast}
            onChange={(ordersAtLeast) => set({ ordersAtLeast })}
            error={problem("trusted.ordersAtLeast", "invalid")}
            disabled={disabled}
          />
          <NumberField
            label={fields.rateAtMost}
            suffix="%"
            value={trusted.rateAtMost}
            onChange={(rateAtMost) => set({ rateAtMost })}
            error={problem("trusted.rateAtMost", "percent")}
            disabled={disabled}
          />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}
