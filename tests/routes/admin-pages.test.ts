import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrder, aShippedOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { BROWSER, bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { settingsSchema } from "~/features/settings/schema";

/** The admin's pages, asked as Shopify's admin asks for them, with really signed tokens. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
const OURS = "9000000000001";
const THEIRS = "9000000000002";

beforeAll(async () => {
  office = tokenOffice();
  // 43 may look at orders, 44 at nothing of ours
  Object.assign(office.scopes, { "43": "read_orders", "44": "read_products" });
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
  await mirrored(db.shop, aShippedOrder({ id: OURS, name: "#1001" }));
  await mirrored(db.neighbour, anOrder({ id: THEIRS, name: "#N-secret", email: "secret@neighbour.example" }));
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const page = (path: string, sub = "42") =>
  site.get(`${path}${embedded(sessionToken({ sub }))}`, { "user-agent": BROWSER });
const data = (path: string, sub = "42") => site.get(path, bearer(sessionToken({ sub })));
const send = (path: string, form: Record<string, string>, sub = "42") =>
  site.post(`${path}.data`, form, bearer(sessionToken({ sub })));
const sendJson = (path: string, body: unknown, sub = "42", query = "") =>
  fetch(`${site.url}${path}.data${query}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
  });

describe("every page of the menu", () => {
  test.each([
    ["/app", "To do now"],
    ["/app/orders", "#1001"],
    [`/app/orders/${OURS}`, "What happened"],
    ["/app/lookups", "No look-ups yet"],
    ["/app/connection", "Comparisons with Shopify"],
    ["/app/settings", "Edit the return policy"],
    ["/app/settings/policy", "What would this draft have done?"],
    ["/app/privacy", "No requests yet"],
  ])("%s shows itself, and nothing of the neighbour", async (path, says) => {
    const answer = await page(path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(says);
    expect(html).not.toContain("neighbour");
    expect(html).not.toContain("N-secret");
  });
});

describe("another shop's order", () => {
  test("answers exactly as one that never was", async () => {
    const stripped = async (id: string) => {
      const answer = await data(`/app/orders/${id}.data`);
      return [answer.status, (await answer.text()).replaceAll(id, "ID")];
    };
    expect(await stripped(THEIRS)).toEqual(await stripped("9000000000003"));
    expect((await page(`/app/orders/${THEIRS}`)).status).toBe(404);
  });

  test.each([
    "%00",
    "'--",
    "../../etc/passwd",
    "9".repeat(400),
  ])("an id that is none is absent, too: %s", async (id) => {
    expect((await page(`/app/orders/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe("the link on an order's page in Shopify's admin", () => {
  test("leads to the order, with what the admin opens pages with", async () => {
    const query = `${embedded(sessionToken())}&id=${OURS}`;
    const answer = await site.get(`/app/orders/from-shopify${query}`, { "user-agent": BROWSER });
    expect(answer.status).toBe(302);
    const there = answer.headers.get("location") ?? "";
    expect(there).toMatch(new RegExp(`^/app/orders/${OURS}\\?`));
    const order = await site.get(there, { "user-agent": BROWSER });
    expect([order.status, await order.text()]).toEqual([200, expect.stringContaining("#1001")]);
  });

  test.each(["", "x", "//evil.example"])("leads nowhere with an id like %j", async (id) => {
    const query = `${embedded(sessionToken())}&id=${encodeURIComponent(id)}`;
    expect((await site.get(`/app/orders/from-shopify${query}`, { "user-agent": BROWSER })).status).toBe(404);
  });
});

describe("hostile searches", () => {
  test.each([
    ["search operators", "'%&\\|!():*"],
    ["ten thousand characters", "x".repeat(10_000)],
    ["a NUL", "\u0000"],
    ["half a character", "\ud800"],
  ])("%s: answered with a page", async (_name, q) => {
    const from = performance.now();
    const answer = await data(
      `/app/orders.data?${new URLSearchParams({ q, after: q.slice(0, 500), before: "x" })}`,
    );
    expect(answer.status).toBe(200);
    expect(performance.now() - from).toBeLessThan(1_500);
  });
});

describe("what a member of staff may", () => {
  test.each([
    "/app/orders",
    `/app/orders/${OURS}`,
    "/app/lookups",
    "/app/privacy",
  ])("%s is shut for one without orders: 403, and says so", async (path) => {
    const answer = await page(path, "44");
    const html = await answer.text();
    expect(answer.status).toBe(403);
    expect(html).toContain("Your account may not do this");
    expect(html).not.toContain("#1001");
  });

  test("who may only look sees the settings and cannot change them", async () => {
    expect((await page("/app/settings", "43")).status).toBe(200);
    expect((await sendJson("/app/settings", settingsSchema.parse({}), "43")).status).toBe(403);
    const { rows } = await db.owner.query(`select 1 from settings where "shopId" = $1`, [SHOP]);
    expect(rows).toEqual([]);
  });

  test("who may only look cannot retry what was set aside", async () => {
    expect((await send("/app/connection", { do: "retryAll" }, "43")).status).toBe(403);
  });
});

describe("settings", () => {
  test("what does not fit is said by field, and nothing is saved", async () => {
    const answer = await sendJson("/app/settings", { returns: { windowDays: "" } });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("returns.windowDays");
  });

  test.each(["not json at all", "null", "[]"])("a body that is no settings is refused: %s", async (body) => {
    const answer = await fetch(`${site.url}/app/settings.data`, {
      method: "POST",
      body,
      headers: { ...bearer(sessionToken()), "content-type": "application/json" },
    });
    expect(answer.status).toBe(422);
  });

  test("are saved with who did it; the neighbour's stay", async () => {
    const value = settingsSchema.parse({ returns: { windowDays: "45" } });
    expect((await sendJson("/app/settings", value)).status).toBe(200);
    const { rows } = await db.owner.query(
      `select "shopId", value->'returns'->>'windowDays' as days from settings`,
    );
    expect(rows).toEqual([{ shopId: SHOP, days: "45" }]);
    const fact = await db.owner.query(`select "actorName" from fact where kind = 'settings.changed'`);
    expect(fact.rows).toEqual([{ actorName: "Maya" }]);
  });

  test("the second of two who saved at once is told, and nothing of the first is lost", async () => {
    const save = (days: string, seen: string) =>
      sendJson(
        `/app/settings`,
        settingsSchema.parse({ returns: { windowDays: days } }),
        "42",
        `?seen=${seen}`,
      );
    const stored = async () =>
      (await db.owner.query(`select version, value->'returns'->>'windowDays' as days from settings`)).rows[0];
    const { version } = await stored();
    const answers = await Promise.all([save("20", String(version)), save("21", String(version))]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const refused = answers.find((one) => one.status === 409);
    expect(await refused?.text()).toContain("Someone saved settings while you were editing");
    expect(await stored()).toEqual({ version: version + 1, days: answers[0]?.status === 200 ? "20" : "21" });
    expect((await save("22", String(version + 1))).status).toBe(200);
  });
});

describe("what was set aside", () => {
  const ID = "event/orders/create/digest+/=";
  const park = (shopId: string) =>
    db.owner.query(
      `insert into webhook_delivery ("shopId", id, topic, "webhookId", body, state, reason, attempts)
       values ($1, $2, 'orders/create', 'w', $3, 'parked', 'The body is not JSON', 3)
       on conflict ("shopId", id) do update set state = 'parked', attempts = 3`,
      [shopId, ID, deflateRawSync(Buffer.from("{"))],
    );
  const states = async () => {
    const { rows } = await db.owner.query(`select "shopId", state from webhook_delivery order by 1`);
    return Object.fromEntries(rows.map((row) => [row.shopId, row.state]));
  };

  test("is shown with its reason, and is read again when staff say so; the neighbour's is not", async () => {
    for (const shop of [SHOP, NEIGHBOUR]) await park(shop);
    expect(await (await page("/app/connection")).text()).toContain("The body is not JSON");
    expect((await send("/app/connection", { do: "retry", id: ID })).status).toBe(200);
    expect(await states()).toEqual({ [SHOP]: "received", [NEIGHBOUR]: "parked" });
    expect((await send("/app/connection", { do: "retry", id: ID })).status).toBe(404);
  });

  test("all at once, for this shop alone", async () => {
    for (const shop of [SHOP, NEIGHBOUR]) await park(shop);
    expect((await send("/app/connection", { do: "retryAll" })).status).toBe(200);
    expect(await states()).toEqual({ [SHOP]: "received", [NEIGHBOUR]: "parked" });
  });

  test("nonsense is refused", async () => {
    expect((await send("/app/connection", { do: "everything" })).status).toBe(400);
  });
});
