import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aPolicy,
  aReturnableLine,
  aReturnableOrder,
  aReturnableParcel,
  taken,
} from "#tests/factories/returnable";
import { decideReturn, type ReturnableOrder, returnableLines } from "~/features/returns/rules";
import { RETURN_STATES } from "~/features/returns/states";

const one = { lines: [{ orderLineId: "L1", quantity: 1 }] };
const two = { lines: [{ orderLineId: "L1", quantity: 2 }] };
const NOW = new Date("2026-11-20T12:00:00Z");
const codeOf = (...given: Parameters<typeof decideReturn>) => {
  const decision = decideReturn(...given);
  return decision.ok ? "allowed" : decision.refusal.code;
};

describe("what a decision says", () => {
  it("allows within the window, and keeps its grounds", () => {
    expect(decideReturn(aPolicy(), aReturnableOrder(), one, NOW)).toEqual({
      ok: true,
      value: {
        rule: "window",
        policyVersion: 3,
        next: "review",
        reviews: [{ rule: "byHand" }],
        lines: [{ orderLineId: "L1", fulfilmentLineId: "F1", quantity: 1, asked: 0 }],
        grounds: { windowDays: 30, bufferDays: 7, countedFrom: "delivery", lastDay: "2026-12-05" },
        decisions: [expect.objectContaining({ rule: "window", outcome: "refund", outcomes: ["refund"] })],
        method: "label",
        methods: ["label", "address", "qr", "store", "own"],
        fees: null,
        shopify: "notAsked",
      },
    });
  });

  it("approves at once when the shop says so", () => {
    expect(decideReturn(aPolicy({ autoApprove: true }), aReturnableOrder(), one, NOW)).toMatchObject({
      value: { next: "approve" },
    });
  });

  it("says with a refusal which line, and until when it would have been", () => {
    expect(decideReturn(aPolicy(), aReturnableOrder(), one, new Date("2026-12-06T12:00:00Z"))).toEqual({
      ok: false,
      refusal: {
        code: "returns.windowClosed",
        detail: {
          rule: "window",
          policyVersion: 3,
          orderLineId: "L1",
          lastDay: "2026-12-05",
          windowDays: 30,
        },
      },
    });
  });
});

describe("when the window closes: at the end of its last day in the shop's zone", () => {
  // delivered at the time given, asked at the time given
  it.each([
    [
      "a second before midnight in London (winter)",
      "Europe/London",
      "2026-11-05T13:20:00Z",
      "2026-12-05T23:59:59Z",
      "allowed",
    ],
    [
      "at midnight in London (winter)",
      "Europe/London",
      "2026-11-05T13:20:00Z",
      "2026-12-06T00:00:00Z",
      "returns.windowClosed",
    ],
    [
      "a second before, over the spring change",
      "Europe/London",
      "2026-03-20T13:00:00Z",
      "2026-04-19T22:59:59Z",
      "allowed",
    ],
    [
      "at midnight, over the spring change",
      "Europe/London",
      "2026-03-20T13:00:00Z",
      "2026-04-19T23:00:00Z",
      "returns.windowClosed",
    ],
    [
      "a second before, over the autumn change",
      "America/New_York",
      "2026-10-20T15:00:00Z",
      "2026-11-20T04:59:59Z",
      "allowed",
    ],
    [
      "at midnight, over the autumn change",
      "America/New_York",
      "2026-10-20T15:00:00Z",
      "2026-11-20T05:00:00Z",
      "returns.windowClosed",
    ],
    [
      "delivered late in the evening, ahead of UTC",
      "Asia/Tokyo",
      "2026-11-05T16:00:00Z",
      "2026-12-06T14:59:59Z",
      "allowed",
    ],
    [
      "and its end there",
      "Asia/Tokyo",
      "2026-11-05T16:00:00Z",
      "2026-12-06T15:00:00Z",
      "returns.windowClosed",
    ],
    [
      "a day that midnight skips (Beirut)",
      "Asia/Beirut",
      "2026-02-27T12:00:00Z",
      "2026-03-29T20:59:59Z",
      "allowed",
    ],
    [
      "an unknown zone counts in UTC",
      "Mars/Olympus",
      "2026-11-05T13:20:00Z",
      "2026-12-05T23:59:59Z",
      "allowed",
    ],
  ])("%s", (_name, timeZone, deliveredAt, now, expected) => {
    const order = aReturnableOrder({ parcels: [aReturnableParcel({ deliveredAt: new Date(deliveredAt) })] });
    expect(codeOf(aPolicy({ timeZone }), order, one, new Date(now))).toBe(expected);
  });

  it("counts from shipping, plus the days of the journey, when nobody told of the delivery", () => {
    const order = aReturnableOrder({
      parcels: [aReturnableParcel({ state: "inTransit", deliveredAt: null })],
    });
    expect(codeOf(aPolicy(), order, one, new Date("2026-12-10T23:59:59Z"))).toBe("allowed");
    expect(codeOf(aPolicy(), order, one, new Date("2026-12-11T00:00:00Z"))).toBe("returns.windowClosed");
  });

  it("with no days, nothing comes back", () => {
    expect(
      codeOf(aPolicy({ windowDays: 0 }), aReturnableOrder(), one, new Date("2026-11-05T14:00:00Z")),
    ).toBe("returns.windowClosed");
  });
});

