import { describe, expect, it } from "vitest";
import { aPolicy, aReturnableLine, aReturnableOrder, taken } from "#tests/factories/returnable";
import { asOf, type PastReturn } from "~/features/returns/replay";
import { replay } from "~/features/returns/rules";

const AT = new Date("2026-11-20T12:00:00Z");

function past(over: Partial<PastReturn> = {}): PastReturn {
  return {
    id: "R1",
    at: AT,
    order: aReturnableOrder({ lines: [aReturnableLine({ total: { amount: 2_900n, currency: "GBP" } })] }),
    request: { lines: [{ orderLineId: "L1", quantity: 1, reason: "too-small" }] },
    happened: { state: "refunded", automatic: false, paid: { amount: 1_450n, currency: "GBP" } },
    ...over,
  };
}
const happened = (state: PastReturn["happened"]["state"], automatic = false) => ({
  happened: { state, automatic, paid: null },
});

describe("what a draft would have done", () => {
  it("sets each verdict beside what happened, with its money", () => {
    const told = replay(aPolicy({ autoApprove: true, windowDays: 14 }), {
      returns: [
        past(),
        past({ id: "R2", ...happened("declined") }),
        past({ id: "R3", ...happened("closed", true), at: new Date("2026-12-05T12:00:00Z") }),
      ],
    });
    expect(told.returns).toBe(3);
    expect(told.table.refuse).toMatchObject({
      approved: { count: 1 },
      declined: { count: 1 },
      automatic: { count: 1 },
    });
    expect(told.changes.newlyRefused).toEqual({
      count: 2,
      value: { GBP: 2_900n },
      paid: { GBP: 1_450n },
      examples: ["R1", "R3"],
    });
    expect(told.byRefusal).toEqual({ "returns.windowClosed": 3 });
  });

  it.each([
    ["newlyAutomatic", { autoApprove: true }, happened("refunded")],
    ["newlyAllowed", {}, happened("declined")],
    ["newlyReviewed", {}, happened("refunded", true)],
    ["newlyRefused", { windowDays: 0 }, happened("approved")],
  ] as const)("%s", (change, policy, over) => {
    const { changes } = replay(aPolicy(policy), { returns: [past(over)] });
    const counts = Object.entries(changes).map(([name, tally]) => [name, tally.count]);
    expect(counts.filter(([, count]) => count !== 0)).toEqual([[change, 1]]);
  });

  it("counts what it would ask for besides, and does not refuse for it", () => {
    const policy = aPolicy({ reasons: { "too-small": { photos: 2 } } });
    expect(replay(policy, { returns: [past()] })).toMatchObject({
      askedForMore: 1,
      table: { review: { approved: { count: 1 } } },
    });
  });

  it("adds up the fees and bonuses it would have had, by currency", () => {
    const policy = aPolicy({ restockingFee: { kind: "percent", percent: 10 } });
    const yen = past({
      id: "R2",
      order: aReturnableOrder({ lines: [aReturnableLine({ total: { amount: 5_000n, currency: "JPY" } })] }),
    });
    expect(replay(policy, { returns: [past(), yen] }).fees).toEqual({ GBP: 145n, JPY: 250n });
  });

  it("counts the orders of which something could come back", () => {
    const orders = [
      { order: aReturnableOrder(), at: AT },
      { order: aReturnableOrder({ parcels: [] }), at: AT },
    ];
    expect(replay(aPolicy(), { returns: [], orders }).orders).toEqual({ count: 2, open: 1 });
  });

  it("tells a history of nothing as nothing", () => {
    expect(replay(aPolicy(), { returns: [] })).toMatchObject({ returns: 0, byRule: {}, fees: {} });
  });
});

describe("an order as it stood then", () => {
  const line = (over: object) => ({ ...taken(), askedAt: AT, ...over });

  it("sets aside this return and later ones, and what they took off", () => {
    const order = {
      ...aReturnableOrder({ lines: [aReturnableLine({ quantity: 3, currentQuantity: 0 })] }),
      returned: [
        line({ returnId: "R0", state: "refunded", askedAt: new Date("2026-11-10T00:00:00Z") }),
        line({ returnId: "R1", state: "refunded" }),
        line({ returnId: "R2", state: "approved", askedAt: new Date("2026-11-25T00:00:00Z") }),
      ],
    };
    const then = asOf(past({ order }));
    expect(then.returned).toHaveLength(1);
    expect(then.lines[0]?.currentQuantity).toBe(2);
  });

  it("does not know of a delivery that came later", () => {
    const then = asOf(past({ at: new Date("2026-11-04T00:00:00Z") }));
    expect(then.parcels[0]?.deliveredAt).toBeNull();
  });
});
