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

const TOKEN = `EAAG${"x".repeat(60)}`;
const SECRET = "d".repeat(32);
const NUMBER_ID = "106540352242922";
const template = { name: "order_news", languages: ["en_GB", "de"], parameters: ["order.name"] };
const at = (claims: Record<string, unknown>) =>
  `/app/settings/whatsapp${embedded(sessionToken(claims), typeof claims.shop === "string" ? claims.shop : undefined)}`;
const page = async (claims: Record<string, unknown> = {}) =>
  (await site.get(at(claims), bearer(sessionToken(claims)))).text();
const save = (over: object, claims: Record<string, unknown> = {}) =>
  fetch(`${site.url}${at(claims)}`, {
    method: "POST",
    headers: { ...bearer(sessionToken(claims)), "content-type": "application/json" },
    body: JSON.stringify({
      ...{ phoneNumberId: NUMBER_ID, token: TOKEN, appSecret: SECRET, enabled: true, onlyAgreed: true },
      templates: { outForDelivery: template },
      ...over,
    }),
  });

it("an account and its templates are saved, its secrets never shown again and kept when left empty", async () => {
  expect((await save({ phoneNumberId: "one" })).status).toBe(400);
  expect((await save({ token: "" })).status).toBe(400);
  expect((await save({})).status).toBe(200);
  const html = await page();
  for (const shown of [NUMBER_ID, "order_news", "en_GB, de", "Verify token"]) expect(html).toContain(shown);
  for (const hidden of [TOKEN, SECRET]) expect(html).not.toContain(hidden);
  expect((await save({ token: "", appSecret: "", templates: {} })).status).toBe(200);
  expect(await page()).not.toContain("order_news");
  expect(await page({ shop: NEIGHBOUR })).not.toContain(NUMBER_ID);
});

it.each([
  { templates: { noSuchKind: template } },
  { templates: { outForDelivery: { ...template, name: "Order News" } } },
  { templates: { outForDelivery: { ...template, languages: [] } } },
  { templates: { outForDelivery: { ...template, parameters: ["customer.email"] } } },
  { onlyAgreed: "yes" },
])("%j is refused", async (over) => expect((await save(over)).status).toBe(400));
