import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPolicy, aReturnableLine, aReturnableOrder, aReturnableParcel } from "#tests/factories/returnable";
import { isTrusted } from "~/features/returns/review";
import {
  type AskedLine,
  decideReturn,
  lineRefusals,
  type ReturnableOrder,
  type ReturnPolicy,
  type ReturnRequest,
} from "~/features/returns/rules";
import { stricter } from "~/features/returns/units";
import { dayIn } from "~/values/calendar";

const NOW = new Date("2026-11-20T12:00:00Z");
const gbp = (amount: number) => ({ amount: BigInt(amount), currency: "GBP" });
const worth = (over: Partial<ReturnableOrder> = {}) =>
  aReturnableOrder({ lines: [aReturnableLine({ total: gbp(2_900) })], ...over });
const asking = (line: Partial<AskedLine> = {}, more: Partial<ReturnRequest> = {}): ReturnRequest => ({
  lines: [{ orderLineId: "L1", quantity: 1, ...line }],
  ...more,
});
const saysOf = (
  policy: Partial<ReturnPolicy>,
  request = asking(),
  order: ReturnableOrder = worth(),
  now = NOW,
): string => {
  const decision = decideReturn(aPolicy({ autoApprove: true, ...policy }), order, request, now);
  if (!decision.ok) return decision.refusal.code;
  return [decision.value.rule, ...decision.value.reviews.map((one) => one.rule)].join(" ");
};

describe("which window applies", () => {
  const later = new Date("2026-12-20T12:00:00Z");
  const rules = (when: object, windowDays = 90) => ({
    windowRules: [{ id: "r", name: "R", when, windowDays }],
  });
  it.each<[string, Partial<ReturnPolicy>, Partial<ReturnableOrder>, string]>([
    ["none but the policy's own", {}, {}, "returns.windowClosed"],
    [
      "a product's tag, however it is spelt",
      rules({ productTags: [" LINEN "] }),
      { lines: [aReturnableLine({ productTags: ["linen"] })] },
      "window.r",
    ],
    ["a tag nobody has", rules({ productTags: ["silk"] }), {}, "returns.windowClosed"],
    [
      "a collection",
      rules({ collections: ["towels"] }),
      { lines: [aReturnableLine({ collections: ["towels"] })] },
      "window.r",
    ],
    ["a country", rules({ countries: ["DE", "AT"] }), { country: "AT" }, "window.r"],
    ["a country that is not told", rules({ countries: ["DE"] }), {}, "returns.windowClosed"],
    ["a customer's tag", rules({ customerTags: ["vip"] }), { customer: { tags: ["VIP"] } }, "window.r"],
    ["an order's tag", rules({ orderTags: ["wedding"] }), { tags: ["wedding"] }, "window.r"],
    ["a channel", rules({ channels: ["pos"] }), { channel: "pos" }, "window.r"],
    [
      "not all of it holds",
      rules({ channels: ["pos"], countries: ["DE"] }),
      { channel: "pos", country: "GB" },
      "returns.windowClosed",
    ],
    ["no conditions: it holds for everything", rules({}), {}, "window.r"],
  ])("%s", (_name, policy, over, expected) => {
    expect(saysOf(policy, asking(), worth(over), later)).toBe(expected);
  });

  it("the first that fits decides, also when it gives less", () => {
    const windowRules = [
      { id: "never", when: { productTags: ["underwear"] }, windowDays: 0 },
      { id: "vip", when: { customerTags: ["vip"] }, windowDays: 365 },
    ];
    const order = worth({
      lines: [aReturnableLine({ productTags: ["underwear"] })],
      customer: { tags: ["vip"] },
    });
    expect(saysOf({ windowRules }, asking(), order)).toBe("returns.excluded");
  });

  it("a season gives longer, never shorter, and names itself", () => {
    const holidays = [
      { id: "x", name: "Christmas", from: "2026-11-01", to: "2026-11-30", until: "2027-01-31" },
    ];
    const at = (placed: string, now: string) =>
      saysOf({ holidays }, asking(), worth({ placedAt: new Date(placed) }), new Date(now));
    expect(at("2026-11-01T00:00:00Z", "2027-01-31T23:59:59Z")).toBe("holiday.x");
    expect(at("2026-11-01T00:00:00Z", "2027-02-01T00:00:00Z")).toBe("returns.windowClosed");
    expect(at("2026-10-31T23:59:59Z", "2027-01-15T12:00:00Z")).toBe("returns.windowClosed");
    expect(saysOf({ holidays, windowDays: 0 }, asking(), worth({ placedAt: NOW }))).toBe(
      "returns.windowClosed",
    );
  });

  it("moments may be texts", () => {
    const parcel = {
      ...aReturnableParcel(),
      shippedAt: "2026-11-03T10:00:00Z",
      deliveredAt: "2026-11-05T13:20:00Z",
    };
    expect(saysOf({}, asking(), worth({ parcels: [parcel] }))).toBe("window");
  });
});

