import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCustomer, anOrder, aShippedOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { mintCustomerToken } from "#tests/store/oauth/session-token";
import { env } from "~/env.server";

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await db.close();
});

const app = { apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET };
const token = (customerId: string, shop = SHOP) =>
  mintCustomerToken({ ...app, shop, customerId: `gid://shopify/Customer/${customerId}` });
const get = (path: string, bearer?: string) =>
  site.get(path, bearer ? { authorization: `Bearer ${bearer}` } : {});

describe("a signed-in customer's orders, for our extensions", () => {
  it("are theirs alone, bounded, with a way to go on", async () => {
    const customer = aCustomer({ id: "801" });
    for (let at = 0; at < 23; at++) {
      const order = anOrder({ name: `#A${at}`, customer, placedAt: new Date(Date.UTC(2026, 9, 1 + at)) });
      await mirrored(db.shop, order);
      await mirrored(db.neighbour, { ...order, name: `#N${at}` });
    }
    const answer = await get("/account/orders", token("801"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const first = (await answer.json()) as { orders: { name: string; total: unknown }[]; next: string };
    expect(first.orders).toHaveLength(20);
    expect(first.orders[0]).toMatchObject({
      name: "#A22",
      state: "placed",
      total: { amount: "50.95", currencyCode: "GBP" },
    });
    const rest = await (await get(`/account/orders?after=${first.next}`, token("801"))).json();
    expect(rest).toMatchObject({ orders: [{ name: "#A2" }, { name: "#A1" }, { name: "#A0" }], next: null });
    expect(await (await get("/account/orders", token("802"))).json()).toEqual({ orders: [], next: null });
    expect(await (await get("/account/orders", token("801", NEIGHBOUR))).json()).toMatchObject({
      orders: [{ name: "#N22" }, ...Array(19).fill({})],
    });
  });

  it("tell where one of them is, without a word of anybody's else", async () => {
    const mine = await mirrored(db.shop, aShippedOrder({ name: "#A90", customer: aCustomer({ id: "810" }) }));
    await mirrored(db.neighbour, { ...mine, name: "#N90" });
    const answer = await get(`/account/orders/${mine.id}`, token("810"));
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      order: { name: "#A90", state: "onTheWay", parcels: [{ state: "inTransit" }] },
    });
    expect(text).not.toMatch(/Rowntree|Larkspur|example\.com"/);
    const absent = await (await get("/account/orders/404", token("810"))).text();
    for (const [id, who] of [
      [mine.id, token("811")],
      [mine.id, token("811", NEIGHBOUR)],
      ["' or 1=1", token("810")],
    ] as const) {
      const refused = await get(`/account/orders/${encodeURIComponent(id)}`, who);
      expect(refused.status).toBe(404);
      expect(await refused.text()).toBe(absent);
    }
  });

  it("are refused without a good token", async () => {
    const [head = "", body = "", tag = ""] = token("801").split(".");
    const other = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(body, "base64url").toString()),
        sub: "gid://shopify/Customer/802",
      }),
    ).toString("base64url");
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    for (const bad of [
      undefined,
      "x",
      `${head}.${other}.${tag}`,
      `${none}.${body}.`,
      mintCustomerToken({
        ...app,
        apiSecret: "another-secret-of-16",
        shop: SHOP,
        customerId: "gid://shopify/Customer/801",
      }),
      mintCustomerToken({
        ...app,
        apiKey: "another-app",
        shop: SHOP,
        customerId: "gid://shopify/Customer/801",
      }),
    ])
      expect((await get("/account/orders", bad)).status, bad).toBe(401);
  });

  it("may be asked for by a browser from anywhere (CORS)", async () => {
    for (const path of ["/account/orders", "/account/orders/1"]) {
      const answer = await fetch(site.url + path, {
        method: "OPTIONS",
        headers: { origin: "https://extensions.example", "access-control-request-headers": "authorization" },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("access-control-allow-headers")).toContain("authorization");
    }
  });
});
