import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smsSize } from "~/platform/channels/sms/segments";

describe("what a text takes", () => {
  const cases: [string, string, string, number, number][] = [
    ["nothing", "", "GSM-7", 0, 1],
    ["160 letters", "a".repeat(160), "GSM-7", 160, 1],
    ["161 letters", "a".repeat(161), "GSM-7", 161, 2],
    ["306 letters", "a".repeat(306), "GSM-7", 306, 2],
    ["307 letters", "a".repeat(307), "GSM-7", 307, 3],
    ["accents of the table", "èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà", "GSM-7", 25, 1],
    ["Greek capitals of the table", "ΔΦΓΛΩΠΨΣΘΞ", "GSM-7", 10, 1],
    ["a euro takes two", "€".repeat(80), "GSM-7", 160, 1],
    ["81 euros", "€".repeat(81), "GSM-7", 162, 2],
    [
      "an escape is not cut: 152 letters, a euro, 151 letters",
      `${"a".repeat(152)}€${"a".repeat(151)}`,
      "GSM-7",
      305,
      2,
    ],
    ["… and one letter more needs a third", `${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 306, 3],
    ["ç is not in the table, though Ç is", "ç", "UCS-2", 1, 1],
    ["a curly apostrophe", "it’s", "UCS-2", 4, 1],
    ["70 Hebrew letters", "א".repeat(70), "UCS-2", 70, 1],
    ["71 Hebrew letters", "א".repeat(71), "UCS-2", 71, 2],
    ["134 of them", "א".repeat(134), "UCS-2", 134, 2],
    ["135 of them", "א".repeat(135), "UCS-2", 135, 3],
    ["35 emoji", "📦".repeat(35), "UCS-2", 70, 1],
    [
      "a pair is not cut: 66 letters, a parcel, 66 letters",
      `${"א".repeat(66)}📦${"א".repeat(66)}`,
      "UCS-2",
      134,
      3,
    ],
  ];
  it.each(cases)("%s", (_what, text, encoding, units, segments) =>
    expect(smsSize(text)).toEqual({ encoding, units, segments }));

  it("never gets smaller by writing more", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.string({ maxLength: 50 }),
        (text, more) => {
          expect(smsSize(text + more).segments).toBeGreaterThanOrEqual(smsSize(text).segments);
        },
      ),
    );
  });

  it("takes exactly what its units need, or one for what is not cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const { encoding, units, segments } = smsSize(text);
        const [alone, part] = encoding === "GSM-7" ? [160, 153] : [70, 67];
        const least = units <= alone ? 1 : Math.ceil(units / part);
        expect(segments).toBeGreaterThanOrEqual(least);
        expect(segments).toBeLessThanOrEqual(Math.ceil(units / (part - 1)) || 1);
      }),
    );
  });
});
