import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aLine, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { waitingJobs } from "#tests/setup/queue";
import type { Site } from "#tests/setup/site";
import { BROWSER, bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { lookAtParcels } from "~/features/notifications/look-at-parcels.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";

/** Deliveries in trouble as staff see them, asked as Shopify's admin asks, with really signed tokens. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

beforeAll(async () => {
  office = tokenOffice();
  Object.assign(office.scopes, { "43": "read_orders", "44": "read_products" });
  db = await freshDatabase();
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});
beforeEach(async () => {
  for (const table of ["parcel_watch", "fact", "orders", "settings", "graphile_worker._private_jobs"])
    await db.owner.query(`delete from ${table}`);
});

const page = async (path: string, sub = "42") => {
  const sign = path.includes("?") ? "&" : "?";
  const token = embedded(sessionToken({ sub })).replace("?", sign);
  const answer = await site.get(`${path}${token}`, { "user-agent": BROWSER });
  return { status: answer.status, html: await answer.text() };
};
const send = (path: string, form: Record<string, string>, sub = "42") =>
  site.post(path, form, bearer(sessionToken({ sub })));

async function aLateParcel(shop: Shop, name: string, carrier: string, promised = 2): Promise<string> {
  const lines = [aLine()];
  const scan = { message: null, city: null, country: "GB", happenedAt: ago(1.5) };
  const parcel = aParcel(lines, {
    tracking: [{ carrier, number: "RM1", url: null }],
    shippedAt: ago(promised + 4),
    estimatedAt: null,
    events: [{ id: shopifyId(), status: "in_transit", ...scan }],
  });
  const full = { promisedFrom: null, promisedTo: ago(promised), shipBy: null };
  const order = anOrder({
    name,
    lines,
    placedAt: ago(promised + 5),
    full: { ...full, fulfilments: [parcel], returnIds: [] },
  });
  await mirrored(shop, order);
  await shop.transact((tx) => lookAtParcels(tx, [parcel.id]));
  return order.id;
}

describe("the list", () => {
  it("shows this shop's parcels with why, promised and expected, and links to the order", async () => {
    const id = await aLateParcel(db.shop, "#1001", "Royal Mail");
    await aLateParcel(db.neighbour, "#N2002", "Pigeon");
    const { status, html } = await page("/app/deliveries");
    expect(status).toBe(200);
    for (const said of ["#1001", `/app/orders/${id}`, "Promised", "Royal Mail", "it is late or will be"])
      expect(html).toContain(said);
    for (const hidden of ["#N2002", "Pigeon"]) expect(html).not.toContain(hidden);
  });

  it("filters by carrier and state; nonsense shows all", async () => {
    await aLateParcel(db.shop, "#1001", "Royal Mail");
    await aLateParcel(db.shop, "#1002", "DHL");
    const dhl = (await page("/app/deliveries?carrier=DHL")).html;
    expect([dhl.includes("#1001"), dhl.includes("#1002")]).toEqual([false, true]);
    expect((await page("/app/deliveries?state=lost")).html).toContain("No delivery matches");
    for (const odd of ["state=%00%27", "after=99999999999_x", "before=zz", "carrier=%25%27%5C"])
      expect((await page(`/app/deliveries?${odd}`)).status).toBe(200);
  });

  it("says what to expect while there is nothing", async () => {
    const { html } = await page("/app/deliveries");
    expect(html).toContain("Everything is on its way");
    expect(html).toContain("Nothing has been learnt");
  });
});

describe("who may", () => {
  it("nobody without orders; only writers change the settings or run the back test", async () => {
    expect((await page("/app/deliveries", "44")).status).toBe(403);
    expect((await page("/app/deliveries/back-test", "44")).status).toBe(403);
    const form = { tell: "on", worryDays: "3", shipWithinDays: "" };
    expect((await send("/app/deliveries.data?index", form, "43")).status).toBe(403);
    expect((await send("/app/deliveries/back-test.data", {}, "43")).status).toBe(403);
    expect(await waitingJobs(db)).toEqual([]);
  });

  it("settings are saved, and nonsense is refused", async () => {
    const settings = () => db.shop.transact(async (tx) => (await shopFace(tx)).settings.delays);
    const form = { openCases: "on", worryDays: "3", shipWithinDays: "2" };
    expect((await send("/app/deliveries.data?index", form)).status).toBe(200);
    const saved = { tell: false, openCases: true, worryDays: 3, shipWithinDays: 2 };
    expect(await settings()).toEqual(saved);
    for (const odd of [{ worryDays: "0" }, { worryDays: "" }, { worryDays: "1e9" }, { shipWithinDays: "-1" }])
      expect((await send("/app/deliveries.data?index", { ...form, ...odd })).status).toBe(422);
    expect(await settings()).toEqual(saved);
    await send("/app/deliveries.data?index", { tell: "on", worryDays: "3", shipWithinDays: "" });
    expect(await settings()).toEqual({ tell: true, openCases: false, worryDays: 3, shipWithinDays: null });
  });

  it("the back test is asked for once", async () => {
    await send("/app/deliveries/back-test.data", {});
    await send("/app/deliveries/back-test.data", {});
    expect((await waitingJobs(db)).map(({ task }) => task)).toEqual(["run-back-test"]);
    expect((await page("/app/deliveries/back-test")).html).toContain("Walking through the past");
  });
});
