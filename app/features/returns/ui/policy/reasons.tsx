import {
  Badge,
  BlockStack,
  Button,
  Checkbox,
  Collapsible,
  FormLayout,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { Question, ReasonRule } from "../../policy-schema";
import { choicesOf } from "../../question-texts";
import { RETURN_REASONS, type ReturnReason } from "../../reasons";
import { policyWords as words } from "../../words/policy-staff";
import type { CardProps } from "./fields";
import { Place, useFoundIn } from "./places";
import { newRowId, Rows, Section } from "./section";
import { Translations } from "./translations";

const fields = words.fields;
const PLAIN: ReasonRule = { offered: true, photos: 0, review: false, questions: [] };

/** What shoppers may say, and what is asked for it. */
export function ReasonsCard({ draft, change, problem, disabled }: CardProps) {
  return (
    <Section path="reasons" title={words.sections.reasons} text={words.sections.reasonsText}>
      <BlockStack gap="200">
        {RETURN_REASONS.map((reason) => (
          <Reason
            key={reason}
            reason={reason}
            rule={draft.reasons[reason] ?? PLAIN}
            onChange={(part) =>
              change({
                reasons: { ...draft.reasons, [reason]: { ...(draft.reasons[reason] ?? PLAIN), ...part } },
              })
            }
            problem={problem}
            disabled={disabled}
          />
        ))}
      </BlockStack>
    </Section>
  );
}

type ReasonProps = {
  reason: ReturnReason;
  rule: ReasonRule;
  onChange: (part: Partial<ReasonRule>) => void;
} & Pick<CardProps, "problem" | "disabled">;

function Reason({ reason, rule, onChange, problem, disabled }: ReasonProps) {
  const [open, setOpen] = useState(false);
  const wrongInside = useFoundIn(`reasons.${reason}`);
  useEffect(() => {
    if (wrongInside) setOpen(true);
  }, [wrongInside]);
  const id = `policy-reason-${reason}`;
  return (
    <Place path={`reasons.${reason}`}>
      <div className="admin-policy-row">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Checkbox
            label={words.reasons[reason]}
            checked={rule.offered}
            onChange={(offered) => onChange({ offered })}
            disabled={disabled}
          />
          <InlineStack gap="200" blockAlign="center">
            {rule.photos > 0 && <Badge>{`${fields.photos}: ${rule.photos}`}</Badge>}
            {rule.questions.length > 0 && <Badge>{`${fields.questions}: ${rule.questions.length}`}</Badge>}
            {rule.review && <Badge tone="attention">{fields.toReview}</Badge>}
            <Button
              variant="tertiary"
              disclosure={open ? "up" : "down"}
              ariaExpanded={open}
              ariaControls={id}
              accessibilityLabel={`${words.reasons[reason]}: ${fields.photos}, ${fields.questions}`}
              onClick={() => setOpen(!open)}
            />
          </InlineStack>
        </InlineStack>
        <Collapsible id={id} open={open}>
          <div style={{ paddingBlockStart: "var(--p-space-300)" }}>
            <BlockStack gap="400">
              <FormLayout>
                <FormLayout.Group condensed>
                  <Select
                    label={fields.photos}
                    helpText={fields.photosHelp}
                    options={["0", "1", "2", "3", "4", "5"]}
                    value={String(rule.photos)}
                    onChange={(photos) => onChange({ photos: Number(photos) })}
                    disabled={disabled}
                  />
                </FormLayout.Group>
                <Checkbox
                  label={fields.review}
                  checked={rule.review}
                  onChange={(review) => onChange({ review })}
                  disabled={disabled}
                />
              </FormLayout>
              <Rows
                path={`reasons.${reason}.questions`}
                rows={rule.questions}
                onChange={(questions) => onChange({ questions })}
                nameOf={fields.question}
                add={words.actions.addQuestion}
                onAdd={newQuestion}
                most={10}
                disabled={disabled}
              >
                {(question, set, at) => (
                  <QuestionFields
                    question={question}
                    set={set}
                    error={problem(`reasons.${reason}.questions.${at}.text`)}
                    disabled={disabled}
                  />
                )}
              </Rows>
            </BlockStack>
          </div>
        </Collapsible>
      </div>
    </Place>
  );
}

const newQuestion = (): Question => ({
  id: newRowId(),
  text: "",
  translations: {},
  kind: "yesNo",
  choices: [],
  refuse: [],
  review: [],
});

type QuestionProps = {
  question: Question;
  set: (part: Partial<Question>) => void;
  error: string | false;
  disabled: boolean;
};

function QuestionFields({ question, set, error, disabled }: QuestionProps) {
  const answers =
    question.kind === "yesNo"
      ? [
          { id: "yes", text: fields.yes },
          { id: "no", text: fields.no },
        ]
      : question.choices;
  return (
    <FormLayout>
      <FormLayout.Group>
        <TextField
          label={fields.questionText}
          value={question.text}
          onChange={(text) => set({ text })}
          maxLength={300}
          autoComplete="off"
          error={error}
          disabled={disabled}
        />
        <Select
          label={fields.kind}
          options={(["yesNo", "choice"] as const).map((kind) => ({ value: kind, label: fields[kind] }))}
          value={question.kind}
          onChange={(kind) => set({ kind: kind as Question["kind"], refuse: [], review: [] })}
          disabled={disabled}
        />
      </FormLayout.Group>
      {question.kind === "choice" && (
        <TextField
          label={fields.choices}
          helpText={fields.choicesHelp}
          multiline={3}
          value={question.choices.map((choice) => choice.text).join("\n")}
          onChange={(text) => set({ choices: choicesOf(text, question.choices, newRowId) })}
          autoComplete="off"
          disabled={disabled}
        />
      )}
      <FormLayout.Group condensed>
        {answers.map((answer) => (
          <Select
            key={answer.id}
            label={fields.whenAnswered(answer.text)}
            options={[
              { value: "goOn", label: fields.goOn },
              { value: "review", label: fields.toReview },
              { value: "refuse", label: fields.refuse },
            ]}
            value={
              question.refuse.includes(answer.id)
                ? "refuse"
                : question.review.includes(answer.id)
                  ? "review"
                  : "goOn"
            }
            onChange={(what) =>
              set({
                refuse: withOrWithout(question.refuse, answer.id, what === "refuse"),
                review: withOrWithout(question.review, answer.id, what === "review"),
              })
            }
            disabled={disabled}
          />
        ))}
      </FormLayout.Group>
      <Translations question={question} set={set} disabled={disabled} />
    </FormLayout>
  );
}

const withOrWithout = (list: string[], id: string, there: boolean) => [
  ...list.filter((one) => one !== id),
  ...(there ? [id] : []),
];
