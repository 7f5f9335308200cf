import { BlockStack, Button, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { type AnsweringDraft, MOST_PERIODS } from "../answering-form";
import { answeringWords } from "../words/answering-staff";

const words = answeringWords.hours;

type Week = AnsweringDraft["week"];
type Props = {
  week: Week;
  /** places of days in the week that do not make sense */
  wrong: string[];
  disabled: boolean;
  onChange(week: Week): void;
};

/** The hours of each day of the week, Monday first as people plan; a day may have several, or none. */
export function AdminWeek({ week, wrong, disabled, onChange }: Props) {
  const set = (day: number, periods: Week[number]) =>
    onChange(week.map((one, at) => (at === day ? periods : one)));
  return (
    <BlockStack gap="300">
      {MONDAY_FIRST.map((day) => (
        <Day
          key={day}
          id={`day-${day}`}
          name={words.days[day] ?? ""}
          periods={week[day] ?? []}
          isWrong={wrong.includes(String(day))}
          disabled={disabled}
          onChange={(periods) => set(day, periods)}
        />
      ))}
    </BlockStack>
  );
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const USUAL = { from: "09:00", to: "17:00" };

type DayProps = {
  id: string;
  name: string;
  periods: Week[number];
  isWrong: boolean;
  disabled: boolean;
  onChange(periods: Week[number]): void;
};

function Day({ id, name, periods, isWrong, disabled, onChange }: DayProps) {
  const put = (at: number, part: Partial<Week[number][number]>) =>
    onChange(periods.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={disabled}>
      <legend style={{ padding: 0 }}>
        <Text as="span" fontWeight="semibold">
          {name}
        </Text>
      </legend>
      <BlockStack gap="200">
        {periods.length === 0 && (
          <Text as="p" tone="subdued">
            {words.closed}
          </Text>
        )}
        {periods.map(({ from, to }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period has no other name than its place
          <InlineStack key={at} gap="200" blockAlign="center">
            <Clock
              label={words.from(name, at + 1)}
              value={from}
              onChange={(next) => put(at, { from: next })}
            />
            <span aria-hidden>–</span>
            <Clock label={words.to(name, at + 1)} value={to} onChange={(next) => put(at, { to: next })} />
            <Button
              variant="plain"
              disabled={disabled}
              accessibilityLabel={words.removeFrom(name, at + 1)}
              onClick={() => onChange(periods.filter((_, place) => place !== at))}
            >
              {words.remove}
            </Button>
          </InlineStack>
        ))}
        {isWrong && <InlineError message={words.wrong} fieldID={id} />}
        {periods.length < MOST_PERIODS && (
          <InlineStack>
            <Button
              id={id}
              variant="plain"
              disabled={disabled}
              accessibilityLabel={words.addTo(name)}
              onClick={() => onChange([...periods, USUAL])}
            >
              {words.add}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </fieldset>
  );
}

/** A time as text and not as the browser's clock, which does not know "24:00". */
const Clock = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) => (
  <div style={{ inlineSize: "6rem" }}>
    <TextField
      label={label}
      labelHidden
      value={value}
      placeholder="09:00"
      maxLength={5}
      autoComplete="off"
      onChange={onChange}
    />
  </div>
);
