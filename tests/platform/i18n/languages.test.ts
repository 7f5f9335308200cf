import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { direction, formatTime, LOCALES, languageOf, pickLocale } from "~/platform/i18n/locales";

describe("the language that a tag asks for", () => {
  it.each([
    ["de-AT", "de"],
    ["en-US", "en"],
    ["fr_CA", "fr"],
    ["DE", "de"],
    ["iw", "he"],
    ["he-IL", "he"],
    ["in-ID", "id"],
    ["no", "nb"],
    ["nn-NO", "nb"],
    ["nb", "nb"],
    ["pt", "pt-BR"],
    ["pt-BR", "pt-BR"],
    ["pt-US", "pt-BR"],
    ["pt-PT", "pt-PT"],
    ["pt_ao", "pt-PT"],
    ["pt-MZ", "pt-PT"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh_HK", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["cmn-TW", "zh-Hant"],
    ["de;q=0.8", "de"],
    [" uk-UA ", "uk"],
    ["de-", "de"],
    ["de_DE.UTF-8", "de"],
  ])("%j is %s", (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  it.each(["", "*", "-", "d", "12", "日本語", `de${"x".repeat(500)}`])("%j is none", (tag) => {
    expect(languageOf(tag)).toBeNull();
  });

  it("is told of whatever a header says, without failing", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (tag) => LOCALES.includes(pickLocale(tag))));
  });
});

it("the first language that we speak is taken, else English", () => {
  expect(pickLocale(null, undefined, "", "xx", "de-CH", "fr")).toBe("de");
  expect(pickLocale("tlh", "iw-IL")).toBe("he");
  expect(pickLocale("xx")).toBe("en");
  expect(pickLocale()).toBe("en");
});

it("every language that we speak is found by its own name, and by its name in any case", () => {
  for (const locale of LOCALES) {
    expect(pickLocale(locale)).toBe(locale);
    expect(pickLocale(locale.toUpperCase().replaceAll("-", "_"))).toBe(locale);
  }
});

it("Hebrew and Arabic are written from the right, all others from the left", () => {
  expect(LOCALES.filter((locale) => direction(locale) === "rtl").toSorted()).toEqual(["ar", "he"]);
});

it("a Korean clock goes to 24", () => {
  expect(formatTime(new Date("2026-11-05T14:30:00Z"), "ko", "UTC")).toContain("14:30");
});
