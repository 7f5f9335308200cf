import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import * as labels from "~/features/returns/label-store.server";
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

describe("printing", () => {
  it("answers 404 for nothing to print, and 400 for what is no list", async () => {
    const get = (query: string) => site.get(`/app/returns/labels?${query}`, bearer(sessionToken()));
    expect((await get("ids=absent")).status).toBe(404);
    expect((await get("ids=")).status).toBe(400);
    expect((await get(`ids=${"a,".repeat(300)}`)).status).toBe(400);
    expect((await site.get("/app/returns/labels?ids=a", {})).status).not.toBe(200);
  });
});
