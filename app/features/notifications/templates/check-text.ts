import type { Kind, Occasion } from "../kind";
import { type Into, type LiquidProblem, Part, problemOf, render, variablesUsed } from "./liquid";
import { sayEdited, scopeOf } from "./say-edited";
import { type EditedText, TEXT_FIELDS, type TextField } from "./text";

export type TextProblem = LiquidProblem & { field: TextField };

/**
 * What is wrong with a text before it is saved: what is no Liquid, what asks for something that there is not, and
 * what fails when it is written of the given occasion. The first of each field, with its place; empty when it can
 * be sent.
 */
export function problemsOf(text: EditedText, kind: Kind, occasion: Occasion): TextProblem[] {
  const { scope } = scopeOf(kind, occasion);
  const problems = TEXT_FIELDS.flatMap((field): TextProblem[] => {
    const problem = problemIn(text[field], field === "body" ? "html" : "text", scope);
    return problem ? [{ field, ...problem }] : [];
  });
  if (problems.length > 0) return problems;
  try {
    sayEdited(text, kind, occasion);
    return [];
  } catch (error) {
    const problem = problemOf(error);
    return [{ field: problem.message.includes("subject") ? "subject" : "body", ...problem }];
  }
}

function problemIn(
  source: string,
  into: Into,
  scope: Readonly<Record<string, unknown>>,
): LiquidProblem | null {
  try {
    for (const { path, line, column } of variablesUsed(source, into)) {
      const unknown = unknownIn(path, scope);
      if (unknown) return { message: unknown, line, column };
    }
    render(source, into, scope);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

/** Liquid's own words for a list's ends and length. */
const OF_LISTS = new Set(["first", "last", "size"]);

/** The name on a path that there is not, or null. Names inside a list are looked up in its first entry. */
function unknownIn(path: (string | number)[], scope: Readonly<Record<string, unknown>>): string | null {
  let at: unknown = scope;
  const seen: string[] = [];
  for (const step of path) {
    seen.push(String(step));
    if (Array.isArray(at)) {
      if (step === "size") return null;
      if (typeof step !== "number" && step !== "*" && !OF_LISTS.has(step))
        return `undefined variable: ${seen.join(".")}`;
      at = at[0];
      continue;
    }
    if (typeof at === "string" && step === "size") return null;
    if (at === null || typeof at !== "object" || at instanceof Part || !Object.hasOwn(at, step))
      return `undefined variable: ${seen.join(".")}`;
    at = (at as Record<string, unknown>)[step];
  }
  return null;
}