describe("what cannot come back", () => {
  it.each<[string, Partial<ReturnableOrder>, string]>([
    ["a gift card", { lines: [aReturnableLine({ giftCard: true })] }, "returns.giftCard"],
    [
      "final sale, however the tag is spelt",
      { lines: [aReturnableLine({ productTags: [" Final-Sale "] })] },
      "returns.finalSale",
    ],
    ["what was never sent", { parcels: [] }, "returns.notDelivered"],
    [
      "a parcel that went back to the sender",
      { parcels: [aReturnableParcel({ state: "returned" })] },
      "returns.notDelivered",
    ],
    ["what is in a return already", { returned: [taken({ quantity: 2 })] }, "returns.alreadyReturned"],
    [
      "what was refunded without a return",
      { lines: [aReturnableLine({ currentQuantity: 0 })] },
      "returns.alreadyReturned",
    ],
  ])("%s", (_name, over, code) => {
    expect(codeOf(aPolicy(), aReturnableOrder(over), one, NOW)).toBe(code);
  });

  it.each([
    ["nothing", { lines: [] }, "returns.nothingChosen"],
    ["none of a line", { lines: [{ orderLineId: "L1", quantity: 0 }] }, "returns.nothingChosen"],
    ["another order's line", { lines: [{ orderLineId: "L9", quantity: 1 }] }, "returns.lineUnknown"],
    ["too many", { lines: [{ orderLineId: "L1", quantity: 3 }] }, "returns.quantityTooLarge"],
    ["too many in two goes", { lines: [...two.lines, ...one.lines] }, "returns.quantityTooLarge"],
    ["a part of one", { lines: [{ orderLineId: "L1", quantity: 0.5 }] }, "input.invalid"],
    ["less than none", { lines: [{ orderLineId: "L1", quantity: -1 }] }, "input.invalid"],
  ])("%s", (_name, request, code) => {
    expect(codeOf(aPolicy(), aReturnableOrder(), request, NOW)).toBe(code);
  });

  it("lets things of declined and cancelled returns come back after all", () => {
    const returned = [taken({ quantity: 2, state: "declined" }), taken({ quantity: 2, state: "cancelled" })];
    expect(codeOf(aPolicy(), aReturnableOrder({ returned }), two, NOW)).toBe("allowed");
  });

  it("counts what a return took off the order once", () => {
    const order = aReturnableOrder({
      lines: [aReturnableLine({ currentQuantity: 1 })],
      returned: [taken({ state: "refunded" })],
    });
    expect(codeOf(aPolicy(), order, one, NOW)).toBe("allowed");
    expect(codeOf(aPolicy(), order, two, NOW)).toBe("returns.quantityTooLarge");
  });
});

