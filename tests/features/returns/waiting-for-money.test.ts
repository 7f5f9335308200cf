import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, variant, wished } from "#tests/factories/return-outcome";
import { payOrder } from "#tests/store/actions/order-changes";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { followPayment, sweepPayments } from "~/features/returns/follow-payment.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { invoiceLateExchange } from "~/features/returns/late-exchange.server";
import { retryReturn } from "~/features/returns/retry-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import * as store from "~/features/returns/store.server";
import { ordersAwaitingMoney } from "~/features/returns/sweep-store.server";
import { warnOfDue } from "~/features/returns/warn-of-due.server";
import { refreshProfile } from "~/features/settings/refresh-profile.server";
import { OPTIONAL_SCOPES } from "~/platform/shopify/scopes";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());
beforeEach(() => inForce(day, { refund: { when: "onInspection" } }));

const kinds = async (id: string) =>
  (await day.shop.transact((tx) => returnTimeline(tx, id))).map((fact) => fact.kind);
const times = async (id: string, kind: string) => (await kinds(id)).filter((one) => one === kind).length;
const rowOf = (id: string) => day.shop.transact((tx) => store.load(tx, id));
const change = (id: string, set: string) => day.owner.query(`update "return" set ${set} where id = $1`, [id]);

/** How Shopify's packers see what is sent instead, and what the shopper owes. */
async function seen(orderId: string) {
  const { order } = await day.ask<{
    order: {
      totalOutstandingSet: { presentmentMoney: { amount: string } };
      fulfillmentOrders: {
        nodes: { status: string; fulfillmentHolds: { reason: string; handle: string }[] }[];
      };
    };
  }>(
    `query ($id: ID!) { order(id: $id) { totalOutstandingSet { presentmentMoney { amount } }
      fulfillmentOrders(first: 5) { nodes { status fulfillmentHolds { reason handle } } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  return {
    owes: Number(order.totalOutstandingSet.presentmentMoney.amount),
    work: order.fulfillmentOrders.nodes.filter((one) => one.status !== "CLOSED"),
  };
}

/** A tee that is exchanged for a jumper, which costs more. */
async function dearer() {
  const order = await day.delivered();
  const jumper = await variant(day, "MER-JMP-M");
  const wish = { outcome: "exchangeAny", exchangeVariantId: jumper.id, exchangePrice: jumper.price };
  const id = await wished(day, order, wish);
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
  await day.work();
  return { order, id };
}

/** What the shopper does with Shopify's invoice. */
async function pay(orderId: string) {
  await payOrder(day.store, { order: `gid://shopify/Order/${orderId}` });
  await refreshOrder(day.shop, orderId, "staff");
  await followPayment(day.neighbour, orderId);
  await followPayment(day.shop, orderId);
  await day.work();
}

describe("an exchange that costs more", () => {
  it("is held until the difference is paid, once though an answer is lost, and packed then", async () => {
    day.loseAnswerTo("HoldFulfilment");
    const { order, id } = await dearer();
    const { rma } = await day.detail(id);
    const held = await seen(order.id);
    expect(held.owes).toBeGreaterThan(0);
    expect(held.work).toEqual([
      { status: "ON_HOLD", fulfillmentHolds: [{ reason: "AWAITING_PAYMENT", handle: `aftercare-${rma}` }] },
    ]);
    expect(await kinds(id)).toEqual(expect.arrayContaining(["return.exchangeHeld", "return.invoiced"]));
    await sweepPayments(day.shop);
    await day.work();
    expect((await seen(order.id)).work[0]?.status).toBe("ON_HOLD");
    await pay(order.id);
    expect((await seen(order.id)).work).toEqual([{ status: "OPEN", fulfillmentHolds: [] }]);
    expect(await rowOf(id)).toMatchObject({ heldUntil: null, problem: null });
    await sweepPayments(day.shop);
    await followPayment(day.shop, order.id);
    await day.work();
    expect(await times(id, "return.exchangeReleased")).toBe(1);
  });

  it.each([
    ["wait", "ON_HOLD", "return.exchangeUnpaid"],
    ["send", "OPEN", "return.exchangeReleased"],
  ] as const)("not paid in time: the policy says %s", async (unpaid, status, fact) => {
    await inForce(day, { refund: { when: "onInspection" }, dearerExchange: { unpaid } });
    const { order, id } = await dearer();
    await change(id, `"heldUntil" = now() - interval '1 hour'`);
    for (let round = 0; round < 2; round++) {
      await sweepPayments(day.shop);
      await day.work();
    }
    expect((await seen(order.id)).work[0]?.status).toBe(status);
    expect(await times(id, fact)).toBe(1);
    expect(await day.waiting()).toEqual([]);
  });

  it("is not held where the policy sends it at once, nor one that costs the same", async () => {
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-XL");
    const wish = { outcome: "exchange", exchangeVariantId: size.id, exchangePrice: 1_950n };
    const same = await wished(day, order, wish);
    await approveReturn(day.shop, same, MAYA);
    await day.work();
    await inspectReturn(day.shop, same, await allAccepted(day, same), MAYA);
    await day.work();
    expect((await seen(order.id)).work[0]?.status).toBe("OPEN");
    await inForce(day, { refund: { when: "onInspection" }, dearerExchange: { hold: false } });
    const { order: other } = await dearer();
    expect((await seen(other.id)).work[0]?.status).toBe("OPEN");
  });

  it("is neither paid nor sent while the shop does not let us hold it, and goes on once it does", async () => {
    const { storeCredit, giftCards, holds } = OPTIONAL_SCOPES;
    day.store.installs.withdraw(day.shop.id, [holds]);
    await refreshProfile(day.shop);
    const { order, id } = await dearer();
    expect((await rowOf(id))?.problem).toContain("may not hold it back");
    expect((await seen(order.id)).work).toEqual([]);
    day.store.installs.grant(day.shop.id, [storeCredit, giftCards, holds]);
    await refreshProfile(day.shop);
    await retryReturn(day.shop, id);
    await day.work();
    expect((await seen(order.id)).work[0]?.status).toBe("ON_HOLD");
  });
});

describe("an exchange that was sent at once and whose parcel never comes", () => {
  const instant = { on: true, trustedOnly: false, deadlineDays: 10, whenLate: "invoice" };
  async function sentAhead(more: object = {}) {
    await inForce(day, { refund: { when: "onInspection" }, instantExchange: { ...instant, ...more } });
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-XL");
    const wish = { outcome: "exchange", exchangeVariantId: size.id, exchangePrice: 1_950n };
    const id = await wished(day, order, wish);
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    return { order, id };
  }
  /** The reminder's day and the last day pass. */
  async function late(id: string) {
    await change(id, `"sendBackBy" = now() + interval '2 days'`);
    await warnOfDue(day.shop);
    await day.owner.query(
      `update fact set at = at - interval '3 days' where "returnId" = $1 and kind = 'return.exchangeReminder'`,
      [id],
    );
    await change(id, `"sendBackBy" = now() - interval '1 hour'`);
    await sweepPayments(day.shop);
    await day.work();
  }

  it("is invoiced once, after one reminder; paid, the parcel that comes after all is refunded in money", async () => {
    const { order, id } = await sentAhead();
    await sweepPayments(day.shop);
    await day.work();
    expect(await kinds(id)).not.toContain("return.lateInvoiced");
    await late(id);
    await late(id);
    expect([await times(id, "return.exchangeReminder"), await times(id, "return.lateInvoiced")]).toEqual([
      1, 1,
    ]);
    expect((await seen(order.id)).owes).toBeCloseTo(19.5);
    await expect(invoiceLateExchange(day.neighbour, id)).rejects.toThrow("No invoice");
    expect(await day.shop.transact((tx) => ordersAwaitingMoney(tx, [order.id, "0"]))).toEqual([order.id]);
    expect(await day.neighbour.transact((tx) => ordersAwaitingMoney(tx, [order.id]))).toEqual([]);
    await pay(order.id);
    expect(await kinds(id)).toContain("return.latePaid");
    expect(await ledgerOf(day, order.id)).toEqual([]);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "closed",
      problem: null,
      refund: { amount: 1_950n },
    });
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "refund", amount: 1_950, state: "paid" }]);
    expect((await seen(order.id)).owes).toBe(0);
  });

  it("owes nothing any more when the parcel comes before the invoice is paid", async () => {
    const { order, id } = await sentAhead();
    await late(id);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect((await seen(order.id)).owes).toBe(0);
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "exchange", amount: 1_950, state: "paid" }]);
  });

  it("is told to staff, and to nobody else, where the policy says so", async () => {
    const { id } = await sentAhead({ whenLate: "staff" });
    await late(id);
    await warnOfDue(day.shop);
    expect(await kinds(id)).toEqual(
      expect.arrayContaining(["return.exchangeReminder", "return.exchangeOverdue"]),
    );
    expect(await kinds(id)).not.toContain("return.lateInvoiced");
  });
});
