import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, variant, wished } from "#tests/factories/return-outcome";
import { approveReturn } from "~/features/returns/approve-return.server";
import { giftCardCode } from "~/features/returns/gift-card.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { returnForMail } from "~/features/returns/queries.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
  await inForce(day, { refund: { when: "onInspection" } });
});
afterAll(() => day?.close());

/** Asked for, approved and on its way. */
async function coming(...wish: Parameters<typeof wished> extends [unknown, ...infer R] ? R : never) {
  const id = await wished(day, ...wish);
  await day.work();
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  return id;
}

type Theirs = {
  status: string;
  name: string;
  exchangeLineItems: { nodes: { quantity: number; processedQuantity: number; variantId: string }[] };
  returnLineItems: { nodes: { quantity: number; processedQuantity: number }[] };
  refunds: { nodes: { totalRefundedSet: { presentmentMoney: { amount: string } } }[] };
};
const theirs = async (orderId: string) => {
  const { order } = await day.ask<{
    order: {
      returns: { nodes: Theirs[] };
      totalOutstandingSet: { presentmentMoney: { amount: string } };
      fulfillmentOrders: { nodes: { status: string }[] };
      customer: { storeCreditAccounts: { nodes: { balance: { amount: string } }[] } } | null;
    };
  }>(
    `query ($id: ID!) { order(id: $id) {
      totalOutstandingSet { presentmentMoney { amount } }
      fulfillmentOrders(first: 5) { nodes { status } }
      customer { storeCreditAccounts(first: 3) { nodes { balance { amount } } } }
      returns(first: 5) { nodes { status name
        exchangeLineItems(first: 5) { nodes { quantity processedQuantity variantId } }
        returnLineItems(first: 5) { nodes { quantity processedQuantity } }
        refunds(first: 5) { nodes { totalRefundedSet { presentmentMoney { amount } } } } } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  return order;
};

describe("store credit", () => {
  it("goes to the shopper's account with its bonus, once, and the ledger knows which is which", async () => {
    const order = await day.delivered();
    const id = await coming(order, { outcome: "credit", bonus: 195n });
    const before = await creditOf(order.id);
    expect(await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA)).toEqual({
      ok: true,
      value: { kind: "started", amount: 1_950n },
    });
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "closed",
      problem: null,
      refund: { amount: 1_950n },
    });
    expect((await creditOf(order.id)) - before).toBeCloseTo(21.45);
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "bonus", amount: 195, state: "paid" },
      { kind: "credit", amount: 1_950, state: "paid" },
    ]);
  });

  it("is a gift card for who was given it: one, with a code that need not be kept, and nothing for the giver", async () => {
    const order = await day.delivered();
    const id = await coming(order, { outcome: "credit", bonus: 50n }, { gift: true });
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    day.loseAnswerTo("CreateGiftCard");
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await giftCards()).toEqual(["20.0"]);
    const mail = await day.shop.transact((tx) => returnForMail(tx, id));
    expect(mail?.paid).toMatchObject({
      refund: { amount: 0n },
      giftCard: { amount: 2_000n },
      giftCardCode: giftCardCode(day.shop.id, id),
    });
    expect(giftCardCode(day.shop.id, id)).toMatch(/^[a-z0-9]{16}$/);
    expect(giftCardCode(day.neighbour.id, id)).not.toBe(giftCardCode(day.shop.id, id));
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "bonus", amount: 50, state: "paid" },
      { kind: "giftCard", amount: 1_950, state: "paid" },
    ]);
  });

  it("whose answer was lost is not given twice, nor is its bonus", async () => {
    const order = await day.delivered();
    const id = await coming(order, { outcome: "credit", bonus: 111n });
    const before = await creditOf(order.id);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    day.loseAnswerTo("ProcessReturn");
    day.loseAnswerTo("CreditStoreCredit");
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect((await creditOf(order.id)) - before).toBeCloseTo(20.61);
    expect(await ledgerOf(day, order.id)).toMatchObject([
      { kind: "bonus", amount: 111, state: "paid" },
      { kind: "credit", amount: 1_950, state: "paid" },
    ]);
  });
});

describe("an exchange", () => {
  it("for another size is asked for, approved with its goods, and sent when the parcel is back", async () => {
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-L");
    const wish = { outcome: "exchange", exchangeVariantId: size.id, exchangePrice: size.price };
    const id = await wished(day, order, wish);
    await day.work();
    expect((await theirs(order.id)).returns.nodes).toMatchObject([{ status: "REQUESTED" }]);
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    const { returns } = await theirs(order.id);
    expect(returns.nodes.map((one) => one.status).sort()).toEqual(["CANCELED", "OPEN"]);
    const open = returns.nodes.find((one) => one.status === "OPEN");
    expect(open?.exchangeLineItems.nodes).toMatchObject([{ quantity: 1, processedQuantity: 0 }]);
    expect(await day.detail(id)).toMatchObject({
      state: "labelled",
      problem: null,
      label: { attached: true },
    });

    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    const after = await theirs(order.id);
    expect(after.totalOutstandingSet.presentmentMoney.amount).toBe("0.0");
    expect(after.fulfillmentOrders.nodes.map((one) => one.status)).toContain("OPEN");
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "exchange", amount: 1_950, state: "paid" }]);
    const facts = await day.shop.transact((tx) => returnTimeline(tx, id));
    expect(facts.map((fact) => fact.kind)).toContain("return.exchangeSent");
    expect(facts.map((fact) => fact.kind)).not.toContain("return.cancelled");
  });

  it("sends only as many as were accepted", async () => {
    const order = await day.delivered({ cart: "dozen" });
    const mug = await variant(day, "ENM-MUG-BLUE");
    const wish = { outcome: "exchange", exchangeVariantId: mug.id, exchangePrice: mug.price };
    const id = await coming(order, wish, { quantity: 3 });
    const [line] = (await allAccepted(day, id)).lines;
    if (!line) throw new Error("The return has no line");
    const some = { ...line, accepted: 2, rejected: 1, rejectReason: "Chipped" };
    await inspectReturn(day.shop, id, { lines: [some], strays: [] }, MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    const open = (await theirs(order.id)).returns.nodes.find((one) => one.status === "CLOSED");
    expect(open?.exchangeLineItems.nodes).toMatchObject([{ quantity: 3, processedQuantity: 2 }]);
    expect(open?.returnLineItems.nodes).toMatchObject([{ quantity: 2, processedQuantity: 2 }]);
    expect(await ledgerOf(day, order.id)).toMatchObject([
      { kind: "exchange", amount: 2 * Number(mug.price) },
    ]);
  });

  it("for something cheaper gives the rest back, to how it was paid", async () => {
    const order = await day.delivered();
    const mug = await variant(day, "ENM-MUG-BLUE");
    const id = await coming(order, {
      outcome: "exchangeAny",
      exchangeVariantId: mug.id,
      exchangePrice: mug.price,
    });
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    const rest = 1_950 - Number(mug.price);
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "exchange", amount: Number(mug.price), state: "paid" },
      { kind: "refund", amount: rest, state: "paid" },
    ]);
    expect((await theirs(order.id)).totalOutstandingSet.presentmentMoney.amount).toBe("0.0");
  });

  it("of one unit and money for another of the same line: each is sent or paid once, within what was paid", async () => {
    await inForce(day, {
      refund: { when: "onInspection" },
      outcomes: { refund: { on: true }, exchange: { on: true } },
      autoApprove: true,
    });
    const order = await day.delivered({ lines: [{ sku: "ORG-TEE-S", quantity: 2 }] });
    const size = await variant(day, "ORG-TEE-L");
    const orderLineId = order.lines[0]?.id ?? "";
    const asked = await requestReturn(day.shop, {
      ...{ orderId: order.id, requestKey: newId(), note: null },
      lines: [
        { orderLineId, quantity: 1, reason: "too-small", outcome: "exchange", variantId: size.id },
        { orderLineId, quantity: 1, reason: "style", outcome: "refund" },
      ],
    });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const { id } = asked.value;
    await day.work();
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    day.loseAnswerTo("ProcessReturn");
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "exchange", amount: 1_950, state: "paid" },
      { kind: "refund", amount: 1_950, state: "paid" },
    ]);
    const { returns, totalOutstandingSet } = await theirs(order.id);
    const [closed] = returns.nodes.filter((one) => one.status === "CLOSED");
    expect(closed?.exchangeLineItems.nodes).toMatchObject([{ quantity: 1, processedQuantity: 1 }]);
    expect(closed?.refunds.nodes.map((one) => one.totalRefundedSet.presentmentMoney.amount)).toEqual([
      "19.5",
    ]);
    expect(totalOutstandingSet.presentmentMoney.amount).toBe("0.0");
    await inForce(day, { refund: { when: "onInspection" } });
  });

  it("for something dearer leaves the difference outstanding, and Shopify invoices it once", async () => {
    const order = await day.delivered();
    const jumper = await variant(day, "MER-JMP-M");
    const wish = { outcome: "exchangeAny", exchangeVariantId: jumper.id, exchangePrice: jumper.price };
    const id = await coming(order, wish);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    const owes = Number(jumper.price - 1_950n) / 100;
    expect(Number((await theirs(order.id)).totalOutstandingSet.presentmentMoney.amount)).toBeCloseTo(owes);
    const facts = await day.shop.transact((tx) => returnTimeline(tx, id));
    expect(facts.filter((fact) => fact.kind === "return.invoiced")).toHaveLength(1);
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "exchange", amount: 1_950, state: "paid" }]);
  });

  it("with a restocking fee is reckoned by Shopify as here: the shopper owes the fee", async () => {
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-M");
    const id = await coming(order, {
      outcome: "exchange",
      exchangeVariantId: size.id,
      exchangePrice: size.price,
      restockingFee: 195n,
    });
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect((await theirs(order.id)).totalOutstandingSet.presentmentMoney.amount).toBe("1.95");
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "exchange", amount: 1_755, state: "paid" },
      { kind: "fee", amount: 195, state: "paid" },
    ]);
  });

  it("at the price that was promised, whatever the price is today; the same again costs nothing", async () => {
    const order = await day.delivered();
    const jumper = await variant(day, "MER-JMP-M");
    const promised = await coming(order, {
      outcome: "exchangeAny",
      exchangeVariantId: jumper.id,
      exchangePrice: 1_950n,
    });
    await inspectReturn(day.shop, promised, await allAccepted(day, promised), MAYA);
    await day.work();
    expect(await day.detail(promised)).toMatchObject({ state: "closed", problem: null });
    expect((await theirs(order.id)).totalOutstandingSet.presentmentMoney.amount).toBe("0.0");

    const other = await day.delivered({ discountPercent: 20 });
    const again = await coming(other, { outcome: "replacement" });
    await inspectReturn(day.shop, again, await allAccepted(day, again), MAYA);
    await day.work();
    expect(await day.detail(again)).toMatchObject({ state: "closed", problem: null });
    expect((await theirs(other.id)).totalOutstandingSet.presentmentMoney.amount).toBe("0.0");
    expect(await ledgerOf(day, other.id)).toEqual([{ kind: "exchange", amount: 1_560, state: "paid" }]);
  });
});

it("what stays with the shopper is refunded at once, without a return at Shopify, once", async () => {
  const order = await day.delivered();
  const id = await wished(day, order, { outcome: "keep" });
  await approveReturn(day.shop, id, MAYA);
  day.loseAnswerTo("CreateRefund");
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount: 1_950n } });
  expect((await theirs(order.id)).returns.nodes).toEqual([]);
  expect(await ledgerOf(day, order.id)).toEqual([{ kind: "refund", amount: 1_950, state: "paid" }]);
});

it("fees are Shopify's too: the refund is what is left of it, here and there", async () => {
  const order = await day.delivered();
  const id = await coming(order, { outcome: "refund", restockingFee: 195n }, { returnFee: 300n });
  await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount: 1_455n } });
  expect(await ledgerOf(day, order.id)).toEqual([
    { kind: "fee", amount: 495, state: "paid" },
    { kind: "refund", amount: 1_455, state: "paid" },
  ]);
  expect((await theirs(order.id)).totalOutstandingSet.presentmentMoney.amount).toBe("0.0");
});

const giftCards = async () => {
  const { giftCards: cards } = await day.ask<{
    giftCards: { nodes: { initialValue: { amount: string } }[] };
  }>("{ giftCards(first: 20) { nodes { initialValue { amount } } } }");
  return cards.nodes.map((card) => card.initialValue.amount);
};

const creditOf = async (orderId: string) =>
  Number((await theirs(orderId)).customer?.storeCreditAccounts.nodes[0]?.balance.amount ?? 0);
