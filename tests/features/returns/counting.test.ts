import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectionSchema } from "~/features/returns/staff-schema";
import { allFine, changed, inspectionOf, startCounts, sumOf } from "~/features/returns/ui/counting";
import { decideMany } from "~/features/returns/ui/decide-many";

const line = (over = {}) => ({
  id: "0192f0c1-0000-7000-8000-000000000001",
  quantity: 3,
  acceptedQuantity: 0,
  rejectedQuantity: 0,
  rejectReason: null,
  disposition: null,
  locationId: null,
  ...over,
});

describe("counting at the table", () => {
  it("never takes more than was asked for, nor less than nothing, whatever is tapped", () => {
    const taps = fc.array(
      fc.tuple(fc.constantFrom("accepted" as const, "rejected" as const), fc.integer({ min: -5, max: 5 })),
    );
    fc.assert(
      fc.property(taps, (all) => {
        const lines = [line()];
        const counts = all.reduce(
          (so, [what, by]) => changed(so, lines[0] as never, what, by),
          startCounts(lines),
        );
        const { accepted, rejected, missing } = sumOf(counts, lines);
        expect(Math.min(accepted, rejected, missing)).toBeGreaterThanOrEqual(0);
        expect(accepted + rejected + missing).toBe(3);
        const sent = inspectionOf(counts, lines, []);
        expect(inspectionSchema.safeParse(sent).success).toBe(true);
        expect(sent.lines[0]).toMatchObject({ received: accepted + rejected });
      }),
    );
  });

  it("goes on where somebody left off, and one tap accepts all", () => {
    const lines = [
      line({ acceptedQuantity: 1, rejectedQuantity: 1, rejectReason: "Worn", disposition: "damaged" }),
    ];
    const counts = startCounts(lines);
    expect(sumOf(counts, lines)).toEqual({ accepted: 1, rejected: 1, missing: 1 });
    const [sent] = inspectionOf(allFine(counts, lines), lines, []).lines;
    expect(sent).toMatchObject({ accepted: 3, rejected: 0, rejectReason: null, disposition: "damaged" });
  });

  it("what did not come is missing; blank extra items are left out", () => {
    const lines = [line()];
    const blank = { kind: "unexpected" as const, title: " ", sku: "", quantity: 1, note: "" };
    const sent = inspectionOf(startCounts(lines), lines, [blank, { ...blank, title: "Sock" }]);
    expect(sent.lines[0]?.disposition).toBe("missing");
    expect(sent.strays).toEqual([{ kind: "unexpected", title: "Sock", sku: null, quantity: 1, note: null }]);
  });
});

describe("many at once", () => {
  it("goes on after a part without an answer, and says so of each in it", async () => {
    const ids = Array.from({ length: 25 }, (_, at) => `r${at}`);
    const seen: number[] = [];
    const answers = await decideMany(
      ids,
      async (some) => {
        if (some.includes("r10")) throw new Error("no answer");
        return some.map((id) => ({ id, refused: id === "r3" ? "returns.alreadyDecided" : null }));
      },
      (done) => seen.push(done),
    );
    expect(seen).toEqual([10, 20, 25]);
    expect(answers.map((one) => one.id)).toEqual(ids);
    expect(answers.filter((one) => one.refused === "unknown")).toHaveLength(10);
    expect(answers[3]).toEqual({ id: "r3", refused: "returns.alreadyDecided" });
  });
});
