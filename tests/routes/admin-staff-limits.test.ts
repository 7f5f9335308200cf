import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { settingsSchema } from "~/features/settings/schema";
import { loadSettings } from "~/features/settings/store.server";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
const ALL = "write_orders,write_returns,read_customers";
beforeAll(async () => {
  office = tokenOffice();
  Object.assign(office.scopes, { "43": ALL, "44": "write_orders,write_returns", "45": ALL });
  db = await freshDatabase();
  await known(db.shop);
  site = await (await import("#tests/setup/site")).openSite();
  // who has opened the app: its owner, and three of the staff; next door somebody else
  for (const sub of ["42", "43", "44"]) await open({ sub });
  await open({ sub: "77", shop: NEIGHBOUR });
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

type Claims = { sub?: string; shop?: string };
const at = (claims: Claims, path = "/app/settings/staff") =>
  `${path}${embedded(sessionToken(claims), claims.shop)}`;
const open = async (claims: Claims = {}) => {
  const answer = await site.get(at(claims), bearer(sessionToken(claims)));
  return { status: answer.status, text: await answer.text() };
};
const send = async (body: object, claims: Claims = {}, path = "/app/settings/staff.data") => {
  const answer = await fetch(`${site.url}${path}`, {
    method: "POST",
    headers: { ...bearer(sessionToken(claims)), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
};
const kept = async (shop = db.shop) => (await shop.transact(loadSettings)).value.staff.limits;
const limits = (everybody: string | null, ...people: [string, string | null][]) => ({
  everybody,
  people: people.map(([staffId, limit]) => ({ staffId, limit })),
});

describe("who may pay out how much", () => {
  test("the screen offers who opened the app here, and nobody's address", async () => {
    const { status, text } = await open();
    expect(status).toBe(200);
    expect(text).toContain("Who may pay out how much");
    for (const id of ["43", "44"]) expect(text).toContain(`"${id}"`);
    expect(text).not.toContain('"77"');
    expect(text).not.toContain("maya@staff.example");
  });

  test("who lacks a permission looks, and changes nothing", async () => {
    expect((await open({ sub: "44" })).text).toContain("Only the account owner");
    expect((await send(limits("1"), { sub: "44" })).status).toBe(403);
    expect((await kept()).everybody).toBeNull();
  });

  test("the owner saves amounts in the shop's currency, under the names people opened the app with", async () => {
    expect((await send(limits("150.50", ["43", "20"]))).text).toContain("Payout limits saved");
    expect(await kept()).toEqual({
      everybody: 15_050,
      people: [{ staffId: "43", name: "Maya", limit: 2000 }],
    });
    expect((await kept(db.neighbour)).everybody).toBeNull();
    const { rows } = await db.owner.query(`select "actorName" from fact where kind = 'settings.changed'`);
    expect(rows).toEqual([{ actorName: "Maya" }]);
  });

  test("who is limited cannot lift their own limit, here or with the settings' form", async () => {
    const jonas = { sub: "43" };
    const before = await kept();
    const refused = await send(limits(null, ["43", null]), jonas);
    expect(refused.status).toBe(403);
    const forged = settingsSchema.parse({ staff: { limits: { everybody: null, people: [] } } });
    expect((await send(forged, jonas, "/app/settings.data")).status).toBe(200);
    expect(await kept()).toEqual(before);
  });

  test("full permissions do, without a limit: owners and strangers are never named", async () => {
    await send(limits("150.50", ["43", null]));
    expect((await send(limits("90", ["43", null]), { sub: "43" })).status).toBe(200);
    for (const stranger of ["42", "77", "999"])
      expect((await send(limits("1", [stranger, "5"]))).status).toBe(400);
    expect((await kept()).everybody).toBe(9000);
  });

  test("what is no amount is said beside its field", async () => {
    const { status, text } = await send(limits("1,000", ["43", "ten"]));
    expect(status).toBe(422);
    expect(text).toContain("Please correct the marked amounts");
    expect((await kept()).everybody).toBe(9000);
  });
});
