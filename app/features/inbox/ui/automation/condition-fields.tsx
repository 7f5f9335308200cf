import { Checkbox, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { decimalText, readMoney } from "~/values/money";
import { ABOUT, type About, type Condition, shapeOf } from "../../automation/conditions";
import { languageName } from "../../automation/sentence";
import { automationWords } from "../../words/staff-automation";

const words = automationWords.rule;

type Props = {
  condition: Condition;
  currency: string;
  disabled: boolean;
  onChange(condition: Condition): void;
};

/** A condition that was just added. */
export function newCondition(about: About): Condition {
  const { shape } = ABOUT[about];
  if (shape === "yesNo") return { about, is: true };
  if (shape === "number" || shape === "amount") return { about, is: "atLeast", than: "0" };
  return { about, is: "is", of: [] };
}

/** How a condition compares, and with what. */
export function ConditionFields({ condition, currency, disabled, onChange }: Props) {
  const { about } = condition;
  const name = automationWords.abouts[about];
  if (typeof condition.is === "boolean")
    return (
      <Select
        label={words.what(name)}
        labelHidden
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
        value={condition.is ? "yes" : "no"}
        onChange={(chosen) => onChange({ about, is: chosen === "yes" })}
        disabled={disabled}
      />
    );
  if ("than" in condition)
    return (
      <>
        <Select
          label={words.how(name)}
          labelHidden
          options={(["atLeast", "atMost"] as const).map((value) => ({ value, label: words[value] }))}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is: is as "atLeast" | "atMost" })}
          disabled={disabled}
        />
        <Than
          {...{ condition, disabled, onChange }}
          currency={shapeOf(about) === "amount" ? currency : null}
        />
      </>
    );
  const says = shapeOf(about) === "words";
  return (
    <>
      <Select
        label={words.how(name)}
        labelHidden
        options={[
          { value: "is", label: says ? words.says : words.is },
          { value: "isNot", label: says ? words.saysNot : words.isNot },
        ]}
        value={condition.is}
        onChange={(is) => onChange({ ...condition, is: is as "is" | "isNot" })}
        disabled={disabled}
      />
      <Named {...{ condition, disabled, onChange }} />
    </>
  );
}

type Than = Extract<Condition, { than: string }>;
type ThanProps = {
  condition: Than;
  currency: string | null;
  disabled: boolean;
  onChange(condition: Than): void;
};

/** A number, or an amount as it is typed; `currency` null: a number. */
function Than({ condition, currency, disabled, onChange }: ThanProps) {
  const { about, than } = condition;
  const [typed, setTyped] = useState(
    currency ? decimalText({ amount: BigInt(/^\d+$/.test(than) ? than : "0"), currency }) : than,
  );
  const change = (next: string) => {
    setTyped(next);
    onChange({ ...condition, than: currency ? minorUnits(next, currency) : next.trim() });
  };
  return (
    <TextField
      label={words.what(automationWords.abouts[about])}
      labelHidden
      inputMode={currency ? "decimal" : "numeric"}
      value={typed}
      onChange={change}
      {...(currency ? { suffix: currency } : {})}
      disabled={disabled}
      autoComplete="off"
    />
  );
}

/** What cannot be read as an amount stays as it is, and is refused. */
function minorUnits(typed: string, currency: string): string {
  try {
    return String(readMoney(typed.trim().replace(",", "."), currency).amount);
  } catch {
    return typed;
  }
}

type Of = Extract<Condition, { of: string[] }>;

function Named({
  condition,
  disabled,
  onChange,
}: {
  condition: Of;
  disabled: boolean;
  onChange(condition: Of): void;
}) {
  const { about, of } = condition;
  const [typed, setTyped] = useState(of.join("\n"));
  const choices: readonly string[] | null = ABOUT[about].choices;
  const label = words.what(automationWords.abouts[about]);
  if (choices)
    return (
      <div className="admin-filters">
        {choices.map((value) => (
          <Checkbox
            key={value}
            label={about === "language" ? languageName(value) : (automationWords.choices[value] ?? value)}
            checked={of.includes(value)}
            onChange={(wanted) =>
              onChange({
                ...condition,
                of: choices.filter((one) => (one === value ? wanted : of.includes(one))),
              })
            }
            disabled={disabled}
          />
        ))}
      </div>
    );
  return (
    <TextField
      label={label}
      labelHidden
      helpText={automationWords.valueHelp[about]}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange({
          ...condition,
          of: next
            .split("\n")
            .map((one) => one.trim())
            .filter(Boolean),
        });
      }}
      multiline={3}
      disabled={disabled}
      autoComplete="off"
    />
  );
}
