import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AdminRoom, openAdminRoom, READER, STRANGER } from "#tests/factories/admin-room";
import { aLine, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { takeParcelNews } from "~/features/orders/note-tracking.server";
import { shopFace } from "~/features/settings/queries.server";
import { readGenericTracking } from "~/platform/carriers/read-generic";
import type { Shop } from "~/platform/database/shop.server";

/** Parcels as staff see and correct them, asked as Shopify's admin asks, with really signed tokens. */

let room: AdminRoom;
let db: AdminRoom["db"];
let page: AdminRoom["page"];
let send: AdminRoom["send"];
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

beforeAll(async () => {
  room = await openAdminRoom();
  ({ db, page, send } = room);
});
afterAll(() => room.close());

async function aParcelOf(shop: Shop, number: string, ids = { order: shopifyId(), parcel: shopifyId() }) {
  const lines = [aLine()];
  const parcel = aParcel(lines, {
    ...{
      id: ids.parcel,
      displayStatus: "fulfilled",
      shippedAt: ago(40),
      updatedAt: ago(40),
      estimatedAt: null,
    },
    tracking: [{ carrier: "Other", number, url: null }],
  });
  const full = { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments: [parcel] };
  await mirrored(shop, anOrder({ id: ids.order, lines, full }));
  return ids;
}

describe("an order's parcels", () => {
  it("say who told of them, when, in whose words, and how their carrier is known", async () => {
    const { order } = await aParcelOf(db.shop, "1Z999AA10123456784");
    const events = [{ time: ago(2).toISOString(), status: "teleported", message: "Entered the wormhole" }];
    const body = { tracking_number: "1Z999AA10123456784", events };
    await takeParcelNews(db.shop, { source: "generic", tracking: readGenericTracking(body) });
    const { status, html } = await page(`/app/orders/${order}`);
    expect(status).toBe(200);
    for (const said of [
      "by Your own source",
      "teleported",
      "Entered the wormhole",
      "found by the tracking number",
      "UPS",
    ])
      expect(html).toContain(said);
  });

  it("have their carrier corrected by who may, and nobody else's", async () => {
    const ids = await aParcelOf(db.shop, "1Z999AA10123456784");
    await aParcelOf(db.neighbour, "1Z999AA10123456784", ids);
    const carrierAt = async (shop: Shop) =>
      (
        await db.owner.query<{ carrier: string }>(
          `select carrier from parcel_track where "shopId" = $1 and id = $2`,
          [shop.id, ids.parcel],
        )
      ).rows[0]?.carrier;
    const correction = { fulfilmentId: ids.parcel, carrier: "purolator" };
    const path = `/app/orders/${ids.order}`;
    expect((await send(path, correction, READER)).status).toBe(403);
    expect((await send(path, { ...correction, carrier: "pigeon" })).status).toBe(400);
    expect((await send(path, { ...correction, fulfilmentId: "1" })).status).toBe(404);
    expect((await send("/app/orders/1", correction)).status).toBe(404);
    expect(await carrierAt(db.shop)).toBe("ups");
    expect((await send(path, correction)).status).toBe(200);
    expect([await carrierAt(db.shop), await carrierAt(db.neighbour)]).toEqual(["purolator", "ups"]);
  });
});

describe("how parcels are followed", () => {
  const path = "/app/deliveries/tracking";
  const tracking = async () => (await db.shop.transact(shopFace)).settings.tracking;

  it("is shown to who may see orders, with what nobody understood", async () => {
    const { status, html } = await page(path);
    expect(status).toBe(200);
    for (const said of ["No carrier account that can follow parcels", "X-Signature-256", "teleported"])
      expect(html).toContain(said);
    expect((await page(path, STRANGER)).status).toBe(403);
  });

  it("is decided by who may change orders; a number that is none is refused", async () => {
    const form = { follow: "always", silentHours: "12", writeBack: "on" };
    expect((await send(path, form, READER)).status).toBe(403);
    expect((await send(path, { ...form, silentHours: "0" })).status).toBe(422);
    expect((await send(path, { ...form, follow: "perhaps" })).status).toBe(422);
    expect((await tracking()).follow).toBe("whenSilent");
    expect((await send(path, form)).status).toBe(200);
    expect(await tracking()).toEqual({
      follow: "always",
      silentHours: 12,
      writeBack: true,
      correctShopify: false,
    });
  });
});
