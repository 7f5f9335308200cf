import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeePolicy, feesOf, inOrdersCurrency, returnFee, valueOfPieces } from "~/features/returns/fees";
import { METHODS, OUTCOMES, policySchema } from "~/features/returns/policy-schema";
import { RETURN_REASONS } from "~/features/returns/reasons";

const gbp = (amount: number | bigint) => ({ amount: BigInt(amount), currency: "GBP" });
const policy = (over: Record<string, unknown>): FeePolicy => policySchema.parse(over);

describe("what a line costs", () => {
  const tenth = policy({ restockingFee: { kind: "percent", percent: 10 } });
  it.each([
    ["a share", tenth, { value: gbp(2_900) }, 290n],
    ["half a penny goes up", tenth, { value: gbp(1_995) }, 200n],
    ["less than half goes down", tenth, { value: gbp(1_994) }, 199n],
    [
      "hundredths of a percent",
      policy({ restockingFee: { kind: "percent", percent: 12.34 } }),
      { value: gbp(10_000) },
      1_234n,
    ],
    ["waived where the shop is at fault", tenth, { value: gbp(2_900), reason: "damaged-or-defective" }, 0n],
    ["nothing of a replacement", tenth, { value: gbp(2_900), outcome: "replacement" as const }, 0n],
    [
      "a fixed amount for each piece",
      policy({ restockingFee: { kind: "flat", flat: 250 } }),
      { value: gbp(2_900), quantity: 2 },
      500n,
    ],
    [
      "never above the value",
      policy({ restockingFee: { kind: "flat", flat: 2_000 } }),
      { value: gbp(2_900), quantity: 2 },
      2_900n,
    ],
    [
      "waived for credit",
      policy({ restockingFee: { kind: "flat", flat: 250, waivedOutcomes: ["credit"] } }),
      { value: gbp(2_900), outcome: "credit" as const },
      0n,
    ],
  ])("%s", (_name, given, line, fee) => {
    expect(feesOf(given, line).restockingFee).toEqual(gbp(fee));
  });

  it("gives a bonus on what is left, for credit only", () => {
    const generous = policy({
      restockingFee: { kind: "flat", flat: 100 },
      outcomes: { credit: { on: true, bonus: { kind: "percent", percent: 10 } } },
    });
    expect(feesOf(generous, { value: gbp(2_100), outcome: "credit" }).bonus).toEqual(gbp(200));
    expect(feesOf(generous, { value: gbp(2_100), outcome: "refund" }).bonus).toEqual(gbp(0));
  });

  it("costs nothing by a policy that does not speak of it", () => {
    expect(feesOf({}, { value: gbp(100) })).toEqual({ restockingFee: gbp(0), bonus: gbp(0) });
  });
});

describe("fixed amounts in another currency go by the order's own rate", () => {
  it.each([
    ["the same currency", 500, undefined, 500n],
    ["pounds to euros at 1.17", 500, { total: 11_700n, totalShop: 10_000n }, 585n],
    ["pounds to yen, which has no decimals", 500, { total: 19_034n, totalShop: 10_000n }, 952n],
    ["yen to dinars, which have three", 500, { total: 2_060n, totalShop: 1_000n }, 1_030n],
    ["an order that cost nothing", 500, { total: 0n, totalShop: 0n }, 500n],
    ["one that cost nothing but in one", 500, { total: 0n, totalShop: 10n }, 0n],
  ])("%s", (_name, flat, rate, amount) => {
    expect(inOrdersCurrency(flat, rate)).toBe(amount);
  });
});

