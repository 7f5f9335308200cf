import { Banner, BlockStack, Button, InlineStack, Tag, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { Action } from "../../automation/actions";
import type { Filled } from "../../automation/fill-macro.server";
import { actionText, languageName } from "../../automation/sentence";
import type { MacroRow } from "../../macro-queries.server";
import type { SuggestedMacro } from "../../suggest/suggest.server";
import { automationWords } from "../../words/staff-automation";
import { SuggestedMacros } from "../suggested-macros";
import { MacroPicker } from "./macro-picker";
import type { Macros } from "./use-macros";

const words = automationWords.picker;

type Props = {
  macros: Macros;
  /** new for every time a key asks for the list */
  asked: object | null;
  /** those that may fit what was written */
  suggested: SuggestedMacro[];
  /** of an answer that was sent: what was not done with it */
  notDone: readonly Action[];
  onInsert(text: string): void;
};

/** Beside the answer: the button that inserts a macro, and what is done when the answer is sent. */
export function AdminMacros({ macros, asked, suggested, notDone, onInsert }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { picked } = macros;
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  const insert = (macro: MacroRow, filled: Filled) => {
    setOpen(false);
    macros.pick(macro, filled);
    if (filled.text !== "") onInsert(filled.text);
  };
  return (
    <BlockStack gap="200">
      <input type="hidden" name="macroIds" value={picked.macroIds.join()} />
      <input type="hidden" name="actions" value={JSON.stringify(picked.actions)} />
      {notDone.length > 0 && (
        <Banner tone="warning">
          <p role="alert">{words.notDone(notDone.map(saysAction).join(", "))}</p>
        </Banner>
      )}
      {picked.blanks.length > 0 && <Banner tone="warning">{words.blanks(picked.blanks.join(", "))}</Banner>}
      {picked.otherLanguage && <Banner>{words.inOther(languageName(picked.otherLanguage))}</Banner>}
      <InlineStack gap="200" blockAlign="center">
        <Button onClick={() => setOpen(true)}>{words.button}</Button>
        <SuggestedMacros suggested={suggested} macros={macros} onPick={insert} />
        {picked.actions.length > 0 && (
          <>
            <Text as="span" tone="subdued">
              {words.does}
            </Text>
            {picked.actions.map((action) => (
              <Tag
                key={JSON.stringify(action)}
                accessibilityLabel={words.takeOff(saysAction(action))}
                onRemove={() => macros.takeOff(action)}
              >
                {saysAction(action)}
              </Tag>
            ))}
          </>
        )}
      </InlineStack>
      <MacroPicker open={isOpen} macros={macros} onPick={insert} onClose={() => setOpen(false)} />
    </BlockStack>
  );
}

const saysAction = (action: Action): string => actionText(action, { macros: new Map() });
