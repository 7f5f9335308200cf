import type { ShopMeans } from "./contradictions";
import { inOrdersCurrency, type OwnRate } from "./fees";
import {
  METHODS,
  type Method,
  OUTCOMES,
  type Outcome,
  type PolicyValue,
  type ReasonRule,
} from "./policy-schema";
import { RETURN_REASONS, type ReturnReason } from "./reasons";
import type { AskedLine, ReturnPolicy } from "./terms";

/**
 * Which reasons, outcomes and methods a policy offers, and what it wants to know: what the forms show, and what the
 * rules hold a request against.
 */

export type LooseReason = NonNullable<NonNullable<ReturnPolicy["reasons"]>[ReturnReason]>;

export const reasonRule = (policy: ReturnPolicy, reason: string | undefined): LooseReason | undefined =>
  reason === undefined ? undefined : policy.reasons?.[reason as ReturnReason];

/** How it may travel, in the merchant's order. A policy that says nothing leaves it open. */
export const offeredMethods = (policy: ReturnPolicy): readonly Method[] => policy.methods ?? METHODS;

/**
 * The methods with which the shop can keep its word, each once: a code that no carrier gives opens nothing at its
 * counter, and a label that nobody pays for is an address label.
 */
export function possibleMethods(
  methods: readonly Method[],
  { sellsQrCodes, hasPrepaidLabels }: ShopMeans,
): Method[] {
  const label = hasPrepaidLabels ? "label" : "address";
  const kept = methods
    .filter((method) => method !== "qr" || sellsQrCodes)
    .map((method) => (method === "label" ? label : method));
  return kept.length > 0 ? [...new Set(kept)] : [label];
}

/** What is told of a line when its outcomes are looked up. `value`: null when the order does not say. */
export type Told = {
  reason?: string | undefined;
  value: bigint | null;
  rate?: OwnRate | undefined;
  gift?: boolean | undefined;
};

const FOR_GIFTS: readonly Outcome[] = ["credit", "exchange", "exchangeAny", "replacement"];

/**
 * What may become of a line. A reason that is not told restricts nothing. A thing may be kept only when it is
 * known to be worth little enough; who was given it gets no money and keeps nothing for free.
 */
export function offeredOutcomes(policy: ReturnPolicy, line: Told): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const outcome of OUTCOMES) {
    const offer = policy.outcomes?.[outcome];
    if (!(offer?.on ?? outcome === "refund")) continue;
    if (line.gift && !FOR_GIFTS.includes(outcome)) continue;
    const only = offer?.reasons;
    if (only && only.length > 0 && line.reason && !only.includes(line.reason as ReturnReason)) continue;
    if (outcome === "keep" && !isWorthLittle(policy, line)) continue;
    outcomes.push(outcome);
  }
  return outcomes;
}

const isWorthLittle = (policy: ReturnPolicy, { value, rate }: Told): boolean =>
  value !== null && value <= inOrdersCurrency(policy.outcomes?.keep?.under ?? 0, rate);

/** What is wrong with what was said of a line: photos or answers missing, or an answer that does not let it back. */
export type Lack =
  | { code: "returns.photosMissing"; detail: { rule: string; photos: number } }
  | { code: "returns.answersMissing" | "returns.answerRefused"; detail: { rule: string; question: string } };

/** The first thing that is missing or wrong of a line's photos and answers; null when all is there. */
export function lackOf(rule: LooseReason, line: AskedLine): Lack | null {
  for (const question of rule.questions ?? []) {
    const answer = line.answers?.[question.id ?? ""];
    const detail = { rule: `question.${question.id}`, question: question.id ?? "" };
    if (answer === undefined || !answersOf(question).includes(answer))
      return { code: "returns.answersMissing", detail };
    if (question.refuse?.includes(answer)) return { code: "returns.answerRefused", detail };
  }
  const needed = rule.photos ?? 0;
  if (!((line.photos ?? 0) >= needed))
    return { code: "returns.photosMissing", detail: { rule: "photos", photos: needed } };
  return null;
}

/** Does an answer want a person to look? */
export const wantsReview = (rule: LooseReason, line: AskedLine): boolean =>
  (rule.questions ?? []).some((question) =>
    question.review?.includes(line.answers?.[question.id ?? ""] ?? ""),
  );

/** The answers a question takes. */
export const answersOf = (question: NonNullable<LooseReason["questions"]>[number]): readonly string[] =>
  question.kind === "choice" ? (question.choices ?? []).map((choice) => choice.id ?? "") : ["yes", "no"];

/** The reasons a shopper may give. */
export const offeredReasons = (policy: PolicyValue): ReturnReason[] =>
  RETURN_REASONS.filter((reason) => policy.reasons[reason]?.offered !== false);

export type Asked = Pick<ReasonRule, "photos" | "questions">;

/** What is asked besides, for a reason. */
export const askedFor = (policy: PolicyValue, reason: ReturnReason | null): Asked =>
  (reason && policy.reasons[reason]) || { photos: 0, questions: [] };

const SHOWN: readonly Outcome[] = ["refund", "exchange", "exchangeAny", "replacement", "credit", "keep"];

/**
 * The offered outcomes in the order in which they are shown. The same thing again, or another version of it, is
 * shown for what the shop (still) has in its catalogue only.
 */
export const shownOutcomes = (offered: readonly Outcome[], inCatalogue: boolean): Outcome[] =>
  SHOWN.filter(
    (outcome) =>
      offered.includes(outcome) && (inCatalogue || (outcome !== "exchange" && outcome !== "replacement")),
  );
