import { BLANK, type LiquidProblem, problemIn, render, variablesUsed } from "~/platform/liquid/liquid";
import { type MacroValues, NO_VALUES } from "./macro-values";

/** A macro's words with their values in them, as plain text to go over, and the names that had nothing to say. */
export type Written = { text: string; blanks: string[] };

/**
 * Writes a macro's words. Where a name has nothing behind it the gap is closed, a line of nothing else is left out,
 * and the name is told. Throws, as `problemOf` reads it, what cannot be written.
 */
export function writeMacro(source: string, values: MacroValues): Written {
  const written = render(source, "draft", values);
  const blanks = written.includes(BLANK) ? namesWithout(source, values) : [];
  return { text: withoutBlanks(written), blanks };
}

/** The groups of names that a macro's words ask for: order, parcel, … */
export const groupsIn = (source: string): string[] => [
  ...new Set(variablesUsed(source, "draft").map(({ path }) => String(path[0]))),
];

/**
 * What is wrong with a macro's words before they are saved: no Liquid, a name that there is not, or what cannot be
 * written; with its place. Null when all is well.
 */
export const macroProblem = (source: string): LiquidProblem | null => problemIn(source, "draft", NO_VALUES);

function namesWithout(source: string, values: MacroValues): string[] {
  const names = variablesUsed(source, "draft").flatMap(({ path: [group = "", name = ""] }) =>
    values[String(group)]?.[String(name)] === null ? [`${group}.${name}`] : [],
  );
  return [...new Set(names)];
}

const withoutBlanks = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.replaceAll(BLANK, "").trim() !== "" || !line.includes(BLANK))
    .join("\n")
    // the spaces before it go with it where a mark or the line's end follows, else those after it
    .replace(new RegExp(`[^\\S\\n]*${BLANK}(?=[^\\S\\n]*(?:[,.;:!?…)]|$))`, "gmu"), "")
    .replace(new RegExp(`${BLANK}[^\\S\\n]?`, "gu"), "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
