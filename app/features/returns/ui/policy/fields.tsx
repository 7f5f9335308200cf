import {
  BlockStack,
  Button,
  FormLayout,
  InlineError,
  OptionList,
  Popover,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { decimals, decimalText, readMoney } from "~/values/money";
import { type Charge, OUTCOMES, type Outcome, type PolicyValue } from "../../policy-schema";
import { RETURN_REASONS, type ReturnReason } from "../../reasons";
import { policyWords as words } from "../../words/policy-staff";

/** What was typed and is no number: no field of a policy takes it, so the schema says so. */
export const UNREADABLE = -1;

/** What every card of the page needs. */
export type CardProps = {
  draft: PolicyValue;
  change: (part: Partial<PolicyValue>) => void;
  /** the sentence for a field's problem, or false */
  problem: (path: string, kind?: keyof typeof words.problems) => string | false;
  disabled: boolean;
  /** the shop's currency, in which all amounts are */
  currency: string;
};

type Typed<T> = {
  value: T;
  onChange: (value: T) => void;
  read: (text: string) => T;
  write: (value: T) => string;
};

/** A field keeps what is typed; what it means is told to whoever asks. Text from elsewhere replaces it. */
function useTyped<T>({ value, onChange, read, write }: Typed<T>) {
  const [text, setText] = useState(() => write(value));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value from elsewhere replaces what is typed
  useEffect(() => {
    if (JSON.stringify(read(text)) !== JSON.stringify(value)) setText(write(value));
  }, [JSON.stringify(value)]);
  const typed = (next: string) => {
    setText(next);
    onChange(read(next));
  };
  return [text, typed] as const;
}

type FieldProps = {
  label: string;
  help?: string | undefined;
  suffix?: string | undefined;
  error?: string | false;
  disabled: boolean;
};

const shared = ({ label, help, suffix, error, disabled }: FieldProps) => ({
  label,
  disabled,
  autoComplete: "off" as const,
  ...(help ? { helpText: help } : {}),
  ...(suffix ? { suffix } : {}),
  ...(error ? { error } : {}),
});

type NumberProps<T> = FieldProps & { value: T; onChange: (value: T) => void };

const readNumber = (text: string): number =>
  /^\d{1,6}(?:[.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : UNREADABLE;

/** A number. An empty one is none. */
export function NumberField({ value, onChange, ...field }: NumberProps<number>) {
  const write = (number: number) => (number === UNREADABLE ? "" : String(number));
  const [text, typed] = useTyped({ value, onChange, read: readNumber, write });
  return <TextField {...shared(field)} value={text} onChange={typed} inputMode="decimal" />;
}

/** A number, or nothing. */
export function MaybeNumberField({ value, onChange, ...field }: NumberProps<number | null>) {
  const read = (text: string) => (text.trim() === "" ? null : readNumber(text));
  const write = (number: number | null) => (number === null || number === UNREADABLE ? "" : String(number));
  const [text, typed] = useTyped({ value, onChange, read, write });
  return <TextField {...shared(field)} value={text} onChange={typed} inputMode="decimal" />;
}

function readMinor(text: string, currency: string): number {
  const plain = text.trim().replace(",", ".");
  const match = /^\d{1,12}(?:\.(\d+))?$/.exec(plain);
  if (!match || (match[1]?.length ?? 0) > decimals(currency)) return UNREADABLE;
  return Number(readMoney(plain, currency).amount);
}

/** An amount in the shop's currency, kept in minor units. `empty`: what an empty field means. */
export function MoneyField<Empty extends number | null>({
  value,
  onChange,
  currency,
  empty,
  ...field
}: NumberProps<number | Empty> & { currency: string; empty: Empty }) {
  const read = (text: string) => (text.trim() === "" ? empty : readMinor(text, currency));
  const write = (minor: number | Empty) =>
    minor === null || minor === UNREADABLE || minor === empty
      ? ""
      : decimalText({ amount: BigInt(minor), currency });
  const [text, typed] = useTyped<number | Empty>({ value, onChange, read, write });
  return (
    <TextField
      {...shared({ suffix: currency, ...field })}
      value={text}
      onChange={typed}
      inputMode="decimal"
    />
  );
}

type ListProps = FieldProps & { value: string[]; onChange: (value: string[]) => void; upper?: boolean };

/** Several names, separated by commas. */
export function ListField({ value, onChange, upper = false, ...field }: ListProps) {
  const read = (text: string) =>
    (upper ? text.toUpperCase() : text)
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
  const [text, typed] = useTyped({ value, onChange, read, write: (list) => list.join(", ") });
  return <TextField {...shared(field)} value={text} onChange={typed} />;
}

/** A day of the calendar. */
export const DayField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void }) => (
  <TextField {...shared(field)} type="date" value={value} onChange={onChange} />
);

type PickProps<Key extends string> = {
  label: string;
  help?: string | undefined;
  names: Readonly<Record<Key, string>>;
  all: readonly Key[];
  value: readonly Key[];
  onChange: (value: Key[]) => void;
  disabled: boolean;
  error?: string | false;
};

/** Several of a few, chosen in a list that opens. */
export function PickField<Key extends string>({
  label,
  help,
  names,
  all,
  value,
  onChange,
  disabled,
  error,
}: PickProps<Key>) {
  const [open, setOpen] = useState(false);
  const chosen = all.filter((key) => value.includes(key));
  return (
    <BlockStack gap="100">
      <Text as="span">{label}</Text>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        preferredAlignment="left"
        fluidContent
        activator={
          <Button
            disclosure
            fullWidth
            textAlign="left"
            disabled={disabled}
            onClick={() => setOpen(!open)}
            accessibilityLabel={`${label}: ${chosen.map((key) => names[key]).join(", ")}`}
          >
            {chosen.length === 0 ? "–" : chosen.map((key) => names[key]).join(", ")}
          </Button>
        }
      >
        <OptionList
          allowMultiple
          options={all.map((key) => ({ value: key, label: names[key] }))}
          selected={chosen}
          onChange={(selected) => onChange(all.filter((key) => selected.includes(key)))}
        />
      </Popover>
      {help && (
        <Text as="span" tone="subdued">
          {help}
        </Text>
      )}
      {error && <InlineError fieldID={label} message={error} />}
    </BlockStack>
  );
}

type PickOf<Key extends string> = Omit<PickProps<Key>, "names" | "all">;
export const ReasonsField = (props: PickOf<ReturnReason>) => (
  <PickField {...props} names={words.reasons} all={RETURN_REASONS} />
);
export const OutcomesField = (props: PickOf<Outcome>) => (
  <PickField {...props} names={words.outcomes} all={OUTCOMES} />
);

type ChargeProps = {
  label: string;
  charge: Charge;
  onChange: (part: Partial<Charge>) => void;
  flatSuffix?: string;
  path: string;
} & Pick<CardProps, "problem" | "disabled" | "currency">;

/** Nothing, a share, or a fixed amount. */
export function ChargeFields({
  label,
  charge,
  onChange,
  flatSuffix,
  path,
  problem,
  disabled,
  currency,
}: ChargeProps) {
  return (
    <FormLayout.Group condensed>
      <Select
        label={label}
        options={(["none", "percent", "flat"] as const).map((kind) => ({
          value: kind,
          label: words.fields.kinds[kind],
        }))}
        value={charge.kind}
        onChange={(kind) => onChange({ kind: kind as Charge["kind"] })}
        disabled={disabled}
      />
      {charge.kind === "percent" && (
        <NumberField
          label={words.fields.percent}
          suffix="%"
          value={charge.percent}
          onChange={(percent) => onChange({ percent })}
          error={problem(`${path}.percent`, "percent")}
          disabled={disabled}
        />
      )}
      {charge.kind === "flat" && (
        <MoneyField
          label={words.fields.flat}
          help={flatSuffix}
          value={charge.flat}
          empty={0}
          currency={currency}
          onChange={(flat) => onChange({ flat })}
          error={problem(`${path}.flat`, "amount")}
          disabled={disabled}
        />
      )}
    </FormLayout.Group>
  );
}
