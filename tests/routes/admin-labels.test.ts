import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import * as labels from "~/features/returns/label-store.server";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { loadSettings } from "~/features/settings/store.server";
import { openCredentials } from "~/platform/carriers/credentials.server";

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

const at = (path: string, claims: Record<string, unknown> = {}) =>
  `${path}${embedded(sessionToken(claims), typeof claims.shop === "string" ? claims.shop : undefined)}`;
const page = (path: string, claims: Record<string, unknown> = {}) =>
  site.get(at(path, claims), bearer(sessionToken(claims)));
/** A form of JSON, as the page sends it. */
const act = (asked: object, claims: Record<string, unknown> = {}) =>
  fetch(`${site.url}${at("/app/settings/labels", claims)}`, {
    method: "POST",
    headers: { ...bearer(sessionToken(claims)), "content-type": "application/json" },
    body: JSON.stringify(asked),
  });

const account = (fields: Record<string, string>, id: string | null = null) => ({
  intent: "account",
  id,
  carrier: "easypost",
  name: "Our EasyPost",
  fields,
});
const kept = () => db.shop.transact(labels.accountsOf);

describe("the page of labels", () => {
  it("keeps an account whose key it never shows again", async () => {
    expect((await act(account({ apiKey: "short" }))).status).toBe(422);
    expect((await act(account({ apiKey: "EZTK-a-key-of-ours", services: "USPS" }))).status).toBe(200);
    const html = await (await page("/app/settings/labels")).text();
    expect(html).toContain("Our EasyPost");
    expect(html).toContain("Printable address label");
    expect(html).not.toContain("EZTK");
    const [one] = await kept();
    expect(one?.credentials).not.toContain("EZTK");

    // an empty secret keeps the one there is; what is no secret can be emptied
    const again = { ...account({ apiKey: "", services: "" }, one?.id ?? ""), name: "Renamed" };
    expect((await act(again)).status).toBe(200);
    const [changed] = await kept();
    expect(changed?.name).toBe("Renamed");
    expect(openCredentials(changed?.credentials ?? "")).toEqual({ apiKey: "EZTK-a-key-of-ours" });
  });

  it("orders, switches and removes accounts, and knows nothing of a neighbour's", async () => {
    await act({ ...account({ apiToken: "shippo_live_token" }), carrier: "shippo", name: "Our Shippo" });
    const [first, second] = await kept();
    expect((await act({ intent: "earlier", id: second?.id })).status).toBe(200);
    expect((await kept()).map(({ name }) => name)).toEqual(["Our Shippo", "Renamed"]);
    await act({ intent: "switch", id: first?.id, enabled: false });
    expect((await kept()).map(({ enabled }) => enabled)).toEqual([true, false]);
    for (const intent of ["remove", "earlier"])
      expect((await act({ intent, id: first?.id }, { shop: NEIGHBOUR })).status).toBe(404);
    const taken = account({ apiKey: "EZTK-of-the-neighbour" }, first?.id ?? "");
    expect((await act(taken, { shop: NEIGHBOUR })).status).toBe(404);
    expect((await act({ intent: "remove", id: second?.id })).status).toBe(200);
    expect((await kept()).map(({ name }) => name)).toEqual(["Renamed"]);
  });

  it("refuses what is none of a carrier's, and what makes no parcel", async () => {
    expect((await act({ ...account({}), carrier: "printable" })).status).toBe(404);
    expect((await act({ ...account({}), carrier: "__proto__" })).status).toBe(404);
    expect((await act({ intent: "settings", value: { itemGrams: -1 } })).status).toBe(400);
    expect((await act({ intent: "settings", value: { hsCode: "12" } })).status).toBe(400);
    expect((await act({ intent: "settings", value: { hsCode: "611011", origin: "PT" } })).status).toBe(200);
    expect((await act([])).status).toBe(400);
  });
});

describe("other return addresses", () => {
  const place = {
    id: "leeds",
    name: "Warehouse Leeds",
    address: { line1: "Dock 4, Canal Road", city: "Leeds", zip: "LS1 4AX", country: "gb" },
    when: { countries: ["us"], productTags: ["bulky"] },
    locationId: "77",
  };
  const saved = (shop = db.shop) => shop.transact(async (tx) => (await loadSettings(tx)).value.returns);

  it("are kept in their order, shown, and left alone by the form of settings and by a neighbour's", async () => {
    const value = { places: [place], locationId: "42" };
    expect((await act({ intent: "places", value })).status).toBe(200);
    expect(await saved()).toMatchObject({
      locationId: "42",
      places: [{ name: "Warehouse Leeds", address: { country: "GB" }, when: { countries: ["US"] } }],
    });
    expect((await saved(db.neighbour)).places).toEqual([]);
    const html = await (await page("/app/settings/labels")).text();
    expect(html).toContain("Warehouse Leeds");
    expect(html).toContain("Countries: US · Product tags: bulky");
    await changeSettings(db.shop, settingsSchema.parse({ returns: { windowDays: 14 } }), "Maya");
    expect(await saved()).toMatchObject({ windowDays: 14, locationId: "42", places: [{ id: "leeds" }] });
    expect((await act({ intent: "settings", value: { hsCode: "611011" } })).status).toBe(200);
    expect((await saved()).places).toHaveLength(1);
  });

  it.each([
    ["no street", { ...place, address: { ...place.address, line1: "" } }],
    ["no country", { ...place, address: { ...place.address, country: null } }],
    ["no name", { ...place, name: " " }],
    ["a region that is none", { ...place, when: { regions: ["California"] } }],
    ["a location of words", { ...place, locationId: "the barn" }],
    ["an id that is a path", { ...place, id: "../x" }],
  ])("are refused with %s", async (_, one) => {
    expect((await act({ intent: "places", value: { places: [one] } })).status).toBe(400);
    expect((await act({ intent: "places", value: { places: Array(31).fill(place) } })).status).toBe(400);
    expect((await saved()).places).toHaveLength(1);
  });
});

describe("printing", () => {
  it("answers 404 for nothing to print, and 400 for what is no list", async () => {
    const get = (query: string) => site.get(`/app/returns/labels?${query}`, bearer(sessionToken()));
    expect((await get("ids=absent")).status).toBe(404);
    expect((await get("ids=")).status).toBe(400);
    expect((await get(`ids=${"a,".repeat(300)}`)).status).toBe(400);
    expect((await site.get("/app/returns/labels?ids=a", {})).status).not.toBe(200);
  });
});
