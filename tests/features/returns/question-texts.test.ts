import { describe, expect, test } from "vitest";
import { policySchema } from "~/features/returns/policy-schema";
import { choicesOf, isTranslated, questionText, translated } from "~/features/returns/question-texts";

const question = (choices: { id: string; text: string; translations: object }[]) => {
  const asked = { id: "worn", text: "Was it worn?", kind: choices.length ? "choice" : "yesNo", choices };
  const policy = policySchema.parse({ reasons: { "too-small": { questions: [asked] } } });
  const [first] = policy.reasons["too-small"]?.questions ?? [];
  if (!first) throw new Error("No question");
  return first;
};
const choice = (id: string, text: string, translations = {}) => ({ id, text, translations });

describe("a question in other languages", () => {
  test("reads as it was translated, and as it was asked once that is emptied", () => {
    const german = translated(question([]), "de", "Wurde es getragen?");
    expect(questionText(german, "de")).toBe("Wurde es getragen?");
    expect(questionText(german, "he")).toBe("Was it worn?");
    const emptied = translated(german, "de", "  ");
    expect(emptied).toEqual(question([]));
    expect(questionText(emptied, "de")).toBe("Was it worn?");
  });

  test("is translated when its choices are, too", () => {
    const half = translated(
      question([choice("a", "Once", { de: "Einmal" }), choice("b", "Often")]),
      "de",
      "…?",
    );
    expect(isTranslated(half, "de")).toBe(false);
    const whole = { ...half, choices: half.choices.map((one) => translated(one, "de", "Ja")) };
    expect(isTranslated(whole, "de")).toBe(true);
    expect(isTranslated({ ...half, kind: "yesNo" }, "de")).toBe(true);
  });
});

describe("choices, typed as lines", () => {
  const before = [
    choice("a", "Once", { de: "Einmal" }),
    choice("b", "Often", { de: "Oft" }),
    choice("c", "Never"),
  ];
  const typed = (lines: string) =>
    choicesOf(lines, before, () => "new").map(({ id, text, translations }) => [id, text, translations]);

  test.each([
    ["a line taken out", "Often\nNever", ["b", "c"]],
    ["a line put between", "Once\nTwice\nOften\nNever", ["a", "new", "b", "c"]],
    ["lines changed about", "Never\nOnce\nOften", ["c", "a", "b"]],
    ["a letter more in a line", "Once\nOftenx\nNever", ["a", "b", "c"]],
    ["the same twice", "Once\nOnce\nNever", ["a", "b", "c"]],
    ["eleven lines", Array(11).fill("x").join("\n"), ["a", "b", "c", ...Array(7).fill("new")]],
  ])("%s", (_name, lines, ids) => expect(typed(lines).map(([id]) => id)).toEqual(ids));

  test("what was translated stays with what it says", () =>
    expect(typed("Often\nNever")[0]).toEqual(["b", "Often", { de: "Oft" }]));
});