describe("what is wanted of the shopper", () => {
  const question = { id: "worn", text: "Worn?", kind: "yesNo" as const, refuse: ["yes"] };
  const reasons = {
    style: { offered: false },
    "damaged-or-defective": { photos: 2, review: true },
    "too-small": { questions: [question, { ...question, id: "tag", refuse: [], review: ["no"] }] },
  };
  const answers = { worn: "no", tag: "yes" };
  it.each<[string, Partial<AskedLine>, string]>([
    ["a reason that is not offered", { reason: "style" }, "returns.reasonNotOffered"],
    ["too few photos", { reason: "damaged-or-defective", photos: 1 }, "returns.photosMissing"],
    ["enough of them, and a person looks", { reason: "damaged-or-defective", photos: 2 }, "window reason"],
    ["no answer", { reason: "too-small", answers: { tag: "yes" } }, "returns.answersMissing"],
    [
      "an answer that is none",
      { reason: "too-small", answers: { ...answers, worn: "maybe" } },
      "returns.answersMissing",
    ],
    [
      "an answer that refuses",
      { reason: "too-small", answers: { ...answers, worn: "yes" } },
      "returns.answerRefused",
    ],
    [
      "an answer that wants a look",
      { reason: "too-small", answers: { ...answers, tag: "no" } },
      "window answer",
    ],
    ["all as it should be", { reason: "too-small", answers }, "window"],
  ])("%s", (_name, line, expected) => {
    expect(saysOf({ reasons }, asking(line))).toBe(expected);
  });
});

describe("what is offered", () => {
  const outcomes = {
    refund: { on: true },
    credit: { on: true, bonus: { kind: "percent" as const, percent: 10 } },
    keep: { on: true, under: 1_450, reasons: ["damaged-or-defective" as const] },
  };
  it.each<[string, Partial<ReturnPolicy>, ReturnRequest, string]>([
    [
      "only refunds by a policy that says nothing",
      {},
      asking({ outcome: "credit" }),
      "returns.outcomeNotOffered",
    ],
    ["credit where it is on", { outcomes }, asking({ outcome: "credit" }), "window"],
    [
      "keeping what is worth little",
      { outcomes },
      asking({ outcome: "keep", reason: "damaged-or-defective" }),
      "window",
    ],
    [
      "not two of them",
      { outcomes },
      asking({ outcome: "keep", reason: "damaged-or-defective", quantity: 2 }),
      "returns.outcomeNotOffered",
    ],
    [
      "not for another reason",
      { outcomes },
      asking({ outcome: "keep", reason: "style" }),
      "returns.outcomeNotOffered",
    ],
    ["no money for a gift", {}, asking({}, { gift: true }), "returns.outcomeNotOffered"],
    ["credit for a gift", { outcomes }, asking({}, { gift: true }), "window"],
    [
      "a method that is not offered",
      { methods: ["store"] },
      asking({}, { method: "label" }),
      "returns.methodNotOffered",
    ],
    ["no method at all", { methods: [] }, asking(), "returns.methodNotOffered"],
    ["what is worth too little", { minimumValue: 1_451 }, asking(), "returns.belowMinimum"],
    ["what is worth just enough", { minimumValue: 1_450 }, asking(), "window"],
  ])("%s", (_name, policy, request, expected) => {
    expect(saysOf(policy, request)).toBe(expected);
  });

  it("reckons fees and bonus of each line, in the order's currency", () => {
    const order = worth({
      lines: [aReturnableLine({ total: { amount: 5_000n, currency: "EUR" } })],
      total: { amount: 5_850n, currency: "EUR" },
      totalShop: { amount: 5_000n, currency: "GBP" },
    });
    const policy = aPolicy({
      outcomes,
      restockingFee: { kind: "flat", flat: 100 },
      shipping: { paidBy: "shopper", flat: 500 },
    });
    const decision = decideReturn(policy, order, asking({ outcome: "credit" }), NOW);
    const eur = (amount: bigint) => ({ amount, currency: "EUR" });
    expect(decision).toMatchObject({
      value: {
        decisions: [{ value: eur(2_500n), restockingFee: eur(117n), bonus: eur(238n) }],
        fees: { shipping: eur(585n), handling: eur(0n), total: eur(585n) },
      },
    });
  });
});

