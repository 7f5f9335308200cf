import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "~/features/inbox/search-words";
import { fittingMacros } from "~/features/inbox/suggest/fitting-macros";
import { type Example, learnTags, suggestTags } from "~/features/inbox/suggest/tag-model";

const example = (writer: string, text: string, ...tags: string[]): Example => ({
  words: wordsOf(text),
  tags,
  writer,
});

const PAST: Example[] = [
  ...Array.from({ length: 8 }, (_, n) =>
    example(`r${n}`, `I want to return the shoes, number ${n}`, "returns"),
  ),
  ...Array.from({ length: 8 }, (_, n) =>
    example(`b${n}`, `The mug came broken, a shard is missing`, "damage"),
  ),
  ...Array.from({ length: 20 }, (_, n) => example(`w${n}`, "Where is the parcel that I want")),
  // one person's own words, however often
  ...Array.from({ length: 6 }, () =>
    example("ada", "Rowntree here: it is broken at Larkspur Lane", "damage"),
  ),
];

describe("tags", () => {
  const model = learnTags(PAST);

  it("are suggested by the words that went with them, and why is said", () => {
    expect(suggestTags(model, wordsOf("My plate is broken!"), [])).toEqual([
      { tag: "damage", because: ["broken"] },
    ]);
    expect(suggestTags(model, wordsOf("How do I return shoes?"), [])[0]).toMatchObject({ tag: "returns" });
  });

  it("are not suggested by words that go with everything, nor when they are there", () => {
    expect(suggestTags(model, wordsOf("I want the parcel"), [])).toEqual([]);
    expect(suggestTags(model, wordsOf("It is broken"), ["damage"])).toEqual([]);
  });

  it("hold no word that only one person wrote, and no number or address", () => {
    const kept = JSON.stringify(model);
    for (const own of ["rowntree", "larkspur", "lane", "ada"]) expect(kept).not.toContain(own);
    const numbers = learnTags([
      ...Array.from({ length: 9 }, (_, n) => example(`n${n}`, "ab12 x-99 1001 return", "returns")),
      ...Array.from({ length: 9 }, (_, n) => example(`o${n}`, "Hello")),
    ]);
    expect(numbers.tags.flatMap(({ words }) => words.map(([word]) => word))).toEqual(["return"]);
  });

  it("of few conversations say nothing yet", () => {
    const few = learnTags(PAST.filter(({ tags }) => tags.includes("returns")).slice(0, 4));
    expect(few.tags).toEqual([]);
  });

  it("are bounded, whatever was written", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            words: fc.array(fc.string({ maxLength: 8 }), { maxLength: 30 }),
            tags: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
            writer: fc.constantFrom("x", "y", "z", "w"),
          }),
          { maxLength: 60 },
        ),
        fc.array(fc.string({ maxLength: 8 })),
        (examples, words) => {
          const learned = learnTags(examples);
          expect(learned.common.length).toBeLessThanOrEqual(300);
          for (const { words: weights } of learned.tags) {
            expect(weights.length).toBeLessThanOrEqual(40);
            for (const [, weight] of weights) expect(Number.isFinite(weight)).toBe(true);
          }
          expect(suggestTags(learned, words, ["a"]).every(({ tag }) => tag !== "a")).toBe(true);
        },
      ),
    ));
});

describe("macros", () => {
  const macros = [
    { id: "wismo", name: "Where is my order", text: "Your parcel {{ order.tracking }} is on its way." },
    {
      id: "broken",
      name: "Broken item",
      text: "We are sorry that it came broken. Please send a photo of the damage.",
    },
    { id: "refund", name: "Refund sent", text: "Your refund is on its way to your card." },
    { id: "thanks", name: "Thank you", text: "Thank you for your kind words." },
  ];
  const common = ["the", "my", "your", "it", "is", "i", "on", "to", "you", "and"];
  const fitting = (text: string) => fittingMacros(macros, wordsOf(text), common).map(({ id }) => id);

  it("fit by rare words that they share with what was written", () => {
    expect(fitting("Hello, the vase arrived broken and there is damage to the box")[0]).toBe("broken");
    expect(fitting("When do I get the refund to my card?")[0]).toBe("refund");
  });

  it("do not fit by words that everybody writes, by one word of the text, or by values", () => {
    expect(fitting("Is it on the way to you and your is it my")).toEqual([]);
    expect(fitting("I send my greetings")).toEqual([]);
    expect(fitting("tracking, tracking")).toEqual([]);
    expect(fittingMacros([], wordsOf("refund"), [])).toEqual([]);
  });
});
