import { InlineGrid, Select, TextField } from "@shopify/polaris";
import { limitWords as words } from "../words/staff-limits";

type Props = {
  label: string;
  labelHidden?: boolean;
  amountLabel: string;
  currency: string;
  /** what is typed; null: any amount */
  value: string | null;
  wrong: boolean;
  disabled: boolean;
  onChange: (value: string | null) => void;
};

/** Any amount, or up to one. */
export function LimitField(props: Props) {
  const { label, labelHidden = false, amountLabel, currency, value, wrong, disabled, onChange } = props;
  return (
    <InlineGrid columns={{ xs: 1, sm: "2fr 1fr" }} gap="300" alignItems="end">
      <Select
        label={label}
        labelHidden={labelHidden}
        disabled={disabled}
        value={value === null ? "any" : "upTo"}
        options={[
          { label: words.any, value: "any" },
          { label: words.upTo, value: "upTo" },
        ]}
        onChange={(choice) => onChange(choice === "any" ? null : (value ?? ""))}
      />
      {value !== null && (
        <TextField
          label={amountLabel}
          labelHidden={labelHidden}
          value={value}
          prefix={currency}
          inputMode="decimal"
          autoComplete="off"
          maxLength={13}
          disabled={disabled}
          {...(wrong ? { error: words.problem(currency) } : {})}
          onChange={onChange}
        />
      )}
    </InlineGrid>
  );
}