describe("when a person looks", () => {
  const customer = { tags: ["watch"], orders: 4, returns: 3 };
  it.each<[string, ReturnPolicy["review"], Partial<ReturnableOrder>, string]>([
    ["never, when nothing is named", {}, { customer }, "window"],
    ["above a value", { valueAbove: 1_449 }, {}, "window value"],
    ["not at it", { valueAbove: 1_450 }, {}, "window"],
    ["above a number of returns", { returnsAbove: 2 }, { customer }, "window returns"],
    ["above a share", { rateAbove: 74 }, { customer }, "window rate"],
    ["not of two orders", { rateAbove: 10 }, { customer: { orders: 2, returns: 2 } }, "window"],
    ["a tag", { customerTags: ["Watch"] }, { customer }, "window customerTag"],
    ["an outcome", { outcomes: ["refund"] }, {}, "window outcome"],
  ])("%s", (_name, review, over, expected) => {
    expect(saysOf({ review }, asking(), worth(over))).toBe(expected);
  });

  it("trusts by a tag, or by orders that stayed", () => {
    const trusted = { customerTags: ["vip"], ordersAtLeast: 5, rateAtMost: 20 };
    expect(isTrusted(aPolicy({ trusted }), { tags: ["VIP"] })).toBe(true);
    expect(isTrusted(aPolicy({ trusted }), { orders: 5, returns: 1 })).toBe(true);
    expect(isTrusted(aPolicy({ trusted }), { orders: 5, returns: 2 })).toBe(false);
    expect(isTrusted(aPolicy({ trusted }), null)).toBe(false);
    expect(isTrusted(aPolicy(), { orders: 50 })).toBe(false);
  });
});

describe("bundles that come back whole", () => {
  const bundle = worth({
    lines: [
      aReturnableLine({ quantity: 4, bundleId: "B" }),
      aReturnableLine({ id: "L2", quantity: 2, bundleId: "B" }),
    ],
    parcels: [
      aReturnableParcel({
        lines: [
          { id: "F1", orderLineId: "L1", quantity: 4 },
          { id: "F2", orderLineId: "L2", quantity: 2 },
        ],
      }),
    ],
  });
  it.each([
    ["one part alone", [["L1", 2]], "returns.bundleWhole"],
    [
      "parts of different bundles",
      [
        ["L1", 2],
        ["L2", 2],
      ],
      "returns.bundleWhole",
    ],
    [
      "one of two bundles",
      [
        ["L1", 2],
        ["L2", 1],
      ],
      "window",
    ],
  ] as const)("%s", (_name, lines, expected) => {
    const request = { lines: lines.map(([orderLineId, quantity]) => ({ orderLineId, quantity })) };
    expect(saysOf({ bundles: "whole" }, request, bundle)).toBe(expected);
    expect(saysOf({}, request, bundle)).toBe("window");
  });
});

describe("Shopify's verdict", () => {
  it("the stricter one holds, parcel by parcel", () => {
    const ours = [
      { fulfilmentLineId: "F1", free: 2 },
      { fulfilmentLineId: "F2", free: 1 },
    ];
    expect(stricter(ours, [{ fulfilmentLineId: "F1", quantity: 1 }])).toEqual([
      { fulfilmentLineId: "F1", free: 1 },
    ]);
    expect(stricter(ours, "silent")).toEqual(ours);
  });

  it.each<[string, ReturnableOrder["shopify"], string, string]>([
    ["was not asked", undefined, "window", "notAsked"],
    ["is silent: ours alone", "silent", "window", "silent"],
    ["agrees", [{ fulfilmentLineId: "F1", quantity: 2 }], "window", "asked"],
    ["names nothing", [], "returns.shopifyBars", ""],
  ])("%s", (_name, shopify, expected, note) => {
    const order = worth({ shopify });
    expect(saysOf({}, asking(), order)).toBe(expected);
    const decision = decideReturn(aPolicy(), order, asking(), NOW);
    expect(decision.ok ? decision.value.shopify : "").toBe(note);
  });
});

it("marks every line that is refused, each with its own code", () => {
  const request = {
    lines: [
      { orderLineId: "L1", quantity: 3 },
      { orderLineId: "L9", quantity: 1 },
      { orderLineId: "L1", quantity: 1 },
    ],
  };
  expect(
    lineRefusals(aPolicy(), worth(), request, NOW).map(({ asked, refusal }) => [asked, refusal.code]),
  ).toEqual([
    [0, "returns.quantityTooLarge"],
    [1, "returns.lineUnknown"],
  ]);
});

describe("laws of the window", () => {
  const ZONES = [
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
  ];

  it("it is open on every moment of its last day in the shop's zone, and on none after", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }),
        (timeZone, delivered, windowDays, aroundSeconds) => {
          const parcels = [aReturnableParcel({ deliveredAt: new Date(delivered) })];
          const order = worth({ parcels });
          const now = new Date(delivered + windowDays * 86_400_000 + aroundSeconds * 1_000);
          const decision = decideReturn(aPolicy({ timeZone, windowDays }), order, asking(), now);
          const counted = (at: Date | number) =>
            Date.parse(`${dayIn(new Date(at), timeZone)}T00:00:00Z`) / 86_400_000;
          expect(decision.ok).toBe(counted(now) - counted(delivered) <= windowDays);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("more days never refuse what fewer allowed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(30), fc.nat(100), (days, more, age) => {
        const now = new Date(Date.parse("2026-11-05T13:20:00Z") + age * 86_400_000);
        const open = (windowDays: number) => decideReturn(aPolicy({ windowDays }), worth(), asking(), now).ok;
        expect(open(days) && !open(days + more)).toBe(false);
      }),
    );
  });
});
