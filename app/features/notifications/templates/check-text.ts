import { type LiquidProblem, problemIn, problemOf } from "~/platform/liquid/liquid";
import type { Kind, Occasion } from "../kind";
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