describe("what the return costs", () => {
  const posted = policy({ shipping: { paidBy: "shopper", flat: 495 } });
  const small = { reason: "too-small", value: gbp(2_900) };
  const broken = { reason: "damaged-or-defective", value: gbp(1_800) };
  const total = (given: FeePolicy, lines: object[], method: (typeof METHODS)[number] = "label") =>
    returnFee(given, { lines: lines as never, method, currency: "GBP" });

  it("postage, once, for prepaid ways", () => {
    expect(total(posted, [small, small]).shipping).toEqual(gbp(495));
    expect(total(posted, [small], "qr").shipping).toEqual(gbp(495));
    expect(total(posted, [small], "own").total).toEqual(gbp(0));
  });

  it("is waived when the shop is at fault for all of it", () => {
    expect(total(posted, [broken]).total).toEqual(gbp(0));
    expect(total(posted, [small, broken]).shipping).toEqual(gbp(495));
  });

  it("never takes more than the lines it is for are worth", () => {
    expect(total(posted, [{ ...small, value: gbp(300) }, broken]).shipping).toEqual(gbp(300));
  });

  it("a share is of the lines it is not waived for", () => {
    const fee = policy({ returnFee: { kind: "percent", percent: 10 } });
    expect(total(fee, [small, broken])).toEqual({ shipping: gbp(0), handling: gbp(290), total: gbp(290) });
  });
});

describe("laws", () => {
  const charge = {
    kind: fc.constantFrom("none", "percent", "flat"),
    percent: fc.integer({ min: 0, max: 20_000 }).map((hundredths) => hundredths / 100),
    flat: fc.integer({ min: 0, max: 100_000 }),
  };
  const fee = fc.record({
    ...charge,
    waivedReasons: fc.subarray([...RETURN_REASONS]),
    waivedOutcomes: fc.subarray([...OUTCOMES]),
  });
  const policies = fc.record({
    restockingFee: fee,
    returnFee: fee,
    shipping: fc.record({
      paidBy: fc.constantFrom("merchant", "shopper"),
      flat: charge.flat,
      waivedReasons: fc.subarray([...RETURN_REASONS]),
    }),
    outcomes: fc.record({ credit: fc.record({ on: fc.boolean(), bonus: fc.record(charge) }) }),
  });
  const lines = fc.array(
    fc.record({
      reason: fc.constantFrom(...RETURN_REASONS),
      outcome: fc.constantFrom(...OUTCOMES),
      value: fc.bigInt({ min: 0n, max: 500_000n }).map(gbp),
      quantity: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 4 },
  );
  const rates = fc.option(
    fc.record({
      total: fc.bigInt({ min: 0n, max: 10n ** 7n }),
      totalShop: fc.bigInt({ min: 0n, max: 10n ** 7n }),
    }),
    { nil: undefined },
  );

  it("no fee and no bonus is negative, and all fees together never exceed the value", () => {
    fc.assert(
      fc.property(policies, lines, rates, fc.constantFrom(...METHODS), (given, asked, rate, method) => {
        const parsed = policySchema.parse(given);
        const each = asked.map((line) => feesOf(parsed, line, rate));
        asked.forEach((line, at) => {
          const { restockingFee = gbp(0), bonus = gbp(0) } = each[at] ?? {};
          expect(restockingFee.amount >= 0n && restockingFee.amount <= line.value.amount).toBe(true);
          expect(bonus.amount >= 0n && bonus.amount <= line.value.amount).toBe(true);
        });
        const { shipping, handling, total } = returnFee(parsed, {
          lines: asked,
          method,
          currency: "GBP",
          rate,
        });
        const value = asked.reduce((sum, line) => sum + line.value.amount, 0n);
        const restocking = each.reduce((sum, one) => sum + one.restockingFee.amount, 0n);
        expect(shipping.amount >= 0n && handling.amount >= 0n).toBe(true);
        expect(total.amount).toBe(shipping.amount + handling.amount);
        expect(total.amount + restocking <= value).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("a part of a line is never worth more than the line", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (value, some, all) => {
          if (some > all) return;
          const part = valueOfPieces(value, some, all);
          expect(part >= 0n && part <= value).toBe(true);
        },
      ),
    );
  });
});
