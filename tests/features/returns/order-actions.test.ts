import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asked,
  atShopify,
  did,
  ledgerOfOrder,
  openActionDay,
  told,
  unshipped,
} from "#tests/factories/order-actions";
import type { ReturnDay } from "#tests/factories/return-day";
import { MAYA } from "#tests/factories/return-outcome";
import { ship } from "#tests/store/actions/parcels";
import { loadAction } from "~/features/returns/action-store.server";
import { doAction, undoAction } from "~/features/returns/actions/do-action.server";
import type { StartReturn } from "~/features/returns/actions/schema";
import { startReturn } from "~/features/returns/actions/start-return.server";
import { forgetReturns } from "~/features/returns/privacy-store.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openActionDay();
});
afterAll(() => day?.close());

const actionOf = async (answer: Awaited<ReturnType<typeof asked>>) =>
  day.shop.transact((tx) => loadAction(tx, answer.ok ? answer.value.id : ""));
const cancel = (more: object = {}) => ({
  reason: "CUSTOMER",
  refund: "payments",
  restock: true,
  notify: true,
  ...more,
});

describe("cancelling an order", () => {
  it("gives the money back once, in the ledger too, though Shopify's answer is lost", async () => {
    const order = await unshipped(day);
    day.loseAnswerTo("CancelOrder");
    const action = await did(day, order.id, "cancel", cancel());
    expect(action).toMatchObject({ state: "done", cost: order.total.amount });
    const theirs = await atShopify(day, order.id);
    expect(theirs.cancelledAt).not.toBeNull();
    expect(theirs.paidBack).toEqual([Number(order.total.amount) / 100]);
    expect(await ledgerOfOrder(day, order.id)).toEqual([
      { kind: "refund", amount: Number(order.total.amount), state: "paid" },
    ]);
    expect(await told(day, order.id)).toEqual(
      expect.arrayContaining(["action.cancel.started", "action.cancel.done", "order.cancelled"]),
    );
    expect(await asked(day, order.id, "cancel", cancel())).toMatchObject({
      refusal: { code: "orders.cancelled" },
    });
  });

  it("tells the shopper once in our words, or not at all where staff say so", async () => {
    const said = async (orderId: string) => {
      const { rows } = await day.owner.query(
        `select state, reason from notification where "orderId" = $1 and kind = 'orderCancelled' and "shopId" = $2`,
        [orderId, day.shop.id],
      );
      return rows;
    };
    const [told, hushed] = [await unshipped(day), await unshipped(day)];
    await did(day, told.id, "cancel", cancel());
    await did(day, hushed.id, "cancel", cancel({ notify: false }));
    expect(await said(told.id)).toMatchObject([{ reason: null }]);
    expect(await said(hushed.id)).toMatchObject([{ state: "dropped", reason: "staffSaidNo" }]);
  });

  it("keeps the money where staff say so, and promises none of it", async () => {
    const order = await unshipped(day);
    expect(await did(day, order.id, "cancel", cancel({ refund: "none" }))).toMatchObject({ state: "done" });
    const theirs = await atShopify(day, order.id);
    expect(theirs.cancelledAt).not.toBeNull();
    expect(sum(theirs.paidBack)).toBe(0);
    expect(sum((await ledgerOfOrder(day, order.id)).map((entry) => entry.amount))).toBe(0);
  });

  it("is not begun for what has left, or comes back; and once only", async () => {
    const sent = await day.delivered();
    expect(await asked(day, sent.id, "cancel", cancel())).toMatchObject({
      refusal: { code: "orders.shipped" },
    });
    const order = await unshipped(day);
    const both = await Promise.all([0, 1].map(() => asked(day, order.id, "cancel", cancel())));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: "actions.underWay" } });
    await day.work();
  });

  it("is refused with a sentence, its promise taken back, when Shopify cannot", async () => {
    const order = await unshipped(day);
    const asking = await asked(day, order.id, "cancel", cancel());
    await ship(day.store, { order: `gid://shopify/Order/${order.id}` });
    await openReturnThere(order.id);
    await day.work();
    expect(await actionOf(asking)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("could not cancel"),
    });
    expect(await ledgerOfOrder(day, order.id)).toEqual([]);
  });
});

