import { describe, expect, test } from "vitest";
import { formatAgo } from "~/platform/i18n/ago";
import { pageLocale, shopperLocale } from "~/platform/i18n/shopper-locale";

describe("the language a shopper is spoken to in", () => {
  test.each([
    ["the order's", { order: "de-AT", customer: "fr", shop: "he" }, "de"],
    ["the customer's, when the order has none", { order: null, customer: "fr-CA", shop: "he" }, "fr"],
    ["the customer's, when we do not speak the order's", { order: "tlh", customer: "ja", shop: "he" }, "ja"],
    ["the shop's, when nobody is known", { shop: "he" }, "he"],
    ["Hebrew, by its old code too", { order: "iw" }, "he"],
    ["English, when we speak none of them", { order: "tlh", customer: "", shop: "qya" }, "en"],
    ["English, when nothing is known", {}, "en"],
  ])("%s", (_, known, locale) => expect(shopperLocale(known)).toBe(locale));

  test.each([
    ["what it was asked for by name", "ar", "de", ["fr"], "ar"],
    ["the order's, when it was not asked for", null, "de", ["fr"], "de"],
    ["the order's, when we do not speak what was asked for", "tlh", "de", ["fr"], "de"],
    ["the browser's, where nobody is known", null, null, ["tlh", "fr"], "fr"],
    ["the shop's, where the browser says nothing", null, null, [], "he"],
  ] as const)("a page: %s", (_, asked, shopper, accepts, locale) =>
    expect(pageLocale(asked, shopper, accepts, "he")).toBe(locale));
});

describe("how long ago", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  test.each([
    ["2026-11-22T11:59:40Z", "en", "now"],
    ["2026-11-22T11:59:40Z", "pl", "teraz"],
    ["2026-11-22T11:15:00Z", "en", "45 minutes ago"],
    ["2026-11-22T09:00:00Z", "de", "vor 3 Stunden"],
    ["2026-11-21T11:00:00Z", "en", "yesterday"],
    ["2026-11-19T11:00:00Z", "fr", "il y a 3 jours"],
    ["9999-12-31T00:00:00Z", "en", "now"],
  ])("%s in %s", (at, locale, says) => expect(formatAgo(new Date(at), now, locale)).toBe(says));
});
