import { Button } from "@shopify/polaris";
import { useState } from "react";
import type { Filled } from "../automation/fill-macro.server";
import type { MacroRow } from "../macro-queries.server";
import type { SuggestedMacro } from "../suggest/suggest.server";
import { suggestWords as words } from "../words/suggest-staff";
import type { Macros } from "./automation/use-macros";

type Props = {
  suggested: SuggestedMacro[];
  macros: Macros;
  onPick(macro: MacroRow, filled: Filled): void;
};

/** Macros that may answer what was written; one click inserts one. Those that were inserted are not offered again. */
export function SuggestedMacros({ suggested, macros, onPick }: Props) {
  const [filling, setFilling] = useState<string | null>(null);
  const insert = async (macro: MacroRow) => {
    setFilling(macro.id);
    const filled = await macros.fill(macro.id);
    setFilling(null);
    if (filled) onPick(macro, filled);
  };
  return suggested
    .filter(({ macro }) => !macros.picked.macroIds.includes(macro.id))
    .map(({ macro, because }) => (
      <Button
        key={macro.id}
        variant="plain"
        loading={filling === macro.id}
        disabled={filling !== null}
        accessibilityLabel={words.insertMacro(macro.name, words.because(because))}
        onClick={() => void insert(macro)}
      >
        {words.macro(macro.name)}
      </Button>
    ));
}