describe("where an order goes", () => {
  const address = {
    ...{ name: "Ada Q. Rowntree", company: "", line1: "4 Mill Row", line2: "", city: "Leeds" },
    ...{ province: "", zip: "LS1 1AA", country: "GB", phone: "" },
  };

  it("is written anew before it has left, and not kept by us twice", async () => {
    const order = await unshipped(day);
    const action = await did(day, order.id, "address", { address });
    expect(action).toMatchObject({ state: "done", asked: {} });
    expect((await atShopify(day, order.id)).shippingAddress).toMatchObject({
      address1: "4 Mill Row",
      city: "Leeds",
      lastName: "Rowntree",
    });
    const { rows } = await day.owner.query(
      `select "shippingAddress" from orders where "shopId" = $1 and id = $2`,
      [day.shop.id, order.id],
    );
    expect(rows[0].shippingAddress).toMatchObject({ line1: "4 Mill Row", zip: "LS1 1AA" });
  });

  it("is not, once a parcel left; Shopify's own words say what is wrong with one", async () => {
    const sent = await day.delivered();
    expect(await asked(day, sent.id, "address", { address })).toMatchObject({
      refusal: { code: "orders.shipped" },
    });
    const order = await unshipped(day);
    const asking = await asked(day, order.id, "address", { address });
    await ship(day.store, { order: `gid://shopify/Order/${order.id}` });
    await day.work();
    expect(await actionOf(asking)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("shipped"),
    });
    const wrong = await unshipped(day);
    const noZip = { address: { ...address, zip: "" } };
    expect(await did(day, wrong.id, "address", noZip)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("Enter a"),
    });
  });
});

