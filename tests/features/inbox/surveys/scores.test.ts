import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Buyer, mayAskRecommendation } from "~/features/inbox/surveys/recommendation";
import { bandOf, effortOf, netPromoterScore, recommendingOf } from "~/features/inbox/surveys/scores";
import { isScore, readQuestion, scoresOf } from "~/values/survey";

const npsOf = (scores: number[]) => netPromoterScore(recommendingOf(scores));

describe("the net promoter score", () => {
  it("has Reichheld's bands", () => {
    expect(scoresOf("nps").map(bandOf)).toEqual([
      ...Array(7).fill("detractor"),
      "passive",
      "passive",
      "promoter",
      "promoter",
    ]);
  });

  it.each<[number[], number | null]>([
    [[], null],
    [[10], 100],
    [[0], -100],
    [[7, 8], 0],
    // 5 of 10 promote, 3 detract
    [[10, 10, 9, 9, 9, 8, 7, 6, 3, 0], 20],
    // 1 of 3 promotes, 1 detracts
    [[9, 8, 6], 0],
  ])("of %j is %j", (scores, expected) => expect(npsOf(scores)).toBe(expected));

  it("lies between -100 and 100, and turns around with its promoters and detractors", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 });
    fc.assert(
      fc.property(scores, (given) => {
        const score = npsOf(given) ?? Number.NaN;
        expect(score).toBeGreaterThanOrEqual(-100);
        expect(score).toBeLessThanOrEqual(100);
        const opposite = { promoter: 0, passive: 7, detractor: 10 };
        const turned = given.map((one) => (bandOf(one) === "promoter" ? 0 : opposite[bandOf(one)]));
        expect(npsOf(turned)).toBeCloseTo(-score);
      }),
    );
  });
});

it("effort is a mean of 1 to 7, and the share from 5 on", () => {
  expect(effortOf([7, 5, 4, 1])).toEqual({ answered: 4, mean: 4.25, easy: 2 });
  expect(effortOf([])).toEqual({ answered: 0, mean: null, easy: 0 });
});

it("only whole numbers on a question's scale are answers", () => {
  expect([0, 1, 2, 0.5, Number.NaN].map((score) => isScore("csat", score))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([0, 1, 7, 8].map((score) => isScore("ces", score))).toEqual([false, true, true, false]);
  expect([-1, 0, 10, 11].map((score) => isScore("nps", score))).toEqual([false, true, true, false]);
  expect(["csat", "ces", "nps", "toString", undefined].map(readQuestion)).toEqual([
    "csat",
    "ces",
    "nps",
    null,
    null,
  ]);
});

const DAY = 86_400_000;
const now = new Date("2026-11-22T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * DAY);
const buyer: Buyer = {
  email: "ada@example.com",
  arrivedAt: ago(14),
  cancelled: false,
  test: false,
  redacted: false,
  asked: false,
  barred: false,
  isWaiting: false,
  lastAsked: null,
};
const may = (over: Partial<Buyer>) =>
  mayAskRecommendation({ ...buyer, ...over }, { now, afterDays: 14, gapDays: 30 });

it.each<[string, Partial<Buyer>, boolean]>([
  ["after its days", {}, true],
  ["a moment early", { arrivedAt: new Date(ago(14).getTime() + 1) }, false],
  ["something still under way", { arrivedAt: null }, false],
  ["a month too late", { arrivedAt: ago(45) }, false],
  ["cancelled", { cancelled: true }, false],
  ["a test order, or history", { test: true }, false],
  ["erased", { redacted: true }, false],
  ["asked already", { asked: true }, false],
  ["wants no such mail", { barred: true }, false],
  ["waits for us", { isWaiting: true }, false],
  ["no address", { email: "" }, false],
  ["asked something a month ago", { lastAsked: ago(30) }, true],
  ["asked something since", { lastAsked: new Date(ago(30).getTime() + 1) }, false],
])("asking a buyer, %s: %j", (_, over, expected) => expect(may(over)).toBe(expected));
