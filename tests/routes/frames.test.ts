import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { BROWSER, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";

/** Every HTML answer says in whose frame it may stand: its own shop's admin, or nobody's. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;

beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const SHOPS_ADMIN = `frame-ancestors https://${SHOP} https://admin.shopify.com`;

const visits: [string, () => string][] = [
  ["nobody", () => ""],
  ["a shop without a token", () => embedded(null)],
  ["a signed-in member of staff", () => embedded(sessionToken())],
  ["a bad token", () => embedded("abc.def.ghi")],
  ["a shop that is none", () => "?shop=evil.example&embedded=1&host=abc"],
  ["two shops", () => `?shop=${SHOP}&shop=evil.example`],
];

test.each(visits)("%s, on every route", async (who, query) => {
  expect(site.routes.length).toBeGreaterThan(4);
  for (const { path } of [...site.routes, { path: "/nowhere-at-all" }]) {
    const address = path.replaceAll(/:\w+|\*/g, "1") + query();
    const answer = await site.get(address, { "user-agent": BROWSER, accept: "text/html" });
    const body = await textOf(answer);
    const policies = (answer.headers.get("content-security-policy") ?? "")
      .split(/[,;]/)
      .filter((one) => one.trim());
    expect(policies, `${who} at ${path}`).toHaveLength(1);
    const policy = policies[0] ?? "";
    if (!/frame-ancestors 'none'/.test(policy)) expect(policy, path).toContain(SHOPS_ADMIN);
    if (!query().includes(`shop=${SHOP}`)) expect(policy, path).toMatch(/'none'/);
    expect(body, path).not.toMatch(/\bat \w+ \(|node_modules|\.tsx?:\d/);
  }
});

/** A stream of events has no end: what it begins with is enough. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer.text();
  const reader = answer.body?.getReader();
  const begun = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(begun?.value);
}

test("the admin, opened by Shopify, may stand in its shop's admin", async () => {
  const answer = await site.get(`/app${embedded(sessionToken())}`, { "user-agent": BROWSER });
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toContain(SHOPS_ADMIN);
  expect(html).toContain("https://cdn.shopify.com/shopifycloud/app-bridge.js");
});

test("what is not there looks the same inside the admin, with its menu", async () => {
  const answer = await site.get(`/app/nowhere${embedded(sessionToken())}`, { "user-agent": BROWSER });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("This page is not here");
});

test("Shopify opens the root: on to the admin, with everything it brought", async () => {
  const answer = await site.get(`/${embedded("abc")}`, { "user-agent": BROWSER });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain("/app?shop=");
});

test("whoever comes from elsewhere is told where the app lives", async () => {
  const answer = await site.get("/app", { "user-agent": BROWSER });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/auth/login"]);
  const page = await site.get("/auth/login");
  expect(await page.text()).toContain("lives in your Shopify admin");
});

test("data requests without a valid token get 401 and the header that App Bridge waits for", async () => {
  const answer = await site.get("/app.data", {
    "user-agent": BROWSER,
    authorization: `Bearer ${sessionToken({ exp: 1 })}`,
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("x-shopify-retry-invalid-session-request")).toBe("1");
});
