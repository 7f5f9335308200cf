import { expect, it } from "vitest";
import { consentWords } from "~/features/notifications/consent-words";
import { keywordOf } from "~/platform/channels/sms/keywords";
import { LOCALES } from "~/platform/i18n/locales";

const keywordsIn = (text: string) => text.split(/[\s\p{P}]+/u).map(keywordOf);

it.each(LOCALES)("in %s, the words we ask people to reply are words that we understand", (locale) => {
  const { ending, stopped, started, help } = consentWords(locale).texts;
  for (const text of [ending, started("Linen"), help("Linen", "https://linen.example")])
    expect(keywordsIn(text)).toContain("stop");
  expect(keywordsIn(stopped("Linen"))).toContain("start");
});
