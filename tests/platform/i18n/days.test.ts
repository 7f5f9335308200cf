import { expect, it } from "vitest";
import { formatDay, formatDays } from "~/platform/i18n/locales";

const at = new Date("2026-11-05T12:00:00Z");

it.each([
  ["en", "Europe/London", "5 November 2026"],
  ["en", "Australia/Sydney", "5 November 2026"],
  ["en", "America/New_York", "November 5, 2026"],
  ["en", "Pacific/Honolulu", "November 5, 2026"],
  ["de", "America/New_York", "5. November 2026"],
  ["fr", "Europe/Paris", "5 novembre 2026"],
])("a day in %s, in %s, is %s", (locale, zone, written) => {
  expect(formatDay(at, locale, zone)).toBe(written);
});

it("a span of days is written as its place does", () => {
  const to = new Date("2026-11-08T12:00:00Z");
  expect(formatDays(at, to, "en", "Europe/London").replace(/\s/g, " ").replace(" – ", "–")).toBe(
    "5–8 November 2026",
  );
  expect(formatDays(at, to, "en", "America/Chicago").replace(/\s/g, " ").replace(" – ", "–")).toBe(
    "November 5–8, 2026",
  );
});
