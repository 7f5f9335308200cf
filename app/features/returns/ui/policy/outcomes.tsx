import { BlockStack, Checkbox, FormLayout, InlineGrid, Select } from "@shopify/polaris";
import { METHODS, OUTCOMES, type Outcome, type PolicyValue } from "../../policy-schema";
import { policyWords as words } from "../../words/policy-staff";
import { type CardProps, ChargeFields, MoneyField, OutcomesField, ReasonsField } from "./fields";
import { Place } from "./places";
import { Section } from "./section";

const fields = words.fields;

/** What shoppers can get for what comes back. */
export function OutcomesCard(props: CardProps) {
  return (
    <Section path="outcomes" title={words.sections.outcomes}>
      <BlockStack gap="300">
        {OUTCOMES.map((outcome) => (
          <Offer key={outcome} outcome={outcome} {...props} />
        ))}
      </BlockStack>
    </Section>
  );
}

function Offer({ outcome, draft, change, problem, disabled, currency }: CardProps & { outcome: Outcome }) {
  const offer = draft.outcomes[outcome];
  const set = (part: Partial<PolicyValue["outcomes"]["keep"] & PolicyValue["outcomes"]["credit"]>) =>
    change({ outcomes: { ...draft.outcomes, [outcome]: { ...offer, ...part } } });
  return (
    <Place path={`outcomes.${outcome}`}>
      <div className="admin-policy-row">
        <FormLayout>
          <Checkbox
            label={words.outcomes[outcome]}
            helpText={words.outcomesHelp[outcome]}
            checked={offer.on}
            onChange={(on) => set({ on })}
            disabled={disabled}
          />
          {offer.on && "bonus" in offer && (
            <ChargeFields
              label={fields.bonus}
              charge={offer.bonus}
              onChange={(part) => set({ bonus: { ...offer.bonus, ...part } })}
              path={`outcomes.${outcome}.bonus`}
              problem={problem}
              disabled={disabled}
              currency={currency}
            />
          )}
          {offer.on && outcome === "keep" && (
            <MoneyField
              label={fields.under}
              value={draft.outcomes.keep.under}
              empty={0}
              currency={currency}
              onChange={(under) => set({ under })}
              error={problem("outcomes.keep.under", "amount")}
              disabled={disabled}
            />
          )}
          {offer.on && (
            <ReasonsField
              label={fields.onlyFor}
              help={offer.reasons.length === 0 ? fields.allReasons : undefined}
              value={offer.reasons}
              onChange={(reasons) => set({ reasons })}
              disabled={disabled}
            />
          )}
        </FormLayout>
      </div>
    </Place>
  );
}

/** How things travel back. */
export function MethodsCard({ draft, change, disabled }: CardProps) {
  return (
    <Section path="methods" title={words.sections.methods}>
      <BlockStack gap="100">
        {METHODS.map((method) => (
          <Checkbox
            key={method}
            label={words.methods[method]}
            checked={draft.methods.includes(method)}
            onChange={(on) =>
              change({
                methods: METHODS.filter((one) => (one === method ? on : draft.methods.includes(one))),
              })
            }
            disabled={disabled}
          />
        ))}
      </BlockStack>
    </Section>
  );
}

/** What a return costs its shopper. */
export function FeesCard({ draft, change, problem, disabled, currency }: CardProps) {
  const { shipping } = draft;
  const setShipping = (part: Partial<PolicyValue["shipping"]>) =>
    change({ shipping: { ...shipping, ...part } });
  const paid = shipping.paidBy === "shopper";
  return (
    <Section path="fees" title={words.sections.fees}>
      <Place path="shipping">
        <FormLayout>
          <FormLayout.Group condensed>
            <Select
              label={fields.paidBy}
              options={(["merchant", "shopper"] as const).map((who) => ({ value: who, label: fields[who] }))}
              value={shipping.paidBy}
              onChange={(paidBy) => setShipping({ paidBy: paidBy as "merchant" | "shopper" })}
              disabled={disabled}
            />
            {paid && (
              <MoneyField
                label={fields.shippingFlat}
                value={shipping.flat}
                empty={0}
                currency={currency}
                onChange={(flat) => setShipping({ flat })}
                error={problem("shipping.flat", "amount")}
                disabled={disabled}
              />
            )}
          </FormLayout.Group>
          {paid && <Waived fee={shipping} onChange={setShipping} disabled={disabled} />}
        </FormLayout>
      </Place>
      {(["returnFee", "restockingFee"] as const).map((name) => {
        const fee = draft[name];
        const set = (part: Partial<typeof fee>) => change({ [name]: { ...fee, ...part } });
        return (
          <Place key={name} path={name}>
            <FormLayout>
              <ChargeFields
                label={fields[name]}
                charge={fee}
                onChange={set}
                flatSuffix={name === "returnFee" ? fields.once : fields.perPiece}
                path={name}
                problem={problem}
                disabled={disabled}
                currency={currency}
              />
              {fee.kind !== "none" && <Waived fee={fee} onChange={set} disabled={disabled} />}
            </FormLayout>
          </Place>
        );
      })}
    </Section>
  );
}

type Waivers = Pick<PolicyValue["shipping"], "waivedReasons" | "waivedOutcomes">;
type WaivedProps = { fee: Waivers; onChange: (part: Partial<Waivers>) => void; disabled: boolean };

const Waived = ({ fee, onChange, disabled }: WaivedProps) => (
  <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
    <ReasonsField
      label={fields.waivedReasons}
      value={fee.waivedReasons}
      onChange={(waivedReasons) => onChange({ waivedReasons })}
      disabled={disabled}
    />
    <OutcomesField
      label={fields.waivedOutcomes}
      value={fee.waivedOutcomes}
      onChange={(waivedOutcomes) => onChange({ waivedOutcomes })}
      disabled={disabled}
    />
  </InlineGrid>
);
