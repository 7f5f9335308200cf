import { describe, expect, it } from "vitest";
import type { ActionPanel } from "~/features/returns/action-queries.server";
import { barredItems } from "~/features/returns/ui/actions/admin-actions";

const money = (amount: bigint) => ({ amount, currency: "GBP" });
const line: ActionPanel["order"]["lines"][number] = {
  ...{ id: "1", title: "Tea towel", variantTitle: null, quantity: 2, total: money(2_900n), tax: money(0n) },
  ...{ refundable: 2, inCatalogue: true, returnable: 0, returnableLate: 2, bar: null },
};
const panel = (order: Partial<ActionPanel["order"]> = {}, left = 2_900n): ActionPanel => ({
  order: {
    ...{ id: "1", name: "#1", cancelled: false, shipped: false, delivered: false, underReturn: false },
    ...{
      hasCustomer: true,
      email: "ada@example.com",
      taxesIncluded: true,
      address: null,
      note: "",
      tags: [],
    },
    ...{ total: money(2_900n), totalShop: money(2_900n), lines: [line] },
    ...order,
  },
  left: money(left),
  limit: null,
  missing: [],
  returns: { reasons: [], outcomes: [], methods: [] },
  actions: [],
});
const ALL = { orders: true, returns: true };
const barred = (given: ActionPanel, may = ALL, knows = true) =>
  Object.keys(barredItems(given, may, knows)).sort();

describe("what cannot be done now", () => {
  it.each<[string, ActionPanel, string[]]>([
    ["nothing, for an order that waits to be packed", panel(), []],
    ["what a parcel rules out", panel({ shipped: true }), ["address", "cancel"]],
    ["… and its arrival", panel({ shipped: true, delivered: true }), ["address", "cancel", "resend"]],
    ["what a cancellation rules out", panel({ cancelled: true }), ["address", "cancel", "resend"]],
    ["a refund of nothing", panel({}, 0n), ["refund"]],
    ["what needs a customer", panel({ hasCustomer: false }), ["credit", "customerNote", "customerTags"]],
    ["a mail to nobody", panel({ email: null }), ["resend"]],
    ["a cancellation beside a return", panel({ underReturn: true }), ["cancel"]],
    [
      "what never comes back, and is not sold any more",
      panel({ lines: [{ ...line, inCatalogue: false, returnableLate: 0 }] }),
      ["replacement", "return"],
    ],
  ])("is %s", (_, given, items) => expect(barred(given)).toEqual(items));

  it("is a return for who may not change returns, and what Shopify did not tell of", () => {
    expect(barred(panel(), { orders: true, returns: false })).toEqual(["return"]);
    expect(barred(panel(), ALL, false)).toEqual(["customerNote", "customerTags"]);
  });
});
