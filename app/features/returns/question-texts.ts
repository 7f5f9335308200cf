import type { Locale } from "~/platform/i18n/locales";
import type { Question } from "./policy-schema";

type Choice = Question["choices"][number];

type InLanguages = { text: string; translations: Question["translations"] };

/** What a question or one of its choices says in the reader's language. */
export const questionText = ({ text, translations }: InLanguages, locale: Locale): string =>
  translations[locale] || text;

/** The same words with what they say in a language; an empty text is no translation. */
export function translated<T extends { translations: Question["translations"] }>(
  one: T,
  locale: Locale,
  text: string,
): T {
  const { [locale]: _before, ...others } = one.translations;
  return { ...one, translations: text.trim() === "" ? others : { ...others, [locale]: text } };
}

/** Does a question, with all its choices, say something in this language? */
export const isTranslated = ({ translations, choices, kind }: Question, locale: Locale): boolean =>
  Boolean(translations[locale]) &&
  (kind === "yesNo" || choices.every((choice) => choice.text === "" || choice.translations[locale]));

/**
 * Lines as choices, ten at most. One that says what it said keeps its id, with its translations and what follows
 * from it, wherever it stands now; one that was rewritten is the one at its place.
 */
export function choicesOf(lines: string, before: readonly Choice[], newId: () => string): Choice[] {
  const texts = lines.split("\n").slice(0, 10);
  const left = [...before];
  const take = (found: Choice | undefined) => {
    if (found) left.splice(left.indexOf(found), 1);
    return found;
  };
  const same = texts.map((text) => take(left.find((one) => one.text === text)));
  return texts.map((text, at) => {
    const here = before[at];
    const known = same[at] ?? (here && left.includes(here) ? take(here) : undefined);
    return known ? { ...known, text } : { id: newId(), text, translations: {} };
  });
}
