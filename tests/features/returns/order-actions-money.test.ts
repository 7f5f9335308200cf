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
import { SHOP } from "#tests/setup/database";
import { refundOrder } from "#tests/store/actions/refund";
import { loadAction } from "~/features/returns/action-store.server";
import { askAction } from "~/features/returns/actions/ask-action.server";
import { decideAction } from "~/features/returns/actions/decide-action.server";
import { doAction } from "~/features/returns/actions/do-action.server";
import { countOrderRefunds } from "~/features/returns/count-refunds.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { ACTION_SCOPES } from "~/platform/shopify/scopes";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openActionDay();
});
afterAll(() => day?.close());

const LEO = { kind: "staff" as const, id: "43", name: "Leo" };
const OWNER = { kind: "staff" as const, id: "1", name: "Olive", owner: true };
const refund = (amount: number, more: object = {}) => ({
  amount: String(amount),
  lines: [],
  restock: false,
  reason: "goodwill",
  ...more,
});
const limit = (everybody: number | null, people: { staffId: string; limit: number | null }[] = []) =>
  day.shop.transact((tx) =>
    saveSettings(tx, settingsSchema.parse({ staff: { limits: { everybody, people } } })),
  );
const stateOf = async (id: string) => (await day.shop.transact((tx) => loadAction(tx, id)))?.state;

describe("a refund without a return", () => {
  it("goes back once to how the shopper paid, stands in the ledger and on the timeline", async () => {
    const order = await day.delivered();
    const action = await did(day, order.id, "refund", refund(700));
    expect(action).toMatchObject({ state: "done", askedName: "Maya", cost: 700n });
    expect((await atShopify(day, order.id)).paidBack).toEqual([7]);
    expect(await ledgerOfOrder(day, order.id)).toEqual([{ kind: "refund", amount: 700, state: "paid" }]);
    expect(await told(day, order.id)).toEqual(
      expect.arrayContaining(["action.refund.started", "action.refund.done", "order.refunded"]),
    );
  });

  it("is the same when the form is sent twenty times at once", async () => {
    const order = await day.delivered();
    const requestKey = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => asked(day, order.id, "refund", refund(300), { requestKey })),
    );
    expect(new Set(answers.map((one) => one.ok && one.value.id)).size).toBe(1);
    await day.work();
    expect((await atShopify(day, order.id)).paidBack).toEqual([3]);
  });

  it("is made once though Shopify's answer is lost and its webhook is counted first", async () => {
    const order = await day.delivered();
    const asking = await asked(day, order.id, "refund", refund(500));
    const id = asking.ok ? asking.value.id : "";
    day.loseAnswerTo("CreateRefund");
    await expect(doAction(day.shop, id)).rejects.toThrow("Shopify did not say");
    await countOrderRefunds(day.shop, order.id);
    expect(await ledgerOfOrder(day, order.id)).toEqual([{ kind: "refund", amount: 500, state: "paid" }]);
    await day.work();
    expect(await stateOf(id)).toBe("done");
    expect((await atShopify(day, order.id)).paidBack).toEqual([5]);
  });

  it("never exceeds what was paid minus what went back, two at a time neither", async () => {
    const order = await day.delivered();
    const { rows } = await day.owner.query(`select paid from ledger where "shopId" = $1 and id = $2`, [
      day.shop.id,
      order.id,
    ]);
    const paid = Number(rows[0].paid);
    expect(await asked(day, order.id, "refund", refund(paid + 1))).toEqual({
      ok: false,
      refusal: { code: "returns.refundTooLarge", detail: { left: String(paid) } },
    });
    const both = await Promise.all([0, 1].map(() => asked(day, order.id, "refund", refund(paid - 100))));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    await day.work();
    expect((await atShopify(day, order.id)).paidBack).toEqual([(paid - 100) / 100]);
  });

  it("gives way to what staff paid back in Shopify's own admin meanwhile, and says so", async () => {
    const order = await day.delivered();
    const asking = await asked(day, order.id, "refund", refund(900));
    await refundOrder(day.store, { order: `gid://shopify/Order/${order.id}` });
    await countOrderRefunds(day.shop, order.id);
    await day.work();
    const id = asking.ok ? asking.value.id : "";
    expect(await day.shop.transact((tx) => loadAction(tx, id))).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("Less is left of the payment"),
    });
    expect((await atShopify(day, order.id)).paidBack).toHaveLength(1);
    expect(await told(day, order.id)).toContain("action.refund.refused");
  });

  it("takes chosen things off the order and shares the amount over their lines", async () => {
    const order = await day.delivered();
    const [line] = order.lines;
    const lines = [{ orderLineId: line?.id, quantity: 1 }];
    await did(day, order.id, "refund", refund(250, { lines, restock: true, reason: "damaged" }));
    const theirs = await atShopify(day, order.id);
    expect(theirs.lineItems.nodes[0]?.currentQuantity).toBe((line?.quantity ?? 0) - 1);
    expect(theirs.refunds[0]?.note).toMatch(/^Damaged or faulty · Aftercare /);
    const { rows } = await day.owner.query(
      `select l.amount from ledger_entry_line l join ledger_entry e on e."shopId" = l."shopId" and e.id = l."entryId"
       where l."orderLineId" = $1 and e.state = 'paid'`,
      [line?.id],
    );
    expect(rows.map((row) => Number(row.amount))).toEqual([250]);
    const most = { lines: [{ orderLineId: line?.id, quantity: line?.quantity }] };
    expect(await asked(day, order.id, "refund", refund(100, most))).toMatchObject({
      refusal: { code: "returns.quantityTooLarge" },
    });
    expect(
      await asked(day, order.id, "refund", refund(100, { lines: [{ orderLineId: "1", quantity: 1 }] })),
    ).toMatchObject({ refusal: { code: "returns.lineUnknown" } });
  });
});

