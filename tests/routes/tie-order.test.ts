import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";

/** What staff can reach of tying over HTTP: with which permissions, and nothing of another shop's. */

const READER = "77"; // may read orders only

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  office.scopes[READER] = "read_orders";
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const token = (sub = "42", shop?: string) => sessionToken({ sub, ...(shop ? { shop } : {}) });
const page = (path: string, as = token(), shop?: string) => {
  const asked = embedded(as, shop);
  return site.get(`${path}${path.includes("?") ? asked.replace("?", "&") : asked}`, bearer(as));
};
const post = (path: string, form: Record<string, string>, as = token(), shop?: string) =>
  site.post(`${path}${embedded(as, shop)}`, form, bearer(as));

it("orders are found by those who may read them, and in their own shop", async () => {
  const customer = aCustomer({ firstName: "Quentin", lastName: "Marlowe" });
  await mirrored(db.shop, anOrder({ name: "#8801", customer }));
  const found = async (as: string) => (await site.get("/app/find-order.data?q=marlowe", bearer(as))).text();
  expect(await found(token(READER))).toContain("#8801");
  expect(await found(token("42", NEIGHBOUR))).not.toContain("#8801");
  for (const q of ["", "'%&|!():*", "\0", "x".repeat(10_000)]) {
    const answer = await site.get(
      `/app/find-order.data?q=${encodeURIComponent(q)}&after=1_x'`,
      bearer(token()),
    );
    expect(answer.status).toBe(200);
  }
  const { rows } = await db.owner.query(`select thing, screen from reading where "shopId" = $1`, [
    db.shop.id,
  ]);
  expect(rows).toContainEqual({ thing: "search", screen: "orders" });
});

it("an order is tied by those who may change orders, looked at, and untied", async () => {
  const { conversationId, order } = await aConversation(db.shop);
  const other = await mirrored(db.shop, anOrder({ name: "#8802", email: "gift@example.com" }));
  await mirrored(db.neighbour, { ...other, name: "#NEXT" });
  const path = `/app/inbox/${conversationId}`;
  const tie = { intent: "tie", orderId: other.id };
  expect((await post(path, tie, token(READER))).status).toBe(403);
  expect((await post(path, tie, token("42", NEIGHBOUR), NEIGHBOUR)).status).toBe(404);
  expect((await post(path, { ...tie, orderId: "1; drop" })).status).toBe(400);
  expect((await post(path, { ...tie, orderId: "404" })).status).toBe(404);
  expect((await post(path, tie)).status).toBe(200);
  expect((await post(path, tie)).status).toBe(200); // from another tab

  const first = await (await page(path)).text();
  expect(first).toContain(`Order ${order.name}`);
  expect(first).not.toContain("placed by another address");
  const looked = await (await page(`${path}?order=${other.id}`)).text();
  expect(looked).toContain("Order #8802");
  expect(looked).toContain("This order was placed by another address.");
  expect(looked).not.toContain("#NEXT");
  // one that it is not about is not shown by naming it
  const strange = await mirrored(db.shop, anOrder({ name: "#8803" }));
  expect(await (await page(`${path}?order=${strange.id}`)).text()).not.toContain("#8803");

  expect((await post(path, { intent: "lookFirst", orderId: other.id })).status).toBe(200);
  expect(await (await page(path)).text()).toContain("Order #8802");
  expect((await post(path, { intent: "lookFirst", orderId: strange.id })).status).toBe(404);
  expect((await post(path, { intent: "untie", orderId: other.id })).status).toBe(200);
  expect((await post(path, { intent: "untie", orderId: other.id })).status).toBe(200);
  expect((await post(path, { intent: "untie", orderId: order.id })).status).toBe(200);
  expect(await (await page(path)).text()).toContain("Tie an order to act on it.");
  expect(await (await page(path, token(READER))).text()).toContain(
    "This conversation is not about an order.",
  );
});
