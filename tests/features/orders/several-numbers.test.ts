import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aShippedOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { takeParcelNews } from "~/features/orders/note-tracking.server";
import { stateOfAll } from "~/features/orders/parcel-truth";
import { eraseOrders } from "~/features/orders/privacy-store.server";
import type { ParcelState } from "~/features/orders/rules";
import { claimDue } from "~/features/orders/track-store.server";
import { readGenericTracking } from "~/platform/carriers/read-generic";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

it.each<[ParcelState[], ParcelState]>([
  [["delivered", "inTransit"], "inTransit"],
  [["delivered", "delivered"], "delivered"],
  [["delivered", "returned"], "returned"],
  [["inTransit", "outForDelivery"], "outForDelivery"],
  [["outForDelivery", "attempted"], "attempted"],
  [["inTransit", "failed"], "failed"],
  // a box that has not left holds nothing back of what has
  [["preparing", "delivered"], "inTransit"],
  [["preparing", "shipped"], "shipped"],
  [["preparing", "preparing"], "preparing"],
  [["lost", "delivered"], "lost"],
  [["cancelled"], "cancelled"],
])("boxes that are %j are together %s", (states, together) => {
  expect(stateOfAll(states as [ParcelState, ...ParcelState[]])).toBe(together);
  expect(stateOfAll(states.toReversed() as [ParcelState, ...ParcelState[]])).toBe(together);
});

const HOUR = 3_600_000;
const BEGUN = Date.now();
const ago = (hours: number) => new Date(BEGUN - hours * HOUR);
const box = (number: string) => ({ carrier: "Parcelforce", number, url: null });

let orders = 0;
/** An order in one parcel of two boxes, and the same next door. */
async function sent(): Promise<{ order: ShopifyOrder; parcelId: string; numbers: [string, string] }> {
  const numbers: [string, string] = [`PB${++orders}00000001GB`, `PB${orders}00000002GB`];
  const order = aShippedOrder(
    { placedAt: ago(72), updatedAt: ago(40) },
    {
      tracking: numbers.map(box),
      shippedAt: ago(48),
      displayStatus: "in_transit",
      updatedAt: ago(40),
      events: [],
    },
  );
  await mirrored(db.neighbour, order);
  await mirrored(db.shop, order);
  return { order, parcelId: order.full.fulfilments[0]?.id ?? "", numbers };
}
const tell = (tracking_number: string, ...scans: [status: string, hoursAgo: number][]) =>
  takeParcelNews(db.shop, {
    source: "generic",
    tracking: readGenericTracking({
      tracking_number,
      events: scans.map(([status, hours]) => ({ status, time: ago(hours).toISOString() })),
    }),
  });
const tracks = async (parcelId: string) =>
  (
    await db.owner.query(
      `select id, number from parcel_track where "shopId" = $1 and "fulfilmentId" = $2 order by id`,
      [db.shop.id, parcelId],
    )
  ).rows;
const stateOf = async (parcelId: string, shop = db.shop) =>
  (
    await db.owner.query(
      `select "parcelState", "deliveredAt" from fulfilment where "shopId" = $1 and id = $2`,
      [shop.id, parcelId],
    )
  ).rows[0];
const newsOf = async (order: ShopifyOrder) =>
  (
    await db.owner.query<{ kind: string }>(
      `select kind from fact where "shopId" = $1 and "orderId" = $2 and kind not in ('order.placed', 'order.shipped') order by at, id`,
      [db.shop.id, order.id],
    )
  ).rows.map(({ kind }) => kind);

