import { BlockStack, Card, Checkbox, FormLayout, Select, Text } from "@shopify/polaris";
import type { Settings } from "../schema";
import { inboxWords as words } from "../words/inbox-staff";
import type { CardProps } from "./settings-page";

const HOURS = [1, 4, 24, 48, 72];
type ClosingQuestion = Settings["inbox"]["closingQuestion"];
const QUESTIONS: readonly ClosingQuestion[] = ["csat", "ces"];

/** Whether, and when, shoppers are asked how it was: after a conversation, and after an order arrived. */
export function InboxCard({ draft, change, disabled }: CardProps) {
  const { inbox } = draft;
  const set = (part: Partial<Settings["inbox"]>) => change({ inbox: { ...inbox, ...part } });
  const hours = [...new Set([...HOURS, inbox.ratingAfterHours])].sort((one, other) => one - other);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <FormLayout>
          <Checkbox
            label={words.askRating}
            helpText={words.askRatingHelp}
            checked={inbox.askRating}
            onChange={(askRating) => set({ askRating })}
            disabled={disabled}
          />
          <Select
            label={words.ratingAfter}
            options={hours.map((count) => ({ value: String(count), label: words.hours(count) }))}
            value={String(inbox.ratingAfterHours)}
            onChange={(chosen) => set({ ratingAfterHours: Number(chosen) })}
            disabled={disabled || !inbox.askRating}
          />
          <Select
            label={words.question}
            helpText={words.questionHelp}
            options={QUESTIONS.map((value) => ({ value, label: words.questions[value] }))}
            value={inbox.closingQuestion}
            onChange={(closingQuestion) => set({ closingQuestion: closingQuestion as ClosingQuestion })}
            disabled={disabled || !inbox.askRating}
          />
          <Checkbox
            label={words.askNps}
            helpText={words.askNpsHelp}
            checked={inbox.askNps}
            onChange={(askNps) => set({ askNps })}
            disabled={disabled}
          />
          <Days
            label={words.npsAfter}
            choices={[3, 7, 14, 21, 30, 45]}
            value={inbox.npsAfterDays}
            onChange={(npsAfterDays) => set({ npsAfterDays })}
            disabled={disabled || !inbox.askNps}
          />
          <Days
            label={words.gap}
            choices={[7, 14, 30, 60, 90, 180]}
            value={inbox.surveyGapDays}
            onChange={(surveyGapDays) => set({ surveyGapDays })}
            disabled={disabled || !(inbox.askRating || inbox.askNps)}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

type DaysProps = {
  label: string;
  choices: number[];
  value: number;
  onChange(days: number): void;
  disabled: boolean;
};

/** Some numbers of days to choose from, and the one that is saved. */
const Days = ({ choices, value, onChange, ...rest }: DaysProps) => (
  <Select
    {...rest}
    options={[...new Set([...choices, value])]
      .sort((one, other) => one - other)
      .map((count) => ({ value: String(count), label: words.days(count) }))}
    value={String(value)}
    onChange={(chosen) => onChange(Number(chosen))}
  />
);
