import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedWords, tsquery, wordsOf } from "~/features/inbox/search-words";

const finds = (question: string, text: string): boolean => {
  const words = wordsOf(text);
  const asked = askedWords(question);
  return (
    asked.length > 0 &&
    asked.every(({ word, begins }) => words.some((one) => (begins ? one.startsWith(word) : one === word)))
  );
};

describe("a text is found", () => {
  it.each([
    ["CAFÉ", "the cafe au lait cups"],
    ["straße", "Strasse und Straße"],
    ["refu", "When is my refund?"],
    ["ada.rowntree@example.com", "Ada <ada.rowntree@example.com>"],
    ["#1001", "Your order #1001 left"],
    ["TOWEL-MOSS", "sku towel-moss"],
    ["RM123456785GB", "parcel RM123456785GB"],
    ["返品", "この商品を返品したいです"],
    ["พัสดุ", "พัสดุของฉันอยู่ที่ไหน"],
    ["换货", "我想换货谢谢"],
    ["שלום", "שָׁלוֹם עולם"],
    ["محمد", "مُحَمَّد"],
    ["हिन्दी", "मुझे हिन्दी में लिखें"],
    ["배송", "배송이 늦어요"],
    ["lamp broken", "It is broken, the lamp"],
  ])("%s in %s", (question, text) => expect(finds(question, text)).toBe(true));

  it.each([
    ["#1001", "order #10012"],
    ["lamp", "clamp"],
    ["lamp broken", "the lamp"],
    ["換貨", "我想退貨"],
  ])("but not %s in %s", (question, text) => expect(finds(question, text)).toBe(false));
});

it("whatever is typed is one question in Postgres's notation, with nothing in it that is not quoted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      expect(tsquery(askedWords(typed))).toMatch(/^('[^'\\]+'(:\*)?( & '[^'\\]+'(:\*)?)*)?$/);
    }),
  );
});

it("every word of a text finds it, typed whole", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 30 }), (text) => {
      for (const word of text.split(/\W+/).filter(Boolean)) expect(finds(word, text)).toBe(true);
    }),
  );
});

it("takes a bounded time and number of words, however long the text", () => {
  expect(wordsOf("返".repeat(100_000)).length).toBeLessThanOrEqual(3_000);
  expect(wordsOf(`${"a".repeat(1_000_000)} b`)).toEqual(["a".repeat(60)]);
  expect(askedWords("word ".repeat(1_000))).toHaveLength(12);
});
