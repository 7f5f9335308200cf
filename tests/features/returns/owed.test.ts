import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keptTerms,
  type Owed,
  type OwedAsk,
  type OwedOrder,
  type OwedOrderLine,
  owed,
  PAYOUT_KINDS,
  shareOf,
  type Terms,
} from "~/features/returns/owed";
import { OUTCOMES, type Outcome, policySchema } from "~/features/returns/policy-schema";
import { policyTerms } from "~/features/returns/policy-terms";

const FREE: Terms = {
  restockingFee: () => 0n,
  bonus: () => 0n,
  returnFee: () => 0n,
  creditAs: "credit",
};
const line = (over: Partial<OwedOrderLine> = {}): OwedOrderLine => ({
  id: "1",
  quantity: 2,
  total: 2_900n,
  tax: 0n,
  takenBefore: 0,
  left: null,
  ...over,
});
const order = (lines: OwedOrderLine[] = [line()], over: Partial<OwedOrder> = {}): OwedOrder => ({
  currency: "GBP",
  taxesIncluded: false,
  left: null,
  lines,
  ...over,
});
const ask = (over: Partial<OwedAsk> = {}): OwedAsk => ({
  id: null,
  orderLineId: "1",
  quantity: 1,
  reason: "style",
  outcome: "refund",
  exchange: null,
  ...over,
});
const worth = (unitPrice: bigint, tax: bigint | null = null) => ({ unitPrice, tax });

describe("what a line is worth", () => {
  it.each<[string, OwedOrder, OwedAsk[], Partial<Owed>]>([
    ["half of two", order(), [ask()], { refund: 1_450n, total: 1_450n }],
    [
      "an odd penny goes with the last",
      order([line({ quantity: 3, total: 1_000n, takenBefore: 2 })]),
      [ask()],
      { refund: 333n },
    ],
    ["tax beside the price", order([line({ tax: 580n })]), [ask()], { refund: 1_740n }],
    ["tax in the price", order([line({ tax: 483n })], { taxesIncluded: true }), [ask()], { refund: 1_450n }],
    ["yen have no cents", order([line({ total: 5_001n })], { currency: "JPY" }), [ask()], { refund: 2_501n }],
    [
      "what was refunded before is not there any more",
      order([line({ left: 900n })]),
      [ask()],
      { refund: 900n },
    ],
    [
      "nor what the order has not got",
      order([line()], { left: 500n }),
      [ask({ quantity: 2 })],
      { refund: 500n },
    ],
    ["a line that is not the order's is nothing", order(), [ask({ orderLineId: "9" })], { refund: 0n }],
    [
      "two lines of a bundle share its price as Shopify shared it",
      order([line({ id: "1", total: 700n, quantity: 1 }), line({ id: "2", total: 300n, quantity: 1 })]),
      [ask(), ask({ orderLineId: "2" })],
      { refund: 1_000n },
    ],
  ])("%s", (_, from, asked, expected) => {
    expect(owed(FREE, from, asked)).toMatchObject(expected);
  });
});

describe("where it goes", () => {
  const charging = (over: Partial<Terms>): Terms => ({ ...FREE, ...over });
  it.each<[string, Terms, OwedAsk[], Partial<Owed>]>([
    [
      "credit with its bonus",
      charging({ bonus: (_, base) => base / 10n }),
      [ask({ outcome: "credit" })],
      { credit: 1_450n, bonus: 145n, refund: 0n, total: 1_595n },
    ],
    [
      "a gift card where there is no account",
      charging({ creditAs: "giftCard" }),
      [ask({ outcome: "credit" })],
      { giftCard: 1_450n, credit: 0n },
    ],
    [
      "a restocking fee stays with the shop",
      charging({ restockingFee: () => 200n }),
      [ask()],
      { refund: 1_250n, restockingFee: 200n },
    ],
    [
      "a return fee comes off money before credit",
      charging({ returnFee: () => 400n }),
      [ask({ outcome: "credit" }), ask()],
      { credit: 1_450n, refund: 1_050n, returnFee: 400n },
    ],
    [
      "fees never take more than there is",
      charging({ returnFee: () => 9_999n }),
      [ask()],
      { refund: 0n, returnFee: 1_450n, exchangeDifference: 0n },
    ],
    [
      "an even exchange",
      FREE,
      [ask({ outcome: "exchange", exchange: worth(1_450n) })],
      { exchange: 1_450n, exchangeValue: 1_450n, exchangeDifference: 0n, total: 0n },
    ],
    [
      "a dearer one: the shopper owes",
      FREE,
      [ask({ outcome: "exchange", exchange: worth(2_000n) })],
      { exchange: 1_450n, exchangeValue: 2_000n, exchangeDifference: 550n, refund: 0n },
    ],
    [
      "a cheaper one: the shop owes",
      FREE,
      [ask({ outcome: "exchange", exchange: worth(1_000n) })],
      { exchange: 1_000n, exchangeDifference: -450n, refund: 450n },
    ],
    [
      "a dearer one beside a refund: the refund pays first",
      FREE,
      [ask({ outcome: "exchange", exchange: worth(2_000n) }), ask()],
      { exchange: 2_000n, exchangeDifference: 0n, refund: 900n },
    ],
    [
      "a fee that the exchange leaves no room for is owed too",
      charging({ returnFee: () => 300n }),
      [ask({ outcome: "exchange", exchange: worth(1_450n) })],
      { exchange: 1_150n, returnFee: 300n, exchangeDifference: 300n },
    ],
    [
      "a bonus towards something dearer, never paid out",
      charging({ bonus: () => 1_000n }),
      [ask({ outcome: "exchangeAny", exchange: worth(2_000n) })],
      { exchange: 1_450n, exchangeValue: 1_450n, exchangeDifference: 0n, bonus: 0n, refund: 0n },
    ],
    [
      "the same again costs nobody anything",
      FREE,
      [ask({ outcome: "replacement" })],
      { exchange: 1_450n, exchangeValue: 1_450n, exchangeDifference: 0n, refund: 0n },
    ],
    ["what stays there is refunded", FREE, [ask({ outcome: "keep" })], { refund: 1_450n }],
  ])("%s", (_, terms, asked, expected) => {
    expect(owed(terms, order(), asked)).toMatchObject(expected);
  });

  it("an exchange is taxed as Shopify says, or else as what comes back was", () => {
    const from = order([line({ total: 2_000n, tax: 400n })]);
    const exchange = (tax: bigint | null) => ask({ outcome: "exchange", exchange: worth(1_500n, tax) });
    expect(owed(FREE, from, [exchange(null)]).exchangeValue).toBe(1_800n);
    expect(owed(FREE, from, [exchange(100n)]).exchangeValue).toBe(1_600n);
  });
});

