import type { Locale } from "~/platform/i18n/locales";
import type { Question } from "./policy-schema";

type InLanguages = { text: string; translations: Question["translations"] };

/** What a question or one of its choices says in the reader's language. */
export const questionText = ({ text, translations }: InLanguages, locale: Locale): string =>
  translations[locale] || text;