describe("store credit", () => {
  const credit = (amount: number, counts: string) => ({ amount: String(amount), counts, notify: true });

  it("is given once, as part of what was paid or on top of it", async () => {
    const order = await day.delivered();
    const before = await creditOf(order.id);
    day.loseAnswerTo("CreditStoreCredit");
    expect(await did(day, order.id, "credit", credit(400, "paid"))).toMatchObject({ state: "done" });
    await did(day, order.id, "credit", credit(150, "gift"));
    expect((await creditOf(order.id)) - before).toBeCloseTo(5.5);
    expect(await ledgerOfOrder(day, order.id)).toEqual([
      { kind: "credit", amount: 400, state: "paid" },
      { kind: "bonus", amount: 150, state: "paid" },
    ]);
  });

  it("needs a customer", async () => {
    const order = await day.delivered();
    await day.owner.query(`update orders set "customerId" = null where id = $1`, [order.id]);
    expect(await asked(day, order.id, "credit", credit(400, "gift"))).toMatchObject({
      refusal: { code: "orders.noCustomer" },
    });
  });

  it("is asked for once the merchant allows it, heard of or not", async () => {
    const order = await day.delivered();
    const scope = ACTION_SCOPES.storeCredit;
    await day.owner.query(`update shop_profile set scopes = '{write_orders}' where "shopId" = $1`, [
      day.shop.id,
    ]);
    day.store.installs.withdraw(SHOP, [scope]);
    expect(await asked(day, order.id, "credit", credit(100, "gift"))).toMatchObject({
      refusal: { code: "actions.needsAccess", detail: { access: "storeCredit" } },
    });
    day.store.installs.grant(SHOP, [scope]);
    expect(await asked(day, order.id, "credit", credit(100, "gift"))).toMatchObject({ ok: true });
    await day.work();
  });
});

it("is refused with a sentence when a permission is withdrawn before it is done", async () => {
  const order = await day.delivered();
  const asking = await asked(day, order.id, "credit", { amount: "100", counts: "paid", notify: false });
  day.store.installs.withdraw(SHOP, [ACTION_SCOPES.storeCredit]);
  await day.work();
  day.store.installs.grant(SHOP, [ACTION_SCOPES.storeCredit]);
  const id = asking.ok ? asking.value.id : "";
  expect(await day.shop.transact((tx) => loadAction(tx, id))).toMatchObject({
    state: "refused",
    reason: expect.stringContaining("permission is missing"),
  });
  expect(await ledgerOfOrder(day, order.id)).toEqual([]);
});

it("is not called refused when an earlier answer was lost: it is looked at once that can be", async () => {
  const order = await day.delivered();
  const before = await creditOf(order.id);
  const asking = await asked(day, order.id, "credit", { amount: "100", counts: "gift", notify: false });
  const id = asking.ok ? asking.value.id : "";
  day.loseAnswerTo("CreditStoreCredit");
  await expect(doAction(day.shop, id)).rejects.toThrow("Shopify did not say");
  const tokenEnds = (when: string) =>
    day.owner.query(`update session set expires = now() + $2::interval where id = $1`, [
      `offline_${SHOP}`,
      when,
    ]);
  await tokenEnds("-1 hour");
  await expect(doAction(day.shop, id)).rejects.toThrow("Nobody can say yet");
  await tokenEnds("1 day");
  await day.work();
  expect(await stateOf(id)).toBe("done");
  expect((await creditOf(order.id)) - before).toBeCloseTo(1);
});

