import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Store, startStore } from "./index";
import { proxySignature } from "./proxy/signature";
import { type StubApp, startStubApp } from "./stand-ins/stub-app";
import { retryAfterMs } from "./webhooks/retry-schedule";

const apiKey = "key";
const apiSecret = "hush";
const shop = "fern-and-fable.myshopify.com";
let app: StubApp;
let store: Store;

beforeEach(async () => {
  app = await startStubApp();
  store = await startStore({ appUrl: app.url, apiKey, apiSecret, projectDirectory: "/nowhere" });
});

afterEach(async () => {
  await store.stop();
  await app.close();
});

const api = (path: string, body?: unknown) =>
  fetch(`${store.url}/panel/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });

const oauth = (fields: Record<string, unknown>, host = shop) =>
  fetch(`${store.url}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-shop-host": host },
    body: JSON.stringify({ client_id: apiKey, client_secret: apiSecret, ...fields }),
  });

const exchange = (more: Record<string, unknown> = {}) =>
  oauth({
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: store.sessionToken(shop),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
    ...more,
  });

const graphql = (token: string, query = "{ shop { name } }") =>
  fetch(`${store.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-access-token": token,
      "x-forwarded-shop-host": shop,
    },
    body: JSON.stringify({ query }),
  });

interface Grant {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

describe("tokens", () => {
  it("exchanges a session token for an expiring offline token that opens the Admin API", async () => {
    const grant = (await (await exchange()).json()) as Grant;
    expect(grant).toMatchObject({ expires_in: 3600, refresh_token: expect.stringMatching(/^shprt_/) });
    expect((await graphql(grant.access_token)).status).toBe(200);
    expect((await graphql("shpat_wrong")).status).toBe(401);
  });

  it("rotates refresh tokens, and refuses one that was used", async () => {
    const first = (await (await exchange()).json()) as Grant;
    const refresh = { grant_type: "refresh_token", refresh_token: first.refresh_token };
    const second = (await (await oauth(refresh)).json()) as Grant;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const again = await oauth(refresh);
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ error: "invalid_grant" });
  });

  it("names the member of staff in an online token", async () => {
    const online = await exchange({
      subject_token: store.sessionToken(shop, "43"),
      requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
    });
    expect(await online.json()).toMatchObject({ associated_user: { id: 43, first_name: "Jonas" } });
  });

  it("refuses a token of another shop, a broken one and a wrong secret", async () => {
    const foreign = await exchange({ subject_token: store.sessionToken("nordlicht-haus.myshopify.com") });
    expect(await foreign.json()).toMatchObject({ error: "invalid_subject_token" });
    expect((await exchange({ subject_token: "a.b.c" })).status).toBe(400);
    expect((await exchange({ client_secret: "nope" })).status).toBe(401);
  });

  it("closes every token on uninstall, and tells the app", async () => {
    const { access_token } = (await (await exchange()).json()) as Grant;
    await api("uninstall", { shop });
    await store.webhooks.settled();
    expect((await graphql(access_token)).status).toBe(401);
    expect((await exchange()).status).toBe(400);
    expect(app.webhooks.at(-1)?.headers["x-shopify-topic"]).toBe("app/uninstalled");
    await api("install", { shop });
    expect((await exchange()).status).toBe(200);
  });
});

const news = (id = 1) => ({
  shop,
  topic: "orders/updated",
  payload: { id, updated_at: "2026-11-01T00:00:00Z" },
});

describe("the clock", () => {
  it("moves tokens and signatures along, unless they shall stay behind", async () => {
    const claims = (token: string) =>
      JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { iat: number };
    const ahead = (token: string) => Math.abs(Math.round((claims(token).iat - Date.now() / 1000) / 3600));
    const { access_token } = (await (await exchange()).json()) as Grant;
    await api("clock", { hours: 2 });
    expect(ahead(store.sessionToken(shop))).toBe(2);
    expect((await graphql(access_token)).status).toBe(401);
    expect((await exchange()).status).toBe(200);

    const behind = await startStore({ apiSecret, projectDirectory: "/nowhere", tokenClock: "machine" });
    behind.clock.advance(7_200_000);
    expect(ahead(behind.sessionToken(shop))).toBe(0);
    await behind.stop();
  });
});

describe("webhooks", () => {
  it("signs the bytes it sends", async () => {
    store.webhooks.announce(news());
    await store.webhooks.settled();
    const heard = app.webhooks[0];
    expect(heard?.headers["x-shopify-hmac-sha256"]).toBe(
      createHmac("sha256", apiSecret)
        .update(heard?.body ?? "")
        .digest("base64"),
    );
    expect(heard?.headers).toMatchObject({
      "x-shopify-topic": "orders/updated",
      "x-shopify-shop-domain": shop,
      "x-shopify-api-version": "2026-07",
    });
  });

  it("tries eight more times over four hours, with the same id and body, then gives up", async () => {
    app.answerWebhooks(503);
    store.webhooks.announce(news());
    await store.webhooks.settled();
    for (const [at, due] of retryAfterMs.entries()) {
      store.clock.advance(due - (retryAfterMs[at - 1] ?? 0) + 1000);
      await store.webhooks.settled();
    }
    expect(app.webhooks).toHaveLength(9);
    expect(new Set(app.webhooks.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
    expect(store.webhooks.log()[0]?.state).toBe("failed");
    store.clock.advance(24 * 3_600_000);
    await store.webhooks.settled();
    expect(app.webhooks).toHaveLength(9);
  });

  it("duplicates, drops, reorders and holds on request", async () => {
    await api("webhooks", { copies: 3, freshIds: true });
    store.webhooks.announce(news());
    await store.webhooks.settled();
    expect(app.webhooks).toHaveLength(3);
    expect(new Set(app.webhooks.map((one) => one.headers["x-shopify-event-id"])).size).toBe(1);
    expect(new Set(app.webhooks.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(3);

    await api("webhooks", { copies: 1, dropPercent: 100 });
    store.webhooks.announce(news());
    await store.webhooks.settled();
    expect(app.webhooks).toHaveLength(3);

    await api("webhooks", { dropPercent: 0, reorder: true });
    for (const id of [1, 2, 3]) store.webhooks.announce(news(id));
    await store.webhooks.settled();
    const order = app.webhooks.slice(3).map((one) => (JSON.parse(one.body.toString()) as { id: number }).id);
    expect(order).toEqual([3, 2, 1]);

    await api("webhooks", { reorder: false, hold: true });
    store.webhooks.announce(news());
    await store.webhooks.settled();
    expect(app.webhooks).toHaveLength(6);
    await api("webhooks", { hold: false });
    await store.webhooks.settled();
    expect(app.webhooks).toHaveLength(7);
  });

  it("sends one again from the log", async () => {
    const [sent] = store.webhooks.announce(news());
    await store.webhooks.settled();
    await api(`webhooks/${sent?.id}/resend`);
    await store.webhooks.settled();
    expect(app.webhooks.map((one) => one.headers["x-shopify-webhook-id"])).toEqual([sent?.id, sent?.id]);
  });
});

describe("the app proxy", () => {
  const visit = (path: string, init?: RequestInit) =>
    fetch(`${store.storefrontUrl(shop)}/apps/aftercare${path}`, init);

  it("signs what it forwards, and keeps cookies to itself", async () => {
    const answer = await visit("/echo?order=%231001&x=1&x=2", { headers: { cookie: "a=b" } });
    const heard = app.heard.at(-1);
    expect(heard?.path).toBe("/proxy/echo");
    expect(heard?.query.get("signature")).toBe(
      proxySignature(heard?.query ?? new URLSearchParams(), apiSecret),
    );
    expect(heard?.query.get("shop")).toBe(shop);
    expect(heard?.query.get("path_prefix")).toBe("/apps/aftercare");
    expect(heard?.query.get("logged_in_customer_id")).toBe("");
    expect(heard?.query.getAll("x")).toEqual(["1", "2"]);
    expect(heard?.headers.cookie).toBeUndefined();
    expect(heard?.headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("forwards forms, plain and multipart", async () => {
    const plain = await visit("/echo", { method: "POST", body: new URLSearchParams({ name: "Zoë" }) });
    expect(await plain.json()).toMatchObject({ method: "POST", body: "name=Zo%C3%AB" });
    const form = new FormData();
    form.set("photo", new Blob(["bytes"], { type: "image/png" }), "a.png");
    const multi = (await (await visit("/echo", { method: "POST", body: form })).json()) as { body: string };
    expect(multi.body).toContain('filename="a.png"');
  });

  it("renders Liquid inside the theme, or alone when it says so", async () => {
    const page = await (await visit("/liquid")).text();
    expect(page).toContain("<h1>Hello stranger at Fern & Fable</h1>");
    expect(page).toContain("<footer");
    expect(await (await visit("/bare")).text()).toBe("<p>Fern & Fable</p>");
  });

  it("asks for the app's front page without a path of its own", async () => {
    await visit("?order=%231001");
    expect(app.heard.at(-1)?.path).toBe("/proxy");
    expect(app.heard.at(-1)?.query.get("order")).toBe("#1001");
  });

  it("lets no page load from another machine", async () => {
    for (const page of [await visit("/liquid"), await fetch(`${store.gatewayUrl}/app`)]) {
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self' http://127.0.0.1:*");
    }
  });

  it("passes redirects on", async () => {
    const answer = await visit("/away", { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/apps/aftercare/liquid");
  });

  it("signs an address on request", async () => {
    const { url } = (await (await api("proxy-url", { shop, path: "/echo", customerId: "77" })).json()) as {
      url: string;
    };
    const query = new URL(url).searchParams;
    expect(query.get("signature")).toBe(proxySignature(query, apiSecret));
    expect(query.get("logged_in_customer_id")).toBe("77");
  });
});

describe("faults", () => {
  it("fails the next calls as told, then recovers", async () => {
    const { access_token } = (await (await exchange()).json()) as Grant;
    await api("faults", { next: { kind: "error", times: 1 } });
    expect((await graphql(access_token)).status).toBe(503);
    await api("faults", { next: { kind: "throttled", times: 1 } });
    expect(await (await graphql(access_token)).json()).toMatchObject({
      errors: [{ extensions: { code: "THROTTLED" } }],
    });
    await api("faults", { next: { kind: "timeout", times: 1 }, timeoutMs: 50 });
    await expect(graphql(access_token)).rejects.toThrow();
    expect((await graphql(access_token)).status).toBe(200);
  });
});

describe("the gateway", () => {
  it("lends the app an App Bridge and a place in the frame", async () => {
    const answer = await fetch(`${store.gatewayUrl}/app?shop=${shop}`);
    expect(await answer.text()).toContain('src="/__store/app-bridge.js"');
    expect(answer.headers.get("content-security-policy")).toContain(`frame-ancestors ${store.url} `);
    expect(answer.headers.get("link")).toContain("</__store/app-bridge.js>");
  });
});
