import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressLines } from "~/platform/labels/address-lines";
import { cleanText } from "~/platform/labels/clean-text";
import { printedDate, printedNumber } from "~/platform/labels/locale";
import { fitText } from "~/platform/labels/wrap-text";

const reading = { weight: 400, direction: "auto", locale: "en" } as const;

describe("fitting text", () => {
  it("wraps at words, then shrinks, then cuts with an ellipsis", () => {
    const style = { size: 12, minSize: 8, maxLines: 2 };
    expect(fitText("one two three four", reading, 60, style)).toMatchObject({ cut: false, size: 12 });
    const shrunk = fitText("Rindfleischetikettierung", reading, 120, style);
    expect(shrunk.size).toBeLessThan(12);
    expect(shrunk).toMatchObject({ cut: false });
    const cut = fitText("w ".repeat(200), reading, 60, style);
    expect(cut.lines).toHaveLength(2);
    expect(cut.lines[1]?.runs.at(-1)?.text.endsWith("…")).toBe(true);
  });

  it("never sets a line wider than its column", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 40, max: 300 }),
        (text, width) => {
          const block = fitText(cleanText(text), reading, width, { size: 10, minSize: 7, maxLines: 3 });
          expect(block.lines.length).toBeLessThanOrEqual(3);
          for (const line of block.lines) expect(line.width).toBeLessThanOrEqual(width * 1.02);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("cleaning text", () => {
  it.each([
    ["a\u0000b\r\nc\td", "a b c d"],
    ["\u202eevil\u202c \u2066x\u2069", "evil x"],
    ["e\u0301", "é"],
    ["\ud800x", "\ufffdx"],
    ["soft\u00adhyphen\u200b", "softhyphen"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["<img src=file:///etc/passwd>", "<img src=file:///etc/passwd>"],
  ])("%j", (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("bounds what it keeps", () => {
    expect(cleanText("a".repeat(10_000))).toHaveLength(201);
    expect(cleanText(`a${"\u0301".repeat(500)}`).length).toBeLessThan(8);
  });
});

describe("address lines", () => {
  const base = { name: "Ana", lines: ["1 Road"], city: "Town", province: "XX", zip: "123" };
  it.each([
    ["US", ["Ana", "1 Road", "Town XX 123", "UNITED STATES"]],
    ["GB", ["Ana", "1 Road", "Town", "XX", "123", "UNITED KINGDOM"]],
    ["DE", ["Ana", "1 Road", "123 Town", "XX", "GERMANY"]],
    ["??", ["Ana", "1 Road", "123 Town", "XX", "??"]],
  ])("are in the order of %s", (countryCode, expected) => {
    expect(addressLines({ ...base, countryCode }, "en")).toEqual(expected);
  });

  it("names the country in English where the fonts lack the locale's letters", () => {
    expect(addressLines({ countryCode: "GB" }, "am")).toEqual(["UNITED KINGDOM"]);
    expect(addressLines({ countryCode: "IL" }, "he")).toEqual(["ישראל"]);
  });

  it("names the country in English too where the parcel goes abroad, once", () => {
    const to = { countryCode: "GB" };
    expect(addressLines(to, "he", { countryCode: "IL" })).toEqual(["בריטניה", "UNITED KINGDOM"]);
    expect(addressLines(to, "en", { countryCode: "IL" })).toEqual(["UNITED KINGDOM"]);
    expect(addressLines(to, "he", { countryCode: "GB" })).toEqual(["בריטניה"]);
    expect(addressLines(to, "he", {})).toEqual(["בריטניה"]);
    expect(addressLines({}, "en")).toEqual([]);
  });
});

describe("numbers and dates", () => {
  it("are written as the locale writes them", () => {
    expect(printedNumber(12, "ar-EG")).toBe("١٢");
    expect(printedDate(new Date("2026-11-21T23:30:00Z"), "en-GB", "Asia/Jerusalem")).toBe("22 Nov 2026");
    expect(printedDate(new Date(Number.NaN), "en-GB")).toBe("");
  });
});
