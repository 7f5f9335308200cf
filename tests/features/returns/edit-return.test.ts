import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DeliveredOrder, openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA } from "#tests/factories/return-outcome";
import { approveReturn } from "~/features/returns/approve-return.server";
import { changeQuantity } from "~/features/returns/change-quantity.server";
import { closeWithoutPaying } from "~/features/returns/close-without-paying.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { readQuote } from "~/features/returns/quote";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import * as store from "~/features/returns/store.server";
import { tellShopify } from "~/features/returns/tell-shopify.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());
beforeEach(() => inForce(day, { refund: { when: "byHand" } }));

/** An order of two of its first thing, and one of another. */
const ordered = async (): Promise<DeliveredOrder> => {
  const order = await day.delivered({ cart: "few" });
  return { ...order, lines: [...order.lines].sort((a, b) => b.quantity - a.quantity) };
};

/** A return of all of the first thing, and one of the second. */
async function asked(order: DeliveredOrder, approve = true): Promise<string> {
  const lines = order.lines.slice(0, 2).map(({ id, quantity }, at) => ({
    ...{ orderLineId: id, quantity: at === 0 ? quantity : 1, reason: "too-small" as const },
  }));
  const answer = await requestReturn(day.shop, { orderId: order.id, requestKey: newId(), lines, note: null });
  if (!answer.ok) throw new Error(answer.refusal.code);
  if (approve) await approveReturn(day.shop, answer.value.id, MAYA);
  await day.work();
  return answer.value.id;
}
const kept = async (id: string) => {
  const ours = await day.shop.transact((tx) => store.load(tx, id));
  if (!ours) throw new Error("No such return");
  return ours;
};
const refundIn = async (id: string) => readQuote((await kept(id)).quote)?.refund ?? 0n;
const quantitiesThere = async (orderId: string) =>
  (await day.theirs(orderId)).map((one) => one.returnLineItems.nodes.map((line) => line.quantity));
const firstLine = async (id: string, orderLineId: string) =>
  (await kept(id)).lines.find((line) => line.orderLineId === orderLineId)?.id ?? "";

describe("taking something off a return", () => {
  it.each([
    ["requested", false],
    ["approved", true],
  ])("lowers it here and in Shopify while it is %s, once however often it is told, and quotes anew", async (_, approve) => {
    const order = await ordered();
    const [thing] = order.lines;
    const id = await asked(order, approve);
    const before = await refundIn(id);
    const lineId = await firstLine(id, thing?.id ?? "");
    const all = (await quantitiesThere(order.id))[0] ?? [];
    expect(await changeQuantity(day.neighbour, id, lineId, 1, MAYA)).toMatchObject({
      refusal: { code: "returns.notFound" },
    });
    expect(await changeQuantity(day.shop, id, lineId, 1, MAYA)).toEqual({ ok: true, value: null });
    await Promise.all([tellShopify(day.shop, id), tellShopify(day.shop, id)]);
    await day.work();
    await tellShopify(day.shop, id);
    const now = (await quantitiesThere(order.id))[0] ?? [];
    expect(all.reduce((sum, one) => sum + one, 0) - now.reduce((sum, one) => sum + one, 0)).toBe(
      (thing?.quantity ?? 0) - 1,
    );
    expect(await day.detail(id)).toMatchObject({ problem: null });
    expect(await refundIn(id)).toBeLessThan(before);
    const [fact] = await day.shop.transact((tx) => returnTimeline(tx, id));
    expect(fact).toMatchObject({ kind: "return.changed", actorName: "Maya" });
    // what was taken off can be returned again
    const again = await requestReturn(day.shop, {
      ...{ orderId: order.id, requestKey: newId(), note: null },
      lines: [{ orderLineId: thing?.id ?? "", quantity: 1, reason: "style" }],
    });
    expect(again).toMatchObject({ ok: true });
    await day.work();
  });

  it("though Shopify's answer is lost, it is taken off once", async () => {
    const order = await ordered();
    const id = await asked(order);
    const lineId = await firstLine(id, order.lines[0]?.id ?? "");
    day.loseAnswerTo("RemoveFromReturn");
    await changeQuantity(day.shop, id, lineId, 1, MAYA);
    await day.work();
    const ours = (await kept(id)).lines.map((line) => line.quantity).sort();
    expect((await quantitiesThere(order.id))[0]?.sort()).toEqual(ours);
  });

  it("in Shopify's own admin is followed here, and nothing more is taken off there", async () => {
    const order = await ordered();
    const id = await asked(order);
    const lineId = await firstLine(id, order.lines[0]?.id ?? "");
    const [there] = (await day.theirs(order.id)) ?? [];
    const theirLine = (await kept(id)).lines.find((line) => line.id === lineId)?.shopifyReturnLineId;
    await day.ask(
      `mutation ($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]) {
        removeFromReturn(returnId: $id, returnLineItems: $lines) { userErrors { message } } }`,
      {
        id: there?.id,
        lines: [{ returnLineItemId: `gid://shopify/ReturnLineItem/${theirLine}`, quantity: 1 }],
      },
    );
    await day.work();
    expect((await kept(id)).lines.find((line) => line.id === lineId)?.quantity).toBe(1);
    const before = await quantitiesThere(order.id);
    await tellShopify(day.shop, id);
    expect(await quantitiesThere(order.id)).toEqual(before);
  });

  it("pays for what is left, and no more", async () => {
    const order = await ordered();
    const id = await asked(order);
    await changeQuantity(day.shop, id, await firstLine(id, order.lines[0]?.id ?? ""), 1, MAYA);
    await day.work();
    const quoted = await refundIn(id);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await refundReturn(day.shop, id, { amount: quoted, restock: false }, MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await ledgerOf(day, order.id)).toMatchObject([
      { kind: "refund", amount: Number(quoted), state: "paid" },
    ]);
  });

  it("refuses more than there is, the last of it, what came, and what is paid", async () => {
    const order = await ordered();
    const id = await asked(order);
    const { lines } = await kept(id);
    const lineId = await firstLine(id, order.lines[0]?.id ?? "");
    const change = (quantity: number, line = lineId) => changeQuantity(day.shop, id, line, quantity, MAYA);
    const code = (code: string) => ({ ok: false, refusal: { code } });
    expect(await change(99)).toMatchObject(code("returns.quantityTooLarge"));
    expect(await change(-1)).toMatchObject(code("input.invalid"));
    expect(await change(1.5)).toMatchObject(code("input.invalid"));
    expect(await change(1, newId())).toMatchObject(code("returns.lineUnknown"));
    for (const line of lines.slice(1)) expect(await change(0, line.id)).toEqual({ ok: true, value: null });
    expect(await change(0)).toMatchObject(code("returns.nothingLeft"));
    await day.work();
    await receiveReturn(day.shop, id, { [lineId]: 2 }, MAYA);
    expect(await change(1)).toMatchObject(code("returns.notAllowedNow"));
    const { lines: left } = await kept(id);
    expect(left.map((line) => line.id)).toEqual([lineId]);
    await day.work();
  });
});