it("takes from the parcel whose window closes first", () => {
  const order = aReturnableOrder({
    lines: [aReturnableLine({ quantity: 3 })],
    parcels: [
      aReturnableParcel({
        deliveredAt: new Date("2026-11-12T09:00:00Z"),
        lines: [{ id: "F2", orderLineId: "L1", quantity: 2 }],
      }),
      aReturnableParcel({ lines: [{ id: "F1", orderLineId: "L1", quantity: 1 }] }),
    ],
  });
  expect(decideReturn(aPolicy(), order, two, NOW)).toMatchObject({
    value: {
      lines: [
        { fulfilmentLineId: "F1", quantity: 1 },
        { fulfilmentLineId: "F2", quantity: 1 },
      ],
      grounds: { lastDay: "2026-12-05" },
    },
  });
  const later = new Date("2026-12-08T09:00:00Z");
  expect(returnableLines(aPolicy(), order, later)).toMatchObject([{ most: 2, bar: null }]);
});

describe("laws", () => {
  const states = fc.constantFrom(...RETURN_STATES);
  const parcelStates = fc.constantFrom("delivered", "inTransit", "returned", "cancelled");
  const orders = fc
    .record({
      bought: fc.integer({ min: 1, max: 6 }),
      gone: fc.integer({ min: 0, max: 3 }),
      parcels: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), state: parcelStates }), {
        maxLength: 3,
      }),
      returned: fc.array(
        fc.record({ quantity: fc.integer({ min: 1, max: 3 }), state: states, at: fc.nat(2) }),
        { maxLength: 4 },
      ),
    })
    .map(({ bought, gone, parcels, returned }) =>
      aReturnableOrder({
        lines: [aReturnableLine({ quantity: bought, currentQuantity: Math.max(0, bought - gone) })],
        parcels: parcels.map(({ quantity, state }, at) =>
          aReturnableParcel({ state, lines: [{ id: `F${at}`, orderLineId: "L1", quantity }] }),
        ),
        returned: returned.map((line) => taken({ ...line, fulfilmentLineId: `F${line.at}` })),
      }),
    );
  const held = (order: ReturnableOrder, of?: string) =>
    order.returned
      .filter((line) => line.state !== "declined" && line.state !== "cancelled")
      .filter((line) => of === undefined || line.fulfilmentLineId === of)
      .reduce((sum, line) => sum + line.quantity, 0);

  it("a return never takes more than was bought, less what is in returns; nor more than was sent", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 8 }), (order, quantity) => {
        const decision = decideReturn(aPolicy(), order, { lines: [{ orderLineId: "L1", quantity }] }, NOW);
        if (!decision.ok) return;
        const { lines } = decision.value;
        const total = lines.reduce((sum, line) => sum + line.quantity, 0);
        expect(total).toBe(quantity);
        expect(total + held(order)).toBeLessThanOrEqual(order.lines[0]?.quantity ?? 0);
        for (const line of lines) {
          const sent = order.parcels
            .filter((parcel) => parcel.state === "delivered" || parcel.state === "inTransit")
            .flatMap((parcel) => parcel.lines)
            .find((sentLine) => sentLine.id === line.fulfilmentLineId);
          expect(line.quantity + held(order, line.fulfilmentLineId)).toBeLessThanOrEqual(sent?.quantity ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("what the form offers is exactly what the decision allows", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 8 }), (order, quantity) => {
        const offered = returnableLines(aPolicy(), order, NOW)[0]?.most ?? 0;
        const { ok } = decideReturn(aPolicy(), order, { lines: [{ orderLineId: "L1", quantity }] }, NOW);
        expect(ok).toBe(quantity <= offered);
      }),
      { numRuns: 500 },
    );
  });

  it("asking again and again ends with everything that was sent, never more", () => {
    fc.assert(
      fc.property(orders, (start) => {
        let order = { ...start, returned: [] as ReturnableOrder["returned"] };
        for (let times = 0; times < 20; times++) {
          const decision = decideReturn(aPolicy(), order, one, NOW);
          if (!decision.ok) break;
          const made = decision.value.lines.map((line) => ({ ...line, state: "requested" as const }));
          order = { ...order, returned: [...order.returned, ...made] };
        }
        const sent = order.parcels
          .filter((parcel) => parcel.state === "delivered" || parcel.state === "inTransit")
          .flatMap((parcel) => parcel.lines)
          .reduce((sum, line) => sum + line.quantity, 0);
        expect(held(order)).toBe(Math.min(sent, order.lines[0]?.currentQuantity ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});
