import type { Locale } from "./locales";

/** The shape of one language's words: the same keys, the same arguments, other sentences. */
export type Words<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer G) => string
      ? (...given: G) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Words<T[K]>;
};

/** Joins the languages of a feature: `words(locale).title`. A language that is missing fails the build. */
export const joinWords =
  <T>(byLocale: Record<Locale, Words<T>>) =>
  (locale: Locale): Words<T> =>
    byLocale[locale];
