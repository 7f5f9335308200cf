import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DeliveredOrder, openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { orderDetail } from "~/features/orders/queries.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { emptyDraft } from "~/features/returns/change-request.server";
import { openRequest } from "~/features/returns/open-request.server";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";
import type { DraftLine } from "~/features/returns/request-form";
import { requestReturn } from "~/features/returns/request-return.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
let version = 0;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day.close());
beforeEach(() => publish({}));

const publish = (policy: PolicyInput) =>
  day.shop.transact((tx) =>
    insertVersion(
      tx,
      ++version,
      policySchema.parse({ windowDays: 60, autoApprove: true, ...policy }),
      "Maya",
    ),
  );
const EVERYTHING: PolicyInput = {
  outcomes: {
    refund: { on: true },
    credit: { on: true, bonus: { kind: "percent", percent: 10 } },
    exchange: { on: true },
    exchangeAny: { on: true },
  },
};

/** The last page of a request for the order's first lines, so many of each. */
async function checked(order: DeliveredOrder, lines: Partial<DraftLine>[]) {
  const detail = await day.shop.transact((tx) => orderDetail(tx, order.id));
  if (!detail) throw new Error("No such order");
  const draft = {
    ...emptyDraft(),
    method: "label" as const,
    lines: lines.map((over, at) => ({
      orderLineId: detail.lines[at]?.id ?? "",
      quantity: 1,
      reason: "too-small" as const,
      answers: {},
      photos: [],
      outcome: "refund" as const,
      variantId: null,
      search: "",
      ...over,
    })),
  };
  const scope = { orders: [detail], moreOrders: false, gift: false };
  const view = await openRequest(day.shop, scope, draft, { checkTo: "check", show: "check" });
  return { view, detail, quote: view.quotes.get(order.id) };
}

const ask = (order: DeliveredOrder, lines: Parameters<typeof requestReturn>[1]["lines"]) =>
  requestReturn(day.shop, { orderId: order.id, requestKey: newId(), lines });
const kept = async (id: string) =>
  (await day.owner.query(`select * from return_line where "returnId" = $1 order by id`, [id])).rows;

describe("what is offered and quoted, with the store on this machine", () => {
  it("another version of the same thing: in stock or not, with its price and the difference", async () => {
    await publish(EVERYTHING);
    const order = await day.delivered();
    const { view, detail } = await checked(order, [{ outcome: "exchange" }]);
    expect(view.problems).toMatchObject([{ step: "how", refusal: { code: "returns.exchangeMissing" } }]);
    const [line] = detail.lines;
    const product = view.exchange?.versions.get(line?.id ?? "");
    const other = product?.variants.find((one) => one.id !== line?.variantId && one.available !== 0);
    expect(other?.price.currency).toBe(detail.total.currency);
    const chosen = await checked(order, [{ outcome: "exchange", variantId: other?.id ?? "" }]);
    expect(chosen.view.problems).toEqual([]);
    expect(chosen.quote?.exchangeValue).toBeGreaterThan(0n);
    const asked = await ask(order, [
      {
        orderLineId: line?.id ?? "",
        quantity: 1,
        reason: "too-small",
        outcome: "exchange",
        variantId: other?.id ?? "",
      },
    ]);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await kept(asked.value.id)).toMatchObject([
      { outcome: "exchange", exchangeVariantId: other?.id, exchangePrice: String(other?.price.amount) },
    ]);
    const elsewhere = await day.delivered();
    const forged = { orderLineId: elsewhere.lines[0]?.id ?? "", quantity: 1, reason: "too-small" as const };
    expect(await ask(elsewhere, [{ ...forged, outcome: "exchange", variantId: "404" }])).toMatchObject({
      ok: false,
      refusal: { code: "returns.exchangeMissing" },
    });
  });

  it("anything else: found by its name, hostile words find nothing", async () => {
    await publish(EVERYTHING);
    const order = await day.delivered();
    const { view, detail } = await checked(order, [{ outcome: "exchangeAny", search: "mug" }]);
    const id = detail.lines[0]?.id ?? "";
    const found = view.exchange?.anything.get(id) ?? [];
    expect(found.map((one) => one.title)).toContain("Enamel mug");
    const nothing = await checked(order, [{ outcome: "exchangeAny", search: `") OR status:draft (` }]);
    expect(nothing.view.exchange).not.toBeNull();
    const mug = found[0]?.variants.find((one) => one.available !== 0);
    const chosen = await checked(order, [{ outcome: "exchangeAny", variantId: mug?.id ?? "" }]);
    expect(chosen.view.problems).toEqual([]);
    expect(chosen.quote?.currency).toBe(detail.total.currency);
  });

  it("in the currency the order was placed in", async () => {
    await publish(EVERYTHING);
    const order = await day.delivered({ currency: "EUR" });
    const { quote, detail, view } = await checked(order, [{ outcome: "credit" }]);
    const [line] = detail.lines;
    expect(detail.total.currency).toBe("EUR");
    expect(quote?.currency).toBe("EUR");
    expect(quote?.lines[0]?.value).toBeGreaterThan(0n);
    expect(quote?.lines[0]?.value).toBeLessThanOrEqual((line?.total.amount ?? 0n) + (line?.tax.amount ?? 0n));
    const other = view.exchange?.versions.get(line?.id ?? "")?.variants[0];
    expect(other?.price.currency).toBe("EUR");
  });

  it("from the day of shipping on, where nobody told of the delivery", async () => {
    const order = await day.delivered({}, { undelivered: true });
    const { view } = await checked(order, [{}]);
    expect(view.orders[0]?.lines[0]?.grounds?.countedFrom).toBe("shipping");
  });

  it("never more than what was paid and is left: after a refund in Shopify's admin", async () => {
    const order = await day.delivered();
    const before = await checked(order, [{}]);
    const [line] = before.detail.lines;
    const whole = await checked(order, [{ quantity: line?.quantity ?? 1 }]);
    await day.ask(
      `mutation Refund($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "${newId()}") { refund { id } userErrors { message } } }`,
      {
        input: {
          orderId: `gid://shopify/Order/${order.id}`,
          refundLineItems: [
            {
              lineItemId: `gid://shopify/LineItem/${line?.id}`,
              quantity: line?.quantity,
              restockType: "NO_RESTOCK",
            },
          ],
          transactions: [],
        },
      },
    );
    await refreshOrder(day.shop, order.id, "staff");
    const after = await checked(order, [{}]);
    expect(whole.quote?.total).toBeGreaterThan(0n);
    expect(after.view.orders[0]?.lines[0]).toMatchObject({ most: 0 });
    expect(after.view.problems[0]?.refusal.code).toMatch(/returns\.(alreadyReturned|quantityTooLarge)/);
  });
});
