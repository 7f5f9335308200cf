import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differs, firstOf, type Tie } from "~/features/inbox/ties/ties";

const tie = (orderId: string): Tie => ({ orderId, holderId: "c", by: null });

describe("the order to look at first", () => {
  it.each([
    ["the one that was chosen", ["1", "2"], "2", "2"],
    ["the first, when what was chosen is gone", ["1", "2"], "3", "1"],
    ["the first, when none was chosen", ["1", "2"], null, "1"],
    ["none, when there is none", [], "1", null],
  ])("is %s", (_what, orders, chosen, first) => expect(firstOf(orders.map(tie), chosen)).toBe(first));

  it("is always one of them, and none only without any", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.option(fc.string()), (orders, chosen) => {
        const first = firstOf(orders.map(tie), chosen);
        return orders.length === 0 ? first === null : first !== null && orders.includes(first);
      }),
    );
  });
});

describe("who ordered and who writes", () => {
  const writer = { email: "ada@example.com", customerId: null };
  it.each([
    ["the same address", writer, { email: " ADA@example.com", customerId: "1" }, null],
    ["another address", writer, { email: "eve@example.com", customerId: null }, "another"],
    ["no address", writer, { email: null, customerId: null }, "unknown"],
    [
      "no customer on either side is no sameness",
      { email: "", customerId: null },
      { email: null, customerId: null },
      "unknown",
    ],
    [
      "the same account under another address",
      { ...writer, customerId: "1" },
      { email: "x@example.com", customerId: "1" },
      null,
    ],
    [
      "another account under another address",
      { ...writer, customerId: "2" },
      { email: "x@example.com", customerId: "1" },
      "another",
    ],
  ] as const)("%s", (_what, one, order, found) => expect(differs(one, order)).toBe(found));
});
