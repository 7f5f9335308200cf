type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Chooses the form a language uses for a count, by Unicode CLDR's plural rules:
 * `pluralIn("pl")(3, { one: "paczka", few: "paczki", other: "paczek" })`. A form that is not given is `other`.
 */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
