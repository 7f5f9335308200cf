import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import type { Actor } from "~/features/returns/facts";
import { payRefund } from "~/features/returns/pay-refund.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { retryReturn } from "~/features/returns/retry-return.server";
import { tellShopify } from "~/features/returns/tell-shopify.server";
import { newId } from "~/values/ids";

const MAYA: Actor = { kind: "staff", id: "42", name: "Maya" };
let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());

const ledger = async (orderId: string) => {
  const { rows } = await day.owner.query(
    `select e.state, e.amount::int as amount, e."shopifyRefundId" as refund, l."paidOut"::int as "paidOut"
     from ledger l left join ledger_entry e on e."orderId" = l.id where l.id = $1 order by e.at`,
    [orderId],
  );
  return rows;
};

describe("asking", () => {
  it("twenty times at once is one return and one label", async () => {
    const order = await day.delivered();
    const form = {
      orderId: order.id,
      requestKey: newId(),
      lines: [{ orderLineId: order.lines[0]?.id ?? "", quantity: 1, reason: "style" as const }],
      note: null,
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => requestReturn(day.shop, form)));
    expect(new Set(all.map((one) => (one.ok ? one.value.id : one.refusal.code))).size).toBe(1);
    await day.work();
    expect(await day.theirs(order.id)).toHaveLength(1);
    const elsewhere = await requestReturn(day.neighbour, form);
    expect(elsewhere).toMatchObject({ refusal: { code: "returns.notFound" } });
  });

  it("from twenty forms at once never takes more than was bought", async () => {
    const order = await day.delivered();
    const line = order.lines[0];
    const asks = Array.from({ length: 20 }, () =>
      requestReturn(day.shop, {
        orderId: order.id,
        requestKey: newId(),
        lines: [{ orderLineId: line?.id ?? "", quantity: 1, reason: "style" }],
        note: null,
      }),
    );
    const allowed = (await Promise.all(asks)).filter((one) => one.ok).length;
    expect(allowed).toBe(line?.quantity);
    await day.work();
  });
});

describe("when Shopify's answer is lost", () => {
  it("the return is found again by its number, not made twice", async () => {
    const order = await day.delivered();
    day.loseAnswerTo("RequestReturn");
    const id = await day.requested(order);
    await day.work();
    expect(await day.theirs(order.id)).toHaveLength(1);
    expect(await day.detail(id)).toMatchObject({ state: "requested", problem: null });
    expect((await day.detail(id)).shopifyReturnId).toBe(
      (await day.theirs(order.id))[0]?.id.split("/").at(-1),
    );
  });

  it("the refund is paid once, and counted once", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    day.loseAnswerTo("ProcessReturn");
    await refundReturn(day.shop, id, { amount: 1950n, restock: false }, MAYA);
    await day.work();
    const [theirs] = await day.theirs(order.id);
    expect(theirs?.refunds.nodes).toHaveLength(1);
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount: 1950n } });
    const refund = theirs?.refunds.nodes[0]?.id.split("/").at(-1);
    expect(await ledger(order.id)).toEqual([{ state: "paid", amount: 1950, refund, paidOut: 1950 }]);
  });

  it("the label is attached once", async () => {
    const order = await day.delivered();
    day.loseAnswerTo("CreateReverseDelivery");
    await day.received(order);
    const deliveries = (await day.theirs(order.id))[0]?.reverseFulfillmentOrders.nodes[0]?.reverseDeliveries;
    expect(deliveries?.nodes).toHaveLength(1);
  });
});

describe("two workers at once", () => {
  it("make one return", async () => {
    const order = await day.delivered();
    const id = await day.requested(order);
    await Promise.all([tellShopify(day.shop, id), tellShopify(day.shop, id), tellShopify(day.shop, id)]);
    await day.work();
    expect(await day.theirs(order.id)).toHaveLength(1);
  });

  it("pay one refund", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundReturn(day.shop, id, { amount: 1950n, restock: true }, MAYA);
    await Promise.allSettled([payRefund(day.shop, id), payRefund(day.shop, id), payRefund(day.shop, id)]);
    await day.work();
    expect((await day.theirs(order.id))[0]?.refunds.nodes).toHaveLength(1);
    expect(await ledger(order.id)).toMatchObject([{ state: "paid", paidOut: 1950 }]);
  });
});

describe("money", () => {
  it("above what was paid is refused, and the database would refuse it too", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    const tooMuch = await refundReturn(day.shop, id, { amount: 99_999_999n, restock: true }, MAYA);
    expect(tooMuch).toMatchObject({ ok: false, refusal: { code: "returns.refundTooLarge" } });
    expect(await ledger(order.id)).toMatchObject([{ state: null, paidOut: 0 }]);
    await expect(
      day.owner.query(`update ledger set "paidOut" = paid + 1 where id = $1`, [order.id]),
    ).rejects.toThrow(/ledger_never_overpaid/);
  });

  it("of another amount than was confirmed is not paid; staff confirm the new one", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundReturn(day.shop, id, { amount: 1000n, restock: true }, MAYA);
    await day.work();
    expect((await day.detail(id)).problem).toMatch(/^refund-return: Nothing was paid: .*£19\.50/);
    expect((await day.theirs(order.id))[0]?.refunds.nodes).toEqual([]);
    expect(await refundReturn(day.shop, id, { amount: 1950n, restock: true }, MAYA)).toMatchObject({
      ok: true,
    });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount: 1950n } });
    expect(await ledger(order.id)).toMatchObject([{ state: "paid", amount: 1950, paidOut: 1950 }]);
  });

  it("asked for twice is promised once", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    const ask = () => refundReturn(day.shop, id, { amount: 1950n, restock: true }, MAYA);
    await Promise.all([ask(), ask(), ask()]);
    await day.work();
    expect(await ledger(order.id)).toMatchObject([{ state: "paid", amount: 1950 }]);
    expect(await ask()).toMatchObject({ refusal: { code: "returns.alreadyDecided" } });
  });
});

it("what Shopify refuses is shown on the return, and tried again when staff say so", async () => {
  const order = await day.delivered();
  const id = await day.requested(order);
  // somebody returns the same thing in Shopify's admin before we get there, all of it
  const { requestReturn: inAdmin } = await import("#tests/store/actions/returns");
  const theirs = await inAdmin(day.store, { order: order.name });
  await day.work();
  expect((await day.detail(id)).problem).toMatch(/^tell-shopify-return: Shopify refused it \(INVALID/);
  const { changeReturn } = await import("#tests/store/actions/returns");
  await changeReturn(day.store, { return: theirs.id, to: "cancel" });
  await day.work();
  await retryReturn(day.shop, id);
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "requested", problem: null });
  expect((await day.theirs(order.id)).map((one) => one.status).sort()).toEqual(["CANCELED", "REQUESTED"]);
});
