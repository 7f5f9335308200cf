import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Draft,
  fieldsOf,
  MOST_PARTS,
  readDraft,
  rowOf,
  split,
  withoutRow,
} from "~/features/returns/request-form";
import { type Asks, type LineAsks, problemsOf } from "~/features/returns/request-steps";
import { newId } from "~/values/ids";

const draft = (quantity: number): Draft => ({
  ...{ requestKey: newId(), instead: null, alsoOrders: [], method: null, note: "" },
  lines: ["11", "12"].map((orderLineId) => ({
    ...{ orderLineId, quantity, reason: "too-small" as const, answers: {}, photos: [] },
    ...{ outcome: "refund" as const, variantId: null, search: "" },
  })),
});
const rows = (one: Draft) => one.lines.map((line) => `${rowOf(line)}×${line.quantity}`);

describe("a line in several parts", () => {
  it("gets a row of its own for one more, or for one of those chosen when there are no more", () => {
    expect(rows(split(draft(1), "11", 3))).toEqual(["11×1", "11_2×1", "12×1"]);
    expect(rows(split(draft(3), "11", 3))).toEqual(["11×2", "11_2×1", "12×3"]);
    expect(split(draft(3), "11", 3).lines[1]).toMatchObject({ reason: null, outcome: null, photos: [] });
  });

  it("is left as it is when there is nothing to split off", () => {
    for (const [one, line, most] of [
      [draft(1), "11", 1],
      [draft(1), "99", 5],
    ] as const)
      expect(split(one, line, most)).toBe(one);
    const all = Array.from({ length: 20 }).reduce<Draft>((one) => split(one, "11", 100), draft(1));
    expect(all.lines.filter((line) => line.orderLineId === "11")).toHaveLength(MOST_PARTS);
  });

  it("never asks for more than before and one more, nor for more than there is; a number that is free is taken", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 8 }),
        (quantity, more, times) => {
          const most = quantity + more;
          let one = draft(quantity);
          for (let time = 0; time < times; time++) {
            one = split(one, "11", most);
            if (time % 3 === 1) one = withoutRow(one, "11_2");
            const names = one.lines.map(rowOf);
            expect(new Set(names).size).toBe(names.length);
            const sum = one.lines
              .filter((line) => line.orderLineId === "11")
              .reduce((all, line) => all + line.quantity, 0);
            expect(sum).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("travels through the form as it is, and goes with its line when that is not ticked any more", () => {
    const two = split(draft(2), "11", 3);
    expect(readDraft(fieldsOf(two))).toEqual(two);
    const otherWay = Object.fromEntries(Object.entries(fieldsOf(two)).reverse());
    expect(readDraft(otherWay)).toEqual(two);
    const { "pick-11": _pick, ...without } = fieldsOf(two);
    expect(rows(readDraft(without) ?? draft(1))).toEqual(["12×2"]);
    expect(readDraft({ ...fieldsOf(two), "pick-11_1": "1" })).toBeNull();
    expect(readDraft({ ...fieldsOf(two), "pick-11_99": "1" })).toBeNull();
  });

  it("may be no more than the line together", () => {
    const two = split(draft(2), "11", 3);
    const asks: LineAsks = {
      photos: 0,
      questions: [],
      most: 2,
      outcomes: ["refund"],
      chosenAvailable: undefined,
    };
    const all: Asks = { lines: new Map(two.lines.map((line) => [rowOf(line), asks])), methods: ["label"] };
    expect(problemsOf(two, all, "items")).toMatchObject([
      { row: "11_2", refusal: { code: "input.invalid", detail: { field: "reason" } } },
      { row: "11_2", refusal: { code: "returns.quantityTooLarge", detail: { most: 2 } } },
    ]);
  });
});
