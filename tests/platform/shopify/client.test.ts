import { fork } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { shopify } from "~/platform/shopify/client.server";
import { ShopProfileDocument } from "~/platform/shopify/generated";
import { offlineToken } from "~/platform/shopify/tokens.server";

type Answer = { status?: number; body?: unknown; headers?: Record<string, string>; hang?: boolean };

/** A Shopify that answers what it is told, over real HTTP. */
const told: Answer[] = [];
const asked: { path: string; token: string; body: Record<string, unknown> }[] = [];
const always: { graphql: Answer; refresh: (token: string) => Answer } = {
  graphql: {},
  refresh: () => ({ status: 500 }),
};
const server = http.createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  const body = JSON.parse(text || "{}") as Record<string, unknown>;
  const path = request.url ?? "";
  asked.push({ path, token: String(request.headers["x-shopify-access-token"] ?? ""), body });
  const isRefresh = path.includes("/oauth/");
  const answer = isRefresh ? always.refresh(String(body.refresh_token)) : (told.shift() ?? always.graphql);
  if (answer.hang) return void setTimeout(() => response.destroy(), 50);
  if (isRefresh) await new Promise((later) => setTimeout(later, 50));
  response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
  response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
});

let db: FreshDatabase;
let restore: () => void;
let origin: string;

beforeAll(async () => {
  db = await freshDatabase();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  restore = leadShopifyTo(origin);
});
afterAll(async () => {
  restore();
  server.closeAllConnections();
  await new Promise<void>((closed) => server.close(() => closed()));
  await db.close();
});
beforeEach(async () => {
  told.length = 0;
  asked.length = 0;
  always.graphql = fine;
  await db.owner.query("delete from session");
  await signInOffline(SHOP, { access: "shpat_canary_access", refresh: "shprt_canary_refresh" });
});

const cost = (currentlyAvailable: number) => ({
  cost: {
    requestedQueryCost: 10,
    throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate: 100 },
  },
});
const fine: Answer = { body: { data: { shop: { name: "Fern" } }, extensions: cost(1_990) } };
const errors = (code: string, extensions?: unknown): Answer => ({
  body: { errors: [{ message: "ada@example.com shpat_canary", extensions: { code } }], extensions },
});
const call = (options = {}) => shopify(db.shop.id, ShopProfileDocument, {}, options);
const failure = (options = {}) =>
  call(options).then(
    () => {
      throw new Error("It did not fail");
    },
    (error: Error) => error,
  );

