import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";

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

const TOKEN = "b".repeat(32);
const at = (claims: Record<string, unknown>) =>
  `/app/settings/texts${embedded(sessionToken(claims), typeof claims.shop === "string" ? claims.shop : undefined)}`;
const page = async (claims: Record<string, unknown> = {}) =>
  (await site.get(at(claims), bearer(sessionToken(claims)))).text();
const save = (over: object, claims: Record<string, unknown> = {}) =>
  fetch(`${site.url}${at(claims)}`, {
    method: "POST",
    headers: { ...bearer(sessionToken(claims)), "content-type": "application/json" },
    body: JSON.stringify({
      ...{ accountSid: `AC${"a".repeat(32)}`, authToken: TOKEN, from: "Fern", enabled: true },
      ...{ kinds: ["outForDelivery"], segmentPrice: "0.042", currency: "GBP" },
      ...over,
    }),
  });

it("an account is saved, its token never shown again and kept when left empty", async () => {
  expect((await save({ accountSid: "AC1" })).status).toBe(400);
  expect((await save({ authToken: "" })).status).toBe(400);
  expect((await save({})).status).toBe(200);
  const html = await page();
  expect(html).toContain(`AC${"a".repeat(32)}`);
  expect(html).not.toContain(TOKEN);
  expect(html.replaceAll("<!-- -->", "")).toMatch(/GSM-7, \d+ units, 1 segment · 0\.0420 GBP/);
  expect((await save({ authToken: "", from: "+15005550006" })).status).toBe(200);
  expect(await page()).toContain("+15005550006");
  expect(await page({ shop: NEIGHBOUR })).not.toContain(`AC${"a".repeat(32)}`);
});

it.each([
  { kinds: ["noSuchKind"] },
  { segmentPrice: "-1" },
  { currency: "pounds" },
  { from: "a".repeat(99) },
])("%j is refused", async (over) => expect((await save(over)).status).toBe(400));
