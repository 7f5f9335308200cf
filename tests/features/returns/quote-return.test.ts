import { afterAll, beforeAll, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, variant, wished } from "#tests/factories/return-outcome";
import { orderDetail } from "~/features/orders/queries.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { policySchema } from "~/features/returns/policy-schema";
import { readQuote, writeQuote } from "~/features/returns/quote";
import { type QuoteAsk, quoteReturn } from "~/features/returns/quote-return.server";
import { addWorkdays, endOfDay } from "~/features/returns/refund-by";
import { calculateReturn } from "~/platform/shopify/calculate-return.server";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());

const POLICY = {
  ...policySchema.parse({
    restockingFee: { kind: "percent", percent: 10, waivedReasons: [] },
    returnFee: { kind: "flat", flat: 200, waivedReasons: [], waivedOutcomes: ["exchange"] },
    outcomes: { credit: { on: true, bonus: { kind: "percent", percent: 10 } } },
    refund: { withinDays: 5 },
  }),
  timeZone: "Europe/London",
  version: 1,
};
const ask = (line: Partial<QuoteAsk["lines"][number]> & { orderLineId: string }): QuoteAsk => ({
  method: "own",
  gift: false,
  lines: [{ quantity: 1, reason: "style", outcome: "refund", ...line }],
});
const quoted = async (orderId: string, asked: QuoteAsk) => {
  const answer = await quoteReturn(day.shop, POLICY, orderId, asked);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

/** What Shopify itself makes of one unit of the order's first line, before fees. */
async function shopifysWorth(orderId: string) {
  const order = await day.shop.transact((tx) => orderDetail(tx, orderId));
  const line = order?.lines[0]?.id;
  const sent = order?.parcels.flatMap(({ lines }) => lines).find((one) => one.orderLineId === line);
  const fulfilmentLineId = sent?.id ?? "";
  const asked = { orderId, lines: [{ fulfilmentLineId, quantity: 1 }], exchange: [] };
  return (await calculateReturn(day.shop.id, asked, "storefront"))?.lines[0]?.subtotal;
}

it("says what comes back, as Shopify reckons it too, and is kept as it was shown", async () => {
  const order = await day.delivered();
  const quote = await quoted(order.id, ask({ orderLineId: order.lines[0]?.id ?? "" }));
  expect(quote).toMatchObject({
    currency: "GBP",
    refund: 1_555n,
    restockingFee: 195n,
    returnFee: 200n,
    total: 1_555n,
    shopify: null,
  });
  expect(quote.lines[0]?.value).toBe(await shopifysWorth(order.id));
  expect(readQuote(writeQuote(quote))).toEqual(quote);
  expect(readQuote(null)).toBeNull();
  expect(readQuote({ refund: "lots" })).toBeNull();
  const elsewhere = await quoteReturn(day.neighbour, POLICY, order.id, ask({ orderLineId: "1" }));
  expect(elsewhere).toMatchObject({ refusal: { code: "returns.notFound" } });
});

it("is in the shopper's currency, discounts and fees too, to the last cent", async () => {
  for (const [currency, shopper] of [
    ["EUR", "lieselotte"],
    ["JPY", "haruto"],
    ["KWD", "layla"],
    ["USD", "jordan"],
  ] as const) {
    const order = await day.delivered({ currency, shopper, discountPercent: 15 });
    const line = order.lines[0];
    const quote = await quoted(order.id, ask({ orderLineId: line?.id ?? "" }));
    expect(quote.currency).toBe(currency);
    expect(quote.refund + quote.restockingFee + quote.returnFee).toBe(quote.lines[0]?.value);
    expect(quote.lines[0]?.value, currency).toBe(await shopifysWorth(order.id));
  }
});

it("prices what is sent instead as Shopify does, and says who owes whom", async () => {
  const order = await day.delivered();
  const jumper = await variant(day, "MER-JMP-M");
  const orderLineId = order.lines[0]?.id ?? "";
  const exchange = { variantId: jumper.id, unitPrice: null };
  const quote = await quoted(order.id, ask({ orderLineId, outcome: "exchange", exchange }));
  expect(quote.exchangeValue).toBe(jumper.price);
  expect(quote.exchangeDifference).toBe(jumper.price - (1_950n - 195n));
  expect(quote.total).toBe(0n);
  expect(quote.shopify).toBe(quote.total);
});

it("still answers when Shopify does not, and then says so", async () => {
  const order = await day.delivered();
  day.store.faults.set({ errorPercent: 100 });
  const exchange = { variantId: (await variant(day, "MER-JMP-M")).id, unitPrice: 2_000n };
  const orderLineId = order.lines[0]?.id ?? "";
  const quote = await quoted(order.id, ask({ orderLineId, outcome: "exchange", exchange }));
  day.store.faults.set({ errorPercent: 0 });
  expect(quote).toMatchObject({ exchangeValue: 2_000n, shopify: null });
}, 40_000);

it("pays in the shopper's currency what was promised in it, through to the ledger", async () => {
  await inForce(day, { refund: { when: "onInspection" } });
  const order = await day.delivered({
    currency: "JPY",
    shopper: "haruto",
    discountPercent: 15,
    cart: "dozen",
  });
  const id = await wished(day, order, { outcome: "refund" }, { quantity: 5 });
  await day.work();
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
  await day.work();
  const detail = await day.detail(id);
  expect(detail).toMatchObject({ state: "closed", problem: null, currency: "JPY" });
  expect(await ledgerOf(day, order.id)).toEqual([
    { kind: "refund", amount: Number(detail.refund?.amount), state: "paid" },
  ]);
});

it("promises by working days and to the end of the shop's day, whatever the clocks do", () => {
  expect(addWorkdays("2026-11-20", 1)).toBe("2026-11-23"); // Friday → Monday
  expect(addWorkdays("2026-11-21", 5)).toBe("2026-11-27"); // from a Saturday
  expect(addWorkdays("2026-11-20", 0)).toBe("2026-11-20");
  expect(endOfDay("2026-03-28", "Europe/London").toISOString()).toBe("2026-03-28T23:59:59.999Z");
  expect(endOfDay("2026-03-29", "Europe/London").toISOString()).toBe("2026-03-29T22:59:59.999Z");
  expect(endOfDay("2026-11-01", "America/New_York").toISOString()).toBe("2026-11-02T04:59:59.999Z");
  expect(endOfDay("2026-06-30", "Pacific/Kiritimati").toISOString()).toBe("2026-06-30T09:59:59.999Z");
  expect(endOfDay("2026-06-30", "Nowhere/Land").toISOString()).toBe("2026-06-30T23:59:59.999Z");
});