it("whoever sends it back hears of it once, however often it was changed, and of each return for itself", async () => {
  const order = await day.delivered({ cart: "dozen" });
  const ids = [await day.requested(order, 3), await day.requested(order, 3)];
  const told = async (id: string) => {
    const { rows } = await day.owner.query(
      `select state from notification where "returnId" = $1 and kind = 'returnChanged' and state <> 'dropped'`,
      [id],
    );
    return rows.map((row) => row.state);
  };
  await day.work();
  expect(await told(ids[0] ?? "")).toEqual([]);
  for (const quantity of [2, 1])
    for (const id of ids) {
      const lineId = (await kept(id)).lines[0]?.id ?? "";
      expect(await changeQuantity(day.shop, id, lineId, quantity, MAYA)).toMatchObject({ ok: true });
      await day.work();
    }
  for (const id of ids) expect(await told(id)).toEqual(["held"]);
});

describe("closing without paying", () => {
  it("accepts nothing, pays nothing, and closes it here and in Shopify", async () => {
    const order = await day.delivered({ cart: "dozen" });
    const id = await day.received(order, 2);
    const close = (shop = day.shop, why = "Worn") => closeWithoutPaying(shop, id, why, MAYA);
    expect(await close(day.neighbour)).toMatchObject({ refusal: { code: "returns.notFound" } });
    expect(await close(day.shop, "  ")).toMatchObject({ refusal: { code: "input.invalid" } });
    expect(await close()).toEqual({ ok: true, value: null });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await ledgerOf(day, order.id)).toEqual([]);
    expect(await day.theirs(order.id)).toMatchObject([{ status: "CLOSED", refunds: { nodes: [] } }]);
    expect((await kept(id)).lines).toMatchObject([
      { rejectedQuantity: 2, acceptedQuantity: 0, rejectReason: "Worn" },
    ]);
    const { rows } = await day.owner.query(
      `select kind from notification where "returnId" = $1 and kind = 'returnInspected'`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(await close()).toMatchObject({ ok: false });
  });

  it("is refused before the parcel came, and once something is promised or paid", async () => {
    const order = await ordered();
    const id = await asked(order);
    const close = () => closeWithoutPaying(day.shop, id, "Worn", MAYA);
    expect(await close()).toMatchObject({ refusal: { code: "returns.notAllowedNow" } });
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await refundReturn(day.shop, id, { amount: await refundIn(id), restock: false }, MAYA);
    expect(await close()).toMatchObject({ refusal: { code: "returns.alreadyDecided" } });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed" });
    expect(await close()).toMatchObject({ ok: false });
    expect(await ledgerOf(day, order.id)).toHaveLength(1);
  });
});