describe("limits", () => {
  it("let somebody else decide on what is above them, who finds the order as it is then", async () => {
    await limit(500, [{ staffId: LEO.id, limit: 2_000 }]);
    const order = await day.delivered();
    const asking = await asked(day, order.id, "refund", refund(900), { conversationId: newId() });
    expect(asking).toMatchObject({ ok: true, value: { state: "waiting" } });
    const id = asking.ok ? asking.value.id : "";
    await day.work();
    expect((await atShopify(day, order.id)).paidBack).toEqual([]);
    expect(await decideAction(day.shop, id, "grant", MAYA)).toMatchObject({
      refusal: { code: "staff.forbidden" },
    });
    expect(await decideAction(day.neighbour, id, "grant", OWNER)).toMatchObject({
      refusal: { code: "actions.notFound" },
    });
    expect(await decideAction(day.shop, id, "grant", LEO)).toMatchObject({ ok: true });
    expect(await decideAction(day.shop, id, "grant", LEO)).toMatchObject({
      refusal: { code: "actions.alreadyDecided" },
    });
    await day.work();
    expect(await day.shop.transact((tx) => loadAction(tx, id))).toMatchObject({
      state: "done",
      askedName: "Maya",
      decidedName: "Leo",
    });
    expect((await atShopify(day, order.id)).paidBack).toEqual([9]);
    expect(await told(day, order.id)).toEqual(
      expect.arrayContaining(["action.refund.asked", "action.refund.granted"]),
    );
    await limit(null);
  });

  it("are the same for what costs goods or a code, and an approval may be declined or taken back", async () => {
    await limit(0, [{ staffId: LEO.id, limit: 100 }]);
    const order = await day.delivered();
    const line = { orderLineId: order.lines[0]?.id, quantity: 1 };
    const wishes: [string, object][] = [
      ["replacement", { lines: [line], reason: "lost" }],
      ["discount", { off: { as: "percent", percent: 10 }, days: 30 }],
      ["credit", { amount: "500", counts: "gift", notify: false }],
    ];
    const ids = [];
    for (const [kind, what] of wishes) {
      const answer = await asked(day, order.id, kind, what);
      expect(answer).toMatchObject({ ok: true, value: { state: "waiting" } });
      ids.push(answer.ok ? answer.value.id : "");
    }
    const [first = "", second = "", third = ""] = ids;
    expect(await decideAction(day.shop, first, "grant", LEO)).toMatchObject({
      refusal: { code: "staff.forbidden" },
    });
    expect(await decideAction(day.shop, first, "decline", LEO, "It arrived")).toMatchObject({ ok: true });
    expect(await day.shop.transact((tx) => loadAction(tx, first))).toMatchObject({
      reason: "It arrived",
      decidedName: "Leo",
    });
    expect(await decideAction(day.shop, second, "withdraw", LEO)).toMatchObject({
      refusal: { code: "staff.forbidden" },
    });
    expect(await decideAction(day.shop, second, "withdraw", MAYA)).toMatchObject({ ok: true });
    expect(await Promise.all([stateOf(first), stateOf(second), stateOf(third)])).toEqual([
      "declined",
      "withdrawn",
      "waiting",
    ]);
    // what costs nothing needs nobody
    expect(await asked(day, order.id, "note", { of: "order", text: "Rang twice" })).toMatchObject({
      value: { state: "pending" },
    });
    await limit(null);
    await day.work();
  });
});

describe("another shop", () => {
  it("has no such order, nor the action", async () => {
    const order = await day.delivered();
    const ask = {
      ...{ orderId: order.id, kind: "refund", asked: refund(100), conversationId: null, requestKey: newId() },
    };
    expect(await askAction(day.neighbour, ask, MAYA)).toEqual({
      ok: false,
      refusal: { code: "orders.notFound" },
    });
    const mine = await asked(day, order.id, "refund", refund(100));
    const id = mine.ok ? mine.value.id : "";
    await expect(doAction(day.neighbour, id)).rejects.toThrow("no such action");
    await day.work();
  });
});

it("gives up nothing on an unpaid order", async () => {
  const order = await unshipped(day, { paid: false });
  expect(await asked(day, order.id, "refund", refund(1))).toMatchObject({
    refusal: { code: "returns.refundTooLarge" },
  });
});

const creditOf = async (orderId: string) => {
  const { order } = await day.ask<{
    order: { customer: { storeCreditAccounts: { nodes: { balance: { amount: string } }[] } } };
  }>(
    `query ($id: ID!) { order(id: $id) { customer { storeCreditAccounts(first: 5) { nodes { balance { amount } } } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  return order.customer.storeCreditAccounts.nodes.reduce((sum, one) => sum + Number(one.balance.amount), 0);
};
