import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { newId } from "~/values/ids";

/** What staff can reach of actions over HTTP: with which permissions, and nothing of another shop's. */

const READER = "77"; // may read orders only
const AGENT = "78"; // may do everything, up to a limit

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  office.scopes[READER] = "read_orders";
  office.scopes[AGENT] = "write_orders,write_returns,read_customers";
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
  const limits = { everybody: 500, people: [] };
  await db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ staff: { limits } })));
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const anOrder = () => aReturnableOrderIn(db.shop, db.neighbour);
const token = (sub = "42", shop?: string) => sessionToken({ sub, ...(shop ? { shop } : {}) });
const read = (path: string, sub?: string) => site.get(path, bearer(token(sub)));
const send = (orderId: string, body: unknown, as = token()) =>
  fetch(`${site.url}/app/orders/${orderId}/actions.data`, {
    method: "POST",
    headers: { ...bearer(as), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const refund = (amount: string, more: object = {}) => ({
  ...{ intent: "do", kind: "refund", conversationId: null, requestKey: newId() },
  asked: { amount, lines: [], restock: false, reason: "goodwill" },
  ...more,
});
const kept = async (orderId: string) =>
  (
    await db.owner.query(
      `select id, kind, state, "askedName", "shopId" from order_action where "orderId" = $1 order by "askedAt"`,
      [orderId],
    )
  ).rows;

describe("the panel", () => {
  it("says what can be done, to those who may see orders", async () => {
    const order = await anOrder();
    const answer = await read(`/app/orders/${order.id}/actions.data`, READER);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("refundable");
    expect((await read("/app/orders/404/actions.data")).status).toBe(404);
    expect((await read("/app/orders/not-a-number/actions.data")).status).toBe(404);
  });

  it("begins an action, for those who may change orders", async () => {
    const order = await anOrder();
    expect((await send(order.id, refund("300"), token(READER))).status).toBe(403);
    expect(await kept(order.id)).toEqual([]);
    expect((await send(order.id, refund("300"))).status).toBe(200);
    expect(await kept(order.id)).toMatchObject([{ kind: "refund", state: "pending", askedName: "Maya" }]);
    expect((await send("404", refund("300"))).status).toBe(404);
    expect((await send(order.id, { intent: "do" })).status).toBe(400);
    expect((await send(order.id, refund("99999999"))).status).toBe(422);
  });

  it("touches nothing of a neighbour with the same ids", async () => {
    const order = await anOrder();
    await send(order.id, refund("100"), token("42", NEIGHBOUR));
    expect(await kept(order.id)).toMatchObject([{ shopId: NEIGHBOUR }]);
    const [theirs] = await kept(order.id);
    expect((await send(order.id, { intent: "withdraw", actionId: theirs.id })).status).toBe(404);
  });
});

describe("what is above somebody's limit", () => {
  it("waits on the screen of approvals, where another may decide on it", async () => {
    const order = await anOrder();
    expect((await send(order.id, refund("900"), token(AGENT))).status).toBe(200);
    const [asked] = await kept(order.id);
    expect(asked.state).toBe("waiting");
    const screen = async (sub: string) =>
      (await site.get(`/app/orders/approvals${embedded(token(sub))}`, bearer(token(sub)))).text();
    expect(await screen("42")).toContain("Approve");
    expect(await screen(AGENT)).toContain("Withdraw");
    expect(await screen(AGENT)).not.toContain("Approve: ");
    expect((await send(order.id, { intent: "grant", actionId: asked.id }, token(AGENT))).status).toBe(403);
    expect((await send(order.id, { intent: "grant", actionId: asked.id })).status).toBe(200);
    expect((await kept(order.id))[0].state).toBe("pending");
    expect((await send(order.id, { intent: "decline", actionId: asked.id })).status).toBe(409);
  });
});

describe("who the shopper is", () => {
  it("is told with past conversations, orders and their place; not to another shop", async () => {
    const { conversationId } = await aConversation(db.shop);
    const answer = await read(`/app/customer.data?conversation=${conversationId}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Europe/London");
    const elsewhere = await site.get(
      `/app/customer.data?conversation=${conversationId}`,
      bearer(token("42", NEIGHBOUR)),
    );
    expect(elsewhere.status).toBe(404);
    expect((await read("/app/customer.data?order=404")).status).toBe(404);
    expect((await read(`/app/customer.data?conversation=${newId()}`)).status).toBe(404);
  });
});