describe("what passes is tried again", () => {
  it("THROTTLED waits as long as the bucket needs, then goes on", async () => {
    told.push(errors("THROTTLED", cost(0)));
    const startedAt = performance.now();
    expect(await call()).toEqual({ shop: { name: "Fern" } });
    expect(performance.now() - startedAt).toBeGreaterThan(100); // 10 points missing at 100 a second
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["429", { status: 429, headers: { "retry-after": "0" } }],
    ["500", { status: 500 }],
    ["502 with a page", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a broken line", { hang: true }],
    ["an answer that is no JSON", { body: "<html>hello</html>" }],
    ["INTERNAL_SERVER_ERROR", errors("INTERNAL_SERVER_ERROR")],
  ])("%s once: answered by the second try", async (_what, answer) => {
    told.push(answer);
    expect(await call()).toEqual({ shop: { name: "Fern" } });
    expect(asked).toHaveLength(2);
  });

  it("Shopify down for long: TryAgain, for the queue to go on later", async () => {
    always.graphql = { status: 503 };
    expect(await failure()).toBeInstanceOf(TryAgain);
    expect(asked.length).toBeLessThanOrEqual(4);
  }, 20_000);

  it.each([
    ["a broken line", { hang: true }],
    ["500", { status: 500 }],
  ])("what must happen once is not asked twice after %s", async (_what, answer) => {
    always.graphql = answer;
    expect(await failure({ once: true })).toBeInstanceOf(TryAgain);
    expect(asked).toHaveLength(1);
  });

  it("what must happen once may be asked again when it certainly did not happen", async () => {
    told.push({ status: 429 });
    expect(await call({ once: true })).toEqual({ shop: { name: "Fern" } });
  });
});

describe("what does not pass is sorted by who must act", () => {
  it.each([
    ["401", { status: 401 }, NeedsMerchant],
    ["403", { status: 403 }, NeedsMerchant],
    ["ACCESS_DENIED", errors("ACCESS_DENIED"), NeedsMerchant],
    ["402, a frozen shop", { status: 402 }, NeverMind],
    ["404, a shop that is gone", { status: 404 }, NeverMind],
    ["423, a locked shop", { status: 423 }, NeverMind],
  ])("%s", async (_what, answer, kind) => {
    always.graphql = answer;
    const error = await failure();
    expect(error).toBeInstanceOf(kind);
    expect(asked).toHaveLength(1);
  });

  it("a refused token is forgotten, and nobody else's", async () => {
    await signInOffline(NEIGHBOUR);
    always.graphql = { status: 401 };
    await failure();
    const { rows } = await db.owner.query("select shop from session");
    expect(rows).toEqual([{ shop: NEIGHBOUR }]);
    expect(await failure()).toBeInstanceOf(NeverMind); // there is no token any more
  });

  it("no failure says the token, the address or Shopify's own words", async () => {
    const answers: Answer[] = [
      errors("SOMETHING"),
      { status: 401 },
      { status: 403 },
      errors("ACCESS_DENIED"),
      { status: 404 },
    ];
    for (const answer of answers) {
      await signInOffline(SHOP, { access: "shpat_canary_access" });
      always.graphql = answer;
      const error = await failure();
      expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toMatch(/canary|ada@|shpat_/);
    }
  });
});

describe("a token that is nearly over", () => {
  const grant = (at: number): Answer => ({
    body: {
      access_token: `shpat_canary_renewed_${at}`,
      scope: "write_orders",
      expires_in: 3_600,
      refresh_token: `shprt_canary_renewed_${at}`,
      refresh_token_expires_in: 7_776_000,
    },
  });
  let used: Set<string>;
  beforeEach(async () => {
    used = new Set();
    // Shopify takes each refresh token once
    always.refresh = (token) => {
      if (used.has(token)) return { status: 400, body: { error: "invalid_grant" } };
      used.add(token);
      return grant(used.size);
    };
    await signInOffline(SHOP, {
      access: "shpat_canary_old",
      refresh: "shprt_canary_old",
      expiresInMs: 60_000,
    });
  });

  it("is renewed once, however many need it at once", async () => {
    const tokens = await Promise.all(Array.from({ length: 40 }, () => offlineToken(db.shop.id)));
    expect(new Set(tokens)).toEqual(new Set(["shpat_canary_renewed_1"]));
    expect(asked).toHaveLength(1);
    expect(await offlineToken(db.shop.id)).toBe("shpat_canary_renewed_1");
  });

  it("is renewed once also by two processes at once", async () => {
    const other = fork("tests/platform/shopify/ask-for-token.ts", [db.ownerUrl, origin, SHOP, "20"], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env },
    });
    const ready = new Promise<void>((resolve) => other.once("message", () => resolve()));
    const exited = new Promise<number | null>((resolve) => other.once("exit", (code) => resolve(code)));
    await Promise.race([ready, exited.then((code) => Promise.reject(new Error(`ended early: ${code}`)))]);
    const theirs = new Promise<string[]>((resolve) =>
      other.once("message", (tokens) => resolve(tokens as string[])),
    );
    other.send("go");
    const mine = await Promise.all(Array.from({ length: 20 }, () => offlineToken(db.shop.id)));
    expect(new Set([...mine, ...(await theirs)])).toEqual(new Set(["shpat_canary_renewed_1"]));
    expect(used.size).toBe(1);
    await exited;
  }, 30_000);

  it("of forty shops at once: all are renewed, though connections are fewer", async () => {
    const shops = Array.from({ length: 40 }, (_, at) => `shop-${at}.myshopify.com`);
    for (const shop of shops)
      await signInOffline(shop, { access: "shpat_x", refresh: `shprt_${shop}`, expiresInMs: 1_000 });
    const { readShopId } = await import("~/values/ids");
    const tokens = await Promise.all(shops.map((shop) => offlineToken(readShopId(shop) as never)));
    expect(new Set(tokens).size).toBe(40);
  }, 30_000);

  it("rests encrypted, the new one too (51)", async () => {
    await offlineToken(db.shop.id);
    const { rows } = await db.owner.query("select * from session");
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/canary|shpat_|shprt_/);
    expect(rows[0].accessToken).toMatch(/^v1\./);
    expect(rows[0].refreshToken).toMatch(/^v1\./);
  });

  it("Shopify down: TryAgain, and the renewal is not used up", async () => {
    always.refresh = () => ({ status: 503 });
    await expect(offlineToken(db.shop.id)).rejects.toThrow(TryAgain);
    always.refresh = () => grant(9);
    expect(await offlineToken(db.shop.id)).toBe("shpat_canary_renewed_9");
  });

  it("no longer accepted: the merchant must connect again, and nothing says the token", async () => {
    always.refresh = () => ({ status: 400, body: { error: "invalid_grant", token: "shprt_canary_old" } });
    const error = await offlineToken(db.shop.id).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(NeedsMerchant);
    expect(String((error as Error).stack)).not.toContain("canary");
    await expect(offlineToken(db.shop.id)).rejects.toThrow(NeverMind);
  });
});
