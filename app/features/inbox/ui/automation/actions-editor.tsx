import { BlockStack, Button, FormLayout, InlineStack, Select } from "@shopify/polaris";
import { type Action, DEEDS, type Deed, MOST_ACTIONS } from "../../automation/actions";
import { automationWords } from "../../words/staff-automation";
import { type ActionChoices, ActionFields } from "./action-fields";

const words = automationWords.macro;

type Props = {
  actions: readonly Action[];
  choices: ActionChoices;
  disabled: boolean;
  onChange(actions: Action[]): void;
};

/** What is done, one thing below the other, each with its fields. */
export function ActionsEditor({ actions, choices, disabled, onChange }: Props) {
  const set = (at: number, action: Action) => onChange(actions.with(at, action) as Action[]);
  return (
    <BlockStack gap="400">
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other name than its place
        <fieldset key={`${at} ${action.do}`} className="admin-fields">
          <legend>{automationWords.deeds[action.do]}</legend>
          <BlockStack gap="200">
            <FormLayout>
              <ActionFields {...{ action, choices, disabled }} onChange={(next) => set(at, next)} />
            </FormLayout>
            {!disabled && (
              <InlineStack>
                <Button
                  variant="plain"
                  tone="critical"
                  accessibilityLabel={words.removeAction(automationWords.deeds[action.do])}
                  onClick={() => onChange(actions.toSpliced(at, 1))}
                >
                  {words.remove}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </fieldset>
      ))}
      {!disabled && actions.length < MOST_ACTIONS && (
        <Select
          label={words.addAction}
          options={[
            { value: "", label: words.addActionChoose },
            ...offered(actions, choices).map((value) => ({ value, label: automationWords.deeds[value] })),
          ]}
          value=""
          onChange={(deed) => onChange([...actions, newAction(deed as Deed, choices)])}
        />
      )}
    </BlockStack>
  );
}

/** What can be added: one answer at most, and only by a rule that has a macro for it. */
const offered = (actions: readonly Action[], { macros }: ActionChoices): Deed[] =>
  DEEDS.filter((one) => one !== "reply" || (macros?.length && !actions.some((two) => two.do === "reply")));

/** An action that was just added, with the first of each choice. */
function newAction(deed: Deed, { staff, teams, macros }: ActionChoices): Action {
  switch (deed) {
    case "tag":
    case "untag":
      return { do: deed, tag: "" };
    case "prioritise":
      return { do: deed, priority: "high" };
    case "assign":
      return { do: deed, id: staff[0]?.id ?? "", name: staff[0]?.name ?? "" };
    case "team":
      return { do: deed, id: teams[0]?.id ?? "", name: teams[0]?.name ?? "" };
    case "snooze":
      return { do: deed, until: "tomorrow" };
    case "note":
      return { do: deed, text: "" };
    case "reply":
      return { do: deed, macroId: macros?.[0]?.id ?? "" };
    default:
      return { do: deed };
  }
}