it("a policy's fixed amounts are in the shop's currency, and a percentage is of the value", () => {
  const policy = policySchema.parse({
    restockingFee: { kind: "percent", percent: 10 },
    returnFee: { kind: "flat", flat: 500 },
    outcomes: { credit: { on: true, bonus: { kind: "percent", percent: 5 } } },
  });
  const terms = policyTerms(policy, {
    currency: "EUR",
    method: "own",
    rate: { total: 12_000n, totalShop: 10_000n },
    creditAs: "credit",
  });
  const result = owed(terms, order([line({ quantity: 1, total: 10_000n })], { currency: "EUR" }), [
    ask({ outcome: "credit" }),
  ]);
  expect(result).toMatchObject({
    restockingFee: 1_000n,
    returnFee: 600n,
    credit: 8_400n,
    bonus: 450n,
    total: 8_850n,
  });
});

const amount = fc.bigInt({ min: 0n, max: 10_000_000n });
const orderLine = (id: string) =>
  fc.record({
    id: fc.constant(id),
    quantity: fc.integer({ min: 1, max: 12 }),
    total: amount,
    tax: amount,
    takenBefore: fc.constant(0),
    left: fc.option(amount, { nil: null }),
  });
const anyOrder = fc.record({
  currency: fc.constantFrom("GBP", "JPY", "KWD"),
  taxesIncluded: fc.boolean(),
  left: fc.option(amount, { nil: null }),
  lines: fc.tuple(orderLine("1"), orderLine("2"), orderLine("3")),
});
const anyAsk = fc.record({
  id: fc.constant(null),
  orderLineId: fc.constantFrom("1", "2", "3"),
  quantity: fc.integer({ min: 1, max: 12 }),
  reason: fc.constant("style"),
  outcome: fc.constantFrom<Outcome>(...OUTCOMES),
  exchange: fc.option(fc.record({ unitPrice: amount, tax: fc.option(amount, { nil: null }) }), { nil: null }),
});
const anyTerms = fc
  .record({ fee: amount, bonus: amount, back: amount, creditAs: fc.constantFrom("credit", "giftCard") })
  .map(
    ({ fee, bonus, back, creditAs }): Terms => ({
      restockingFee: () => fee,
      bonus: () => bonus,
      returnFee: () => back,
      creditAs: creditAs as Terms["creditAs"],
    }),
  );

describe("whatever is bought and asked", () => {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

  it("every line's value goes out to the last minor unit, nothing twice, nothing below nothing", () => {
    fc.assert(
      fc.property(anyTerms, anyOrder, fc.array(anyAsk, { maxLength: 6 }), (terms, from, asked) => {
        const result = owed(terms, from, asked);
        for (const one of result.lines) {
          expect(sum(PAYOUT_KINDS.map((kind) => one.goesOutAs[kind]))).toBe(one.value);
          for (const kind of PAYOUT_KINDS) expect(one.goesOutAs[kind]).toBeGreaterThanOrEqual(0n);
        }
        const out = result.refund + result.credit + result.giftCard + result.exchange;
        expect(out + result.restockingFee + result.returnFee).toBe(sum(result.lines.map((one) => one.value)));
        if (from.left !== null) expect(out).toBeLessThanOrEqual(from.left);
        for (const bought of from.lines) {
          const went = sum(
            result.lines.filter((one) => one.orderLineId === bought.id).map((one) => one.value),
          );
          if (bought.left !== null) expect(went).toBeLessThanOrEqual(bought.left);
          expect(went).toBeLessThanOrEqual(bought.total + (from.taxesIncluded ? 0n : bought.tax));
        }
        // Goods are paid for by what comes back or by the shopper, and only what is left comes back as money.
        if (result.exchangeDifference > 0n && result.exchangeValue > 0n) expect(result.refund).toBe(0n);
      }),
      { numRuns: 2_000 },
    );
  });

  it("units sent back one by one get what they get together", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 50 }), (total, quantity) => {
        const single = Array.from({ length: quantity }, (_, at) => shareOf(total, quantity, at, at + 1));
        expect(sum(single)).toBe(total);
        expect(shareOf(total, quantity, 0, quantity)).toBe(total);
      }),
    );
  });

  it("fees that were kept with a line are shared over its units, and never grow", () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 12 }), (fee, bonus, quantity) => {
        const terms = keptTerms([{ id: "a", quantity, restockingFee: fee, bonus }], 0n, "credit");
        const of = (units: number) => ask({ id: "a", quantity: units });
        expect(terms.restockingFee(of(quantity), fee)).toBe(fee);
        for (let units = 1; units < quantity; units++)
          expect(terms.restockingFee(of(units), fee)).toBeLessThanOrEqual(fee);
      }),
    );
  });
});
