import type { Locale } from "~/platform/i18n/locales";
import type { Outcome, PolicyValue, Question, ReasonRule } from "./policy-schema";
import { RETURN_REASONS, type ReturnReason } from "./reasons";

/** What the forms show of a policy. What is granted is decided by `rules.ts` when the request is sent. */

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

type InLanguages = { text: string; translations: Question["translations"] };

/** What a question or one of its choices says in the reader's language. */
export const questionText = ({ text, translations }: InLanguages, locale: Locale): string =>
  translations[locale] || text;

/** The answers a question takes. */
export const answersOf = ({ kind, choices }: Question): string[] =>
  kind === "yesNo" ? ["yes", "no"] : choices.map((choice) => choice.id);
