import {
  BLANKS,
  type LiquidProblem,
  Missing,
  problemIn,
  render,
  variablesUsed,
} from "~/platform/liquid/liquid";
import { type MacroValues, NO_VALUES } from "./macro-values";

/** A macro's words with their values in them, as plain text to go over, and the names that had nothing to say. */
export type Written = { text: string; blanks: string[] };

/**
 * Writes a macro's words. Where a name has nothing behind it the gap is closed, a line of nothing else is left out,
 * and the name is told. Throws, as `problemOf` reads it, what cannot be written.
 */
export function writeMacro(source: string, values: MacroValues): Written {
  const written = render(source, "draft", scopeOf(values));
  const blanks = [...written.matchAll(BLANKS)].flatMap(([, name]) => name || []);
  return { text: withoutBlanks(written.replace(BLANKS, GAP)), blanks: [...new Set(blanks)] };
}

/** The groups of names that a macro's words ask for: order, parcel, … */
export const groupsIn = (source: string): string[] => [
  ...new Set(variablesUsed(source, "draft").map(({ path }) => String(path[0]))),
];

/**
 * What is wrong with a macro's words before they are saved: no Liquid, a name that there is not, or what cannot be
 * written; with its place. Null when all is well.
 */
export const macroProblem = (source: string): LiquidProblem | null =>
  problemIn(source, "draft", scopeOf(NO_VALUES));

/** The values as Liquid gets them: what there is not still knows its name. */
const scopeOf = (values: MacroValues) =>
  Object.fromEntries(
    Object.entries(values).map(([group, names]) => [
      group,
      Object.fromEntries(
        Object.entries(names).map(([name, value]) => [name, value ?? new Missing(`${group}.${name}`)]),
      ),
    ]),
  );

/** Nothing that a template prints holds it: a character of private use. */
const GAP = "\uE002";

const withoutBlanks = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.replaceAll(GAP, "").trim() !== "" || !line.includes(GAP))
    .join("\n")
    // the spaces before it go with it where a mark or the line's end follows, else those after it
    .replace(new RegExp(`[^\\S\\n]*${GAP}(?=[^\\S\\n]*(?:[,.;:!?…)]|$))`, "gmu"), "")
    .replace(new RegExp(`${GAP}[^\\S\\n]?`, "gu"), "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