describe("a parcel in two boxes", () => {
  it("is followed by both numbers, and arrived only when both boxes have", async () => {
    const { order, parcelId, numbers } = await sent();
    expect((await tracks(parcelId)).map(({ number }) => number)).toEqual(numbers);
    await tell(numbers[0], ["in_transit", 20], ["delivered", 5]);
    // of the other nobody has told anything
    expect((await stateOf(parcelId)).parcelState).toBe("delivered");
    const other = await sent();
    await tell(other.numbers[1], ["in_transit", 20]);
    await tell(other.numbers[0], ["in_transit", 20], ["delivered", 5]);
    expect(await stateOf(other.parcelId)).toEqual({ parcelState: "inTransit", deliveredAt: null });
    expect(await newsOf(other.order)).toEqual([]);
    await tell(other.numbers[1], ["in_transit", 20], ["out_for_delivery", 3]);
    expect(await newsOf(other.order)).toEqual(["order.outForDelivery"]);
    await tell(other.numbers[1], ["in_transit", 20], ["out_for_delivery", 3], ["delivered", 1]);
    expect(await stateOf(other.parcelId)).toEqual({ parcelState: "delivered", deliveredAt: ago(1) });
    await tell(other.numbers[1], ["in_transit", 20], ["out_for_delivery", 3], ["delivered", 1]);
    expect(await newsOf(other.order)).toEqual(["order.outForDelivery", "order.delivered"]);
    expect(await newsOf(order)).toEqual(["order.delivered"]);
    expect((await stateOf(other.parcelId, db.neighbour)).parcelState).toBe("inTransit");
  });

  it("is not there by Shopify's word of the first box", async () => {
    const { order, parcelId, numbers } = await sent();
    await tell(numbers[1], ["in_transit", 20]);
    const [parcel] = order.full?.fulfilments ?? [];
    if (!parcel || !order.full) throw new Error("No parcel");
    const arrived = { ...parcel, displayStatus: "delivered", deliveredAt: ago(2), updatedAt: ago(2) };
    await mirrored(db.shop, { ...order, updatedAt: ago(2), full: { ...order.full, fulfilments: [arrived] } });
    expect((await stateOf(parcelId)).parcelState).toBe("inTransit");
    expect(await newsOf(order)).toEqual([]);
    await tell(numbers[1], ["in_transit", 20], ["delivered", 1]);
    expect((await stateOf(parcelId)).parcelState).toBe("delivered");
    expect(await newsOf(order)).toEqual(["order.delivered"]);
  });

  it("forgets a number that is no longer the parcel's, with its scans", async () => {
    const { order, parcelId, numbers } = await sent();
    await tell(numbers[1], ["out_for_delivery", 20]);
    expect((await stateOf(parcelId)).parcelState).toBe("outForDelivery");
    const [parcel] = order.full?.fulfilments ?? [];
    if (!parcel || !order.full) throw new Error("No parcel");
    const one = { ...parcel, tracking: [box(numbers[0])], updatedAt: ago(2) };
    for (const minutes of [2, 1])
      await mirrored(db.shop, {
        ...order,
        updatedAt: new Date(BEGUN - minutes * 60_000),
        full: { ...order.full, fulfilments: [one] },
      });
    expect(await tracks(parcelId)).toEqual([{ id: parcelId, number: numbers[0] }]);
    expect((await stateOf(parcelId)).parcelState).toBe("inTransit");
    const left = await db.owner.query(`select 1 from fulfilment_event where "trackId" like $1`, [
      `${parcelId}-%`,
    ]);
    expect(left.rows).toEqual([]);
  });

  it("asks for each number that is still on its way, and is erased with its order", async () => {
    const { order, parcelId, numbers } = await sent();
    await tell(numbers[0], ["delivered", 5]);
    await tell(numbers[1], ["in_transit", 20]);
    await db.owner.query(
      `update parcel_track set "nextAskAt" = case when "fulfilmentId" = $1 then now() end`,
      [parcelId],
    );
    const due = await db.shop.transact((tx) => claimDue(tx, 10, new Date(BEGUN + HOUR)));
    expect(due.map(({ number, parcelState }) => [number, parcelState]).sort()).toEqual([
      [numbers[0], "delivered"],
      [numbers[1], "inTransit"],
    ]);
    const person = { customerIds: [], emailKeys: [], phones: [], orderIds: [order.id] };
    await db.shop.transact((tx) => eraseOrders(tx, person));
    expect(await tracks(parcelId)).toEqual([]);
  });
});