describe("a replacement", () => {
  it("is one order that costs nothing, whichever answer is lost", async () => {
    for (const lost of ["CreateDraft", "CompleteDraft"]) {
      const order = await day.delivered();
      const before = await ordersThere();
      const line = { orderLineId: order.lines[0]?.id, quantity: 1 };
      day.loseAnswerTo(lost);
      const action = await did(day, order.id, "replacement", { lines: [line], reason: "damaged" });
      expect(action).toMatchObject({ state: "done", made: { orderName: expect.stringMatching(/^#/) } });
      const after = await ordersThere();
      expect(after).toHaveLength(before.length + 1);
      const sent = after.find((one) => !before.some(({ id }) => id === one.id));
      expect(sent).toMatchObject({
        name: (action.made as { orderName: string }).orderName,
        totalPriceSet: { shopMoney: { amount: "0.0" } },
      });
    }
  });

  it("takes only what was bought and is in the catalogue", async () => {
    const order = await day.delivered();
    const [line] = order.lines;
    const many = { orderLineId: line?.id, quantity: (line?.quantity ?? 0) + 1 };
    expect(await asked(day, order.id, "replacement", { lines: [many], reason: "lost" })).toMatchObject({
      refusal: { code: "returns.quantityTooLarge" },
    });
    expect(await asked(day, order.id, "replacement", { lines: [], reason: "lost" })).toMatchObject({
      refusal: { code: "returns.nothingChosen" },
    });
    await day.owner.query(`update order_line set "variantId" = null where id = $1`, [line?.id]);
    const one = { orderLineId: line?.id, quantity: 1 };
    expect(await asked(day, order.id, "replacement", { lines: [one], reason: "lost" })).toMatchObject({
      refusal: { code: "orders.notInCatalogue" },
    });
  });
});

describe("a discount code", () => {
  it("is made once for its customer, and ended when staff take it back", async () => {
    const order = await day.delivered();
    day.loseAnswerTo("CreateDiscountCode");
    const what = { off: { as: "amount", amount: "500" }, days: 14 };
    const action = await did(day, order.id, "discount", what);
    const { code } = action.made as { code: string };
    expect(action).toMatchObject({ state: "done", cost: 500n });
    expect(code).toMatch(/^CARE-[A-Z0-9]{5}-[A-Z0-9]{5}$/);
    expect(await discountThere(code)).toMatchObject({ status: "ACTIVE", usageLimit: 1 });
    expect(await undoAction(day.neighbour, action.id, MAYA)).toMatchObject({
      refusal: { code: "actions.notFound" },
    });
    const twice = [undoAction(day.shop, action.id, MAYA), undoAction(day.shop, action.id, MAYA)];
    expect((await Promise.all(twice)).map((done) => (done.ok ? "undone" : done.refusal.code)).sort()).toEqual(
      ["actions.alreadyDecided", "undone"],
    );
    expect(await discountThere(code)).toMatchObject({ status: "EXPIRED" });
    expect(await undoAction(day.shop, action.id, MAYA)).toMatchObject({
      refusal: { code: "actions.alreadyDecided" },
    });
    expect((await told(day, order.id)).filter((kind) => kind === "action.discount.undone")).toHaveLength(1);
  });

  it("counts as that much of the order when it is a percentage", async () => {
    const order = await unshipped(day);
    const answer = await asked(day, order.id, "discount", { off: { as: "percent", percent: 20 }, days: 1 });
    expect((await actionOf(answer))?.cost).toBe(order.total.amount / 5n);
    await day.work();
  });
});

describe("notes and tags", () => {
  it("are written at Shopify, and what a note says is not kept twice", async () => {
    const order = await day.delivered();
    const action = await did(day, order.id, "note", { of: "order", text: "Rang at noon" });
    await did(day, order.id, "tags", { of: "order", add: ["vip", "call back"], remove: ["nothing"] });
    await did(day, order.id, "tags", { of: "customer", add: ["gold"], remove: [] });
    await did(day, order.id, "note", { of: "customer", text: "Likes moss green" });
    expect(await atShopify(day, order.id)).toMatchObject({
      note: "Rang at noon",
      tags: ["call back", "vip"],
    });
    expect(action.asked).toEqual({ of: "order" });
    const { rows } = await day.owner.query(
      `select count(*)::int from order_action where asked::text ~ 'noon|moss'`,
    );
    expect(rows[0].count).toBe(0);
  });
});

describe("a return that staff start", () => {
  const form = (orderLineId: string | undefined, more: Partial<StartReturn> = {}): StartReturn => ({
    requestKey: newId(),
    lines: [{ orderLineId: orderLineId ?? "", quantity: 1, reason: "damaged-or-defective" }],
    ...{ late: false, why: "", approve: true, conversationId: null },
    ...more,
  });
  const start = (orderId: string, what: StartReturn) => startReturn(day.shop, { ...what, orderId }, MAYA);

  it("is approved and labelled like any other, once however often it is sent", async () => {
    const order = await day.delivered();
    const conversationId = newId();
    const what = form(order.lines[0]?.id, { conversationId });
    const answers = await Promise.all([start(order.id, what), start(order.id, what)]);
    const [id] = new Set(answers.map((one) => (one.ok ? one.value.returnId : "")));
    await day.work();
    const detail = await day.detail(id ?? "");
    expect(detail).toMatchObject({ state: "labelled", label: expect.anything() });
    expect(await day.theirs(order.id)).toHaveLength(1);
    expect((await told(day, order.id)).filter((kind) => kind === "action.return.started")).toHaveLength(1);
    expect(
      await startReturn(day.neighbour, { ...form(order.lines[0]?.id), orderId: order.id }, MAYA),
    ).toEqual({
      ok: false,
      refusal: { code: "returns.notFound" },
    });
  });

  it("may be late with a reason, which is noted; final sale stays final", async () => {
    const order = await day.delivered();
    await day.owner.query(
      `update fulfilment set "deliveredAt" = now() - interval '300 days', "shippedAt" = now() - interval '305 days'
       where "orderId" = $1`,
      [order.id],
    );
    const line = order.lines[0]?.id;
    expect(await start(order.id, form(line))).toMatchObject({ refusal: { code: "returns.windowClosed" } });
    expect(await start(order.id, form(line, { late: true }))).toMatchObject({
      refusal: { code: "input.invalid" },
    });
    const late = await start(order.id, form(line, { late: true, why: "Was in hospital" }));
    expect(late).toMatchObject({ ok: true });
    const { rows } = await day.owner.query(
      `select text, "actorName" from return_note where "returnId" = $1`,
      [late.ok ? late.value.returnId : ""],
    );
    expect(rows).toEqual([
      { text: "Taken back though its days are over: Was in hospital", actorName: "Maya" },
    ]);
    await day.owner.query(`update order_line set "productTags" = '{final-sale}' where id = $1`, [
      order.lines[1]?.id,
    ]);
    expect(await start(order.id, form(order.lines[1]?.id, { late: true, why: "Asked" }))).toMatchObject({
      refusal: { code: "returns.finalSale" },
    });
    await day.work();
  });
});

it("is forgotten with its shopper, but what waits is over and amounts stay", async () => {
  const order = await unshipped(day);
  await did(day, order.id, "discount", { off: { as: "percent", percent: 10 }, days: 3 });
  const [waiting] = (
    await day.owner.query(
      `insert into order_action ("shopId", id, "orderId", kind, "requestKey", asked, cost, state, "askedBy", "askedName", "askedAt")
       values ($1, 'w', $2, 'address', 'w', '{"address": {"line1": "4 Mill Row"}}', 0, 'waiting', '42', 'Maya', now()) returning id`,
      [day.shop.id, order.id],
    )
  ).rows;
  await day.neighbour.transact((tx) => forgetReturns(tx, { orderIds: [order.id], emailKeys: [] }));
  expect(await day.shop.transact((tx) => loadAction(tx, waiting.id))).toMatchObject({ state: "waiting" });
  await day.shop.transact((tx) => forgetReturns(tx, { orderIds: [order.id], emailKeys: [] }));
  const { rows } = await day.owner.query(
    `select kind, asked, made, state, cost > 0 as costs from order_action where "orderId" = $1 order by kind`,
    [order.id],
  );
  expect(rows).toEqual([
    { kind: "address", asked: {}, made: {}, state: "withdrawn", costs: false },
    { kind: "discount", asked: {}, made: {}, state: "done", costs: true },
  ]);
});

describe("what is asked for", () => {
  it("is read strictly", async () => {
    const order = await day.delivered();
    const nonsense: [string, unknown][] = [
      ["refund", { amount: "-5", lines: [], restock: false, reason: "goodwill" }],
      ["refund", { amount: "1e9", lines: [], restock: false, reason: "goodwill" }],
      ["discount", { off: { as: "percent", percent: 101 }, days: 3 }],
      ["address", { address: { name: "" } }],
      ["address", { address: { name: "A", line1: "1", city: "B", country: "QQ" } }],
      ["fly", {}],
    ];
    for (const [kind, what] of nonsense)
      expect(await asked(day, order.id, kind, what)).toEqual({
        ok: false,
        refusal: { code: "input.invalid" },
      });
  });

  it("is done by one of two workers, and never again", async () => {
    const order = await day.delivered();
    const answer = await asked(day, order.id, "discount", { off: { as: "percent", percent: 5 }, days: 3 });
    const id = answer.ok ? answer.value.id : newId();
    const both = await Promise.allSettled([doAction(day.shop, id), doAction(day.shop, id)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await day.work();
  });
});

const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);

async function openReturnThere(orderId: string) {
  const { order } = await day.ask<{
    order: { fulfillments: { fulfillmentLineItems: { nodes: { id: string }[] } }[] };
  }>(
    `query ($id: ID!) { order(id: $id) { fulfillments { fulfillmentLineItems(first: 1) { nodes { id } } } } }`,
    {
      id: `gid://shopify/Order/${orderId}`,
    },
  );
  const fulfillmentLineItemId = order.fulfillments[0]?.fulfillmentLineItems.nodes[0]?.id;
  const input = {
    orderId: `gid://shopify/Order/${orderId}`,
    returnLineItems: [{ fulfillmentLineItemId, quantity: 1, returnReason: "OTHER", returnReasonNote: "x" }],
  };
  await day.ask(`mutation ($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id } } }`, {
    input,
  });
}

const ordersThere = async () =>
  (
    await day.ask<{
      orders: { nodes: { id: string; name: string; totalPriceSet: { shopMoney: { amount: string } } }[] };
    }>("{ orders(first: 200) { nodes { id name totalPriceSet { shopMoney { amount } } } } }")
  ).orders.nodes;

const discountThere = async (code: string) =>
  (
    await day.ask<{ codeDiscountNodeByCode: { codeDiscount: { status: string; usageLimit: number } } }>(
      `query ($code: String!) { codeDiscountNodeByCode(code: $code) {
        codeDiscount { ... on DiscountCodeBasic { status usageLimit } } } }`,
      { code },
    )
  ).codeDiscountNodeByCode.codeDiscount;
