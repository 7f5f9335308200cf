import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMBER_FORMATS } from "~/platform/carriers/number-formats";
import { recognise } from "~/platform/carriers/tracking-number";

const first = (number: string) => recognise(number)[0];
const says = (number: string, carrier: string) =>
  recognise(number).find((guess) => guess.carrier === carrier);

/** A number and who gave it out; worked out by hand from each carrier's rule where it has a check digit. */
const KNOWN: [string, string][] = [
  ["1Z999AA10123456784", "ups"],
  ["1Z 12345E 66 0527 2234", "ups"],
  ["9400 1112 0620 6406 2607 87", "usps"],
  ["420 94107 9261290336128704062441", "usps"],
  ["9611020987654312345672", "fedex"],
  ["123456789012", "fedex"],
  ["00340433836442636597", "dhl"],
  ["(00)340433836442636597", "dhl"],
  ["JD014600006281230704", "dhl"],
  ["1234567891", "dhl"],
  ["008182709980000020033350276C", "dpd"],
  ["%008182709980000020033350276C", "dpd"],
  ["RR473124829GB", "royal_mail"],
  ["RR473124829DE", "deutsche_post"],
  ["LX473124829IL", "israel_post"],
  ["CP473124829JP", "japan_post"],
  ["EE473124829FR", "chronopost"],
  ["RR473124829FR", "la_poste"],
  ["RR473124829AU", "australia_post"],
  ["RR473124829CN", "china_post"],
  ["UV473124829YP", "yanwen"],
  ["3SABCD1234567", "postnl"],
  ["TBA123456789012", "amazon"],
  ["YT2229521272164446", "yunexpress"],
  ["SF1234567890123", "sf_express"],
  ["JD0002242617644732", "yodel"],
  ["520000014433330021832563", "inpost"],
  ["323200005500000000000001", "bpost"],
  ["ABC1234567010020", "australia_post"],
];

describe("a tracking number", () => {
  it.each(KNOWN)("%s is of %s", (number, carrier) => {
    const found = says(number, carrier);
    expect(found, JSON.stringify(recognise(number))).toEqual({ carrier, valid: true });
  });

  it.each([
    "1Z999AA10123456784",
    "9400111206206406260787",
    "9611020987654312345672",
    "RR473124829GB",
    "00340433836442636597",
    "3SABCD1234567",
  ])("%s is its carrier's before anybody else's", (number) => {
    const [, carrier] = KNOWN.find(([known]) => known.replace(/\s/g, "") === number) ?? [];
    expect(first(number)).toEqual({ carrier, valid: true });
  });

  it("keeps a carrier whose check digit fails, as invalid and last", () => {
    expect(recognise("1Z999AA10123456783")).toEqual([{ carrier: "ups", valid: false }]);
    expect(recognise("RR473124820GB")).toEqual([{ carrier: "royal_mail", valid: false }]);
    const guesses = recognise("123456789013");
    const wrong = guesses.findIndex((guess) => !guess.valid);
    expect(wrong).toBeGreaterThan(-1);
    expect(guesses.slice(wrong).every((guess) => !guess.valid)).toBe(true);
  });

  it("is read however it was typed", () => {
    const expected = [{ carrier: "ups", valid: true }];
    for (const typed of [
      " 1z 999 aa1 01 2345 6784\n",
      "1Z-999-AA1-01-2345-6784",
      "１Ｚ９９９ＡＡ１０１２３４５６７８４",
      "1Z٩٩٩AA١٠١٢٣٤٥٦٧٨٤",
      "1Z999AA1\u200b0123456784",
      "https://www.ups.com/track?loc=en_GB&tracknum=1Z999AA10123456784&requester=ST/",
    ])
      expect(recognise(typed), typed).toEqual(expected);
  });

  it("is not made out of what is none", () => {
    for (const text of [
      "",
      " ",
      "hello",
      "RR473124829XX",
      "0",
      "1".repeat(10_000),
      "<script>alert(1)</script>",
      "https://www.ups.com/",
      "../../../etc/passwd",
      "1Z999AA1012345678",
      "1Z999AA101234567844",
    ])
      expect(
        recognise(text).some((guess) => guess.valid && guess.carrier === "ups"),
        text,
      ).toBe(false);
    expect(recognise("1".repeat(10_000))).toEqual([]);
    expect(recognise(null as unknown as string)).toEqual([]);
  });

  it("names each carrier once, the valid ones first, whatever the text", () => {
    const law = fc.property(
      fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.stringMatching(/^[0-9A-Z -]{8,36}$/)),
      (text) => {
        const guesses = recognise(text);
        expect(new Set(guesses.map((guess) => guess.carrier)).size).toBe(guesses.length);
        const order = guesses.map((guess) => Number(guess.valid));
        expect([...order].sort((a, b) => b - a)).toEqual(order);
      },
    );
    fc.assert(law, { numRuns: 2_000 });
  });

  it("is valid with one last digit out of ten, where a carrier has a check digit", () => {
    const digits = fc.stringMatching(/^[1-9]\d{10}$/);
    for (const carrier of ["fedex", "dhl", "yamato"]) {
      fc.assert(
        fc.property(digits, (body) => {
          const valid = [..."0123456789"].filter((last) => says(body + last, carrier)?.valid);
          expect(valid).toHaveLength(1);
        }),
        { numRuns: 200 },
      );
    }
  });

  it("costs little: every pattern stands at both ends", () => {
    for (const { pattern } of NUMBER_FORMATS) expect(pattern.source).toMatch(/^\^.*\$$/);
  });
});
