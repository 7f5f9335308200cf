import { Banner, BlockStack, Button, ButtonGroup, Card, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import type { TextProblem } from "../templates/check-text";
import type { EditedText, TextField as Field } from "../templates/text";
import { templateWords as words } from "../words/templates-staff";

/** Where Liquid is typed: names are inserted into the one typed in last. */
export const fieldId = (field: Field) => `template-${field}`;

type Props = {
  draft: EditedText;
  problems: readonly TextProblem[];
  dir: "ltr" | "rtl";
  /** what is said of these words: whose they are */
  note: string;
  failure: string | null;
  isEdited: boolean;
  isDirty: boolean;
  disabled: boolean;
  busy: boolean;
  onChange: (field: Field, text: string) => void;
  onFocus: (field: Field) => void;
  onSave: () => void;
  onDiscard: () => void;
  onReset: () => void;
};

/** The words of a message, each field with what is wrong in it. */
export function TemplateFields(props: Props) {
  const { draft, problems, note, failure, isEdited, isDirty, disabled, busy } = props;
  const [isAsking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        {failure && <Banner tone="critical">{words.failed(failure)}</Banner>}
        <Text as="p" tone="subdued">
          {note}
        </Text>
        {(["subject", "preview", "title", "body"] as const).map((field) => (
          <div key={field} dir={props.dir}>
            <TextField
              id={fieldId(field)}
              label={words.fields[field].label}
              helpText={words.fields[field].help}
              value={draft[field]}
              onChange={(text) => props.onChange(field, text)}
              onFocus={() => props.onFocus(field)}
              error={errorOf(problems.find((one) => one.field === field))}
              disabled={disabled}
              autoComplete="off"
              spellCheck={false}
              {...(field === "body"
                ? { multiline: 14, maxHeight: 560, monospaced: true, maxLength: 20_000 }
                : { maxLength: 300 })}
            />
          </div>
        ))}
        <ButtonGroup>
          <Button variant="primary" onClick={props.onSave} disabled={disabled || !isDirty} loading={busy}>
            {words.save}
          </Button>
          <Button onClick={props.onDiscard} disabled={disabled || !isDirty}>
            {words.discard}
          </Button>
          <Button onClick={() => setAsking(true)} disabled={disabled || !isEdited} tone="critical">
            {words.reset}
          </Button>
        </ButtonGroup>
      </BlockStack>
      <ConfirmModal
        open={isAsking}
        title={words.resetSure.title}
        confirm={words.resetSure.action}
        destructive
        onConfirm={() => {
          setAsking(false);
          props.onReset();
        }}
        onClose={() => setAsking(false)}
      >
        {words.resetSure.text}
      </ConfirmModal>
    </Card>
  );
}

function errorOf(problem: TextProblem | undefined): string | false {
  if (!problem) return false;
  const said = words.problem(problem.message);
  return problem.line ? `${words.at(problem.line, problem.column ?? 1)}: ${said}` : said;
}
