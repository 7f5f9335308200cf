import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AdminRoom, openAdminRoom, READER, STRANGER } from "#tests/factories/admin-room";
import { aLine, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { waitingJobs } from "#tests/setup/queue";
import { lookAtParcels } from "~/features/notifications/look-at-parcels.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";

/** Deliveries in trouble as staff see them, asked as Shopify's admin asks, with really signed tokens. */

let room: AdminRoom;
let db: AdminRoom["db"];
let page: AdminRoom["page"];
let send: AdminRoom["send"];
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

beforeAll(async () => {
  room = await openAdminRoom();
  ({ db, page, send } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("parcel_watch", "fact", "orders", "settings", "graphile_worker._private_jobs"));

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
    expect((await page("/app/deliveries", STRANGER)).status).toBe(403);
    expect((await page("/app/deliveries/back-test", STRANGER)).status).toBe(403);
    const form = { tell: "on", worryDays: "3", shipWithinDays: "" };
    expect((await send("/app/deliveries.data?index", form, READER)).status).toBe(403);
    expect((await send("/app/deliveries/back-test.data", {}, READER)).status).toBe(403);
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
