import type { PolicyValue } from "./policy-schema";

/** An answer of a shopper's, as staff read it. */
export type SaidAnswer = { question: string; answer: string };

/**
 * A line's kept answers in the words of the policy's questions. A question that the policy no longer has is
 * named as it was kept: nothing that was said is hidden.
 */
export function answersInWords(policy: Pick<PolicyValue, "reasons">, kept: unknown): SaidAnswer[] {
  const questions = Object.values(policy.reasons).flatMap((rule) => rule?.questions ?? []);
  return Object.entries((kept ?? {}) as Record<string, unknown>).map(([id, said]) => {
    const question = questions.find((one) => one.id === id);
    const choice = question?.choices.find((one) => one.id === said);
    return { question: question?.text || id, answer: choice?.text || String(said) };
  });
}
