import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Store, startStore } from "./index";
import { type StubApp, startStubApp } from "./stand-ins/stub-app";

const shop = "fern-and-fable.myshopify.com";
let app: StubApp;
let store: Store;

const toml = `
[app_proxy]
url = "/proxy"
prefix = "apps"
subpath = "aftercare"
[webhooks]
api_version = "2026-07"
[[webhooks.subscriptions]]
name = "orders"
topics = ["orders/create", "orders/updated", "orders/cancelled"]
uri = "/webhooks"
include_fields = ["id", "admin_graphql_api_id", "name", "updated_at"]
[[webhooks.subscriptions]]
topics = ["fulfillment_events/create", "returns/request", "returns/approve", "refunds/create"]
uri = "/webhooks"
`;

beforeAll(async () => {
  const project = mkdtempSync(join(tmpdir(), "store-"));
  writeFileSync(join(project, "shopify.app.toml"), toml);
  app = await startStubApp();
  store = await startStore({ appUrl: app.url, apiKey: "key", apiSecret: "hush", projectDirectory: project });
});

afterAll(async () => {
  await store.stop();
  await app.close();
});

const api = async <Answer = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer> => {
  const answer = await fetch(`${store.url}/panel/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const result = (await answer.json()) as Answer & { error?: string };
  if (!answer.ok) throw new Error(result.error ?? `${answer.status}`);
  return result;
};

interface Placed {
  id: string;
  name: string;
  total: { amount: string; currencyCode: string };
}

const read = async (id: string) =>
  (await (await fetch(`${store.url}/store/fern-and-fable/orders/${id.split("/").at(-1)}`)).text()) ?? "";

const topicsHeard = async () => {
  await store.webhooks.settled();
  return app.webhooks.map((one) => String(one.headers["x-shopify-topic"]));
};

describe("placing orders", () => {
  it.each([
    ["ada", "GBP"],
    ["lieselotte", "EUR"],
    ["noa", "ILS"],
    ["layla", "KWD"],
    ["haruto", "JPY"],
    ["jordan", "USD"],
    ["guest", "GBP"],
    ["zoe", "GBP"],
  ])("lets %s pay in %s, to the last unit", async (shopper, currency) => {
    for (const discountPercent of [0, 10]) {
      const order = await api<Placed>("place-order", { shopper, cart: "everything", discountPercent });
      expect(order.total.currencyCode).toBe(currency);
      expect(await read(order.id)).toMatch(/Outstanding<\/dt>\s*<dd[^>]*>[^0-9<]*0(\.0+)?[^0-9<]*</);
    }
  });

  it("keeps markup, emoji and Liquid as they were written", async () => {
    const order = await api<Placed>("place-order", { shopper: "zoe" });
    const page = await read(order.id);
    expect(page).toContain("🎁🎉 Happy birthday!!");
    expect(page).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; {{ shop.name }}");
    expect(page).not.toContain("<script>alert");
  });

  it("says what it does not understand", async () => {
    await expect(api("place-order", { shopper: "nobody" })).rejects.toThrow("No shopper is called nobody");
    await expect(api("place-order", { paid: "yes" })).rejects.toThrow(/boolean/);
    await expect(api("ship", { order: "#99999" })).rejects.toThrow("has no order #99999");
    const plain = await fetch(`${store.url}/panel/api/uninstall`, { method: "POST", body: "{}" });
    expect(plain.status).toBe(415);
  });
});

describe("an order's life", () => {
  it("goes out in parcels, is scanned, comes back, and the app hears what it subscribed to", async () => {
    app.webhooks.length = 0;
    const order = await api<Placed>("place-order", { cart: "few", paid: false });
    await api("pay", { order: order.name });
    const { fulfillments } = await api<{ fulfillments: string[] }>("ship", {
      order: order.name,
      parcels: 2,
      carrier: "DHL",
    });
    expect(fulfillments).toHaveLength(2);
    await api("event", { fulfillment: fulfillments[0], scan: "delayed" });
    await api("deliver", { order: order.name });
    const made = await api<{ id: string }>("request-return", {
      order: order.name,
      things: 1,
      note: "Too small",
    });
    await api("change-return", { return: made.id, to: "approve" });
    await api("refund", { order: order.name, amount: "5.00" });

    const heard = await topicsHeard();
    expect(heard.filter((topic) => topic === "fulfillment_events/create")).toHaveLength(3);
    expect(heard).toEqual(
      expect.arrayContaining(["orders/create", "returns/request", "returns/approve", "refunds/create"]),
    );
    expect(heard).not.toContain("fulfillments/create");
    const created = app.webhooks.find((one) => one.headers["x-shopify-topic"] === "orders/create");
    expect(Object.keys(JSON.parse(created?.body.toString() ?? "{}")).sort()).toEqual([
      "admin_graphql_api_id",
      "id",
      "name",
      "updated_at",
    ]);
    expect(created?.headers["x-shopify-name"]).toBe("orders");

    const page = await read(order.id);
    for (const words of ["DHL", "Delivered", "“Too small”", "Refunds"]) expect(page).toContain(words);
  });

  it("can be edited", async () => {
    const order = await api<Placed>("place-order", { cart: "single" });
    const { products } = store.shopify.catalogue(shop);
    await api("edit", { order: order.name, add: { variantId: products[3]?.variants[0]?.id, quantity: 2 } });
    expect(await read(order.id)).toContain("Enamel mug");
  });

  it("can be cancelled before it leaves", async () => {
    const order = await api<Placed>("place-order");
    await api("cancel", { order: order.name });
    expect(await topicsHeard()).toContain("orders/cancelled");
    expect(await read(order.id)).toContain("Cancelled");
  });

  it("is dated by the store's clock", async () => {
    await api("clock", { days: 3 });
    const order = await api<Placed>("place-order");
    const day = new Date(Date.now() + 3 * 86_400_000).getUTCDate();
    expect(await read(order.id)).toMatch(new RegExp(`>${day} \\w+ \\d{4}`));
  });
});

describe("the storefront", () => {
  it("sells to whoever is looking, and shows them their orders", async () => {
    await api("place-order", { shopper: "noa" });
    const front = store.storefrontUrl(shop);
    const home = await (await fetch(front)).text();
    const customer = /<option value="(\d+)"[^>]*>נועה/.exec(home)?.[1];
    const variant = /name="variant"[\s\S]*?value="(gid:[^"]+)"/.exec(home)?.[1] ?? "";
    const cookie = `store_customer_fern-and-fable=${customer}; store_language_fern-and-fable=he`;

    const bought = await fetch(`${front}/buy`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ variant }),
    });
    const status = await bought.text();
    expect(status).toContain('dir="rtl"');
    expect(status).toContain("תודה!");
    expect(status).toContain('data-extension-target="purchase.thank-you.block.render"');

    const account = await (await fetch(`${front}/account`, { headers: { cookie } })).text();
    expect(account.match(/class="card order"/g)?.length).toBeGreaterThanOrEqual(2);
    await fetch(`${front}/apps/aftercare/echo`, { headers: { cookie } });
    expect(app.heard.at(-1)?.query.get("logged_in_customer_id")).toBe(customer);
    expect(app.heard.at(-1)?.headers["accept-language"]).toBe("he");
  });

  it("shows no one another's order", async () => {
    const order = await api<Placed>("place-order", { shopper: "ada" });
    const answer = await fetch(`${store.storefrontUrl(shop)}/account/orders/${order.id.split("/").at(-1)}`, {
      headers: { cookie: "store_customer_fern-and-fable=1" },
    });
    expect(answer.status).toBe(404);
  });
});
