import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { type Exchange, standIn } from "#tests/platform/carriers/stand-in";
import { ship } from "#tests/store/actions/parcels";
import { placeOrder } from "#tests/store/actions/place-order";
import { scanParcel } from "#tests/store/actions/scans";
import { correctCarrier } from "~/features/orders/correct-carrier.server";
import { followParcels } from "~/features/orders/follow-parcels.server";
import { askAgainIn, nextStep, tryAgainIn } from "~/features/orders/follow-rules";
import { takeParcelNews } from "~/features/orders/note-tracking.server";
import { eraseOrders } from "~/features/orders/privacy-store.server";
import { orderDetail } from "~/features/orders/queries.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { orderTimeline } from "~/features/orders/staff-queries.server";
import { unknownCodesSeen } from "~/features/orders/track-store.server";
import * as labels from "~/features/returns/label-store.server";
import { type Settings, settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { sealCredentials } from "~/platform/carriers/credentials.server";
import { readEasyPostTracking } from "~/platform/carriers/read-easypost";
import { readGenericTracking } from "~/platform/carriers/read-generic";
import { numberOf } from "~/values/ids";

const HOUR = 3_600_000;
let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
  const credentials = sealCredentials({ apiKey: "EZTK-test-key-of-ours" });
  const ours = { carrier: "easypost", name: "Our EasyPost", credentials, position: 0 };
  await day.shop.transact((tx) => labels.insertAccount(tx, ours));
});
afterAll(() => day?.close());
beforeEach(() => choose({ follow: "always" }));

const choose = (tracking: Record<string, unknown>) =>
  day.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ tracking })));

let numbers = 0;
type Sent = { id: string; parcelId: string; number: string };

/** An order that has left, of which Shopify has told no scan. */
async function sent(company = "USPS"): Promise<Sent> {
  const number = `94001112062064${String(++numbers).padStart(8, "0")}`;
  const placed = await placeOrder(day.store, {});
  const { parcels } = await shipped(placed.id, company, number);
  return { id: numberOf(placed.id), parcelId: parcels[0]?.id ?? "", number };
}

async function shipped(orderGid: string, company: string, number: string) {
  await ship(day.store, { order: orderGid, carrier: company, trackingNumber: number });
  await refreshOrder(day.shop, numberOf(orderGid), "staff");
  const order = await detail(numberOf(orderGid));
  return { parcels: order.parcels };
}

async function detail(id: string) {
  const order = await day.shop.transact((tx) => orderDetail(tx, id));
  if (!order) throw new Error("No such order");
  return order;
}
const parcelOf = async ({ id }: Sent) => (await detail(id)).parcels[0];

// One moment for the whole file: the same scan is told at the same time, whenever it is told.
const BEGUN = Date.now();
const ago = (hours: number) => new Date(BEGUN - hours * HOUR).toISOString();
const scan = (status: string, hoursAgo: number, message = "", status_detail = "status_update") => ({
  ...{ object: "TrackingDetail", message, status, status_detail, datetime: ago(hoursAgo) },
  tracking_location: { city: "HOUSTON", state: "TX", country: "US", zip: "77063" },
});
const tracker = (number: string, ...scans: ReturnType<typeof scan>[]) => ({
  ...{ id: `trk_${number}`, object: "Tracker", tracking_code: number, carrier: "USPS" },
  ...{ status: scans.at(-1)?.status ?? "unknown", status_detail: "status_update" },
  ...{ est_delivery_date: null, public_url: null, tracking_details: scans },
});
const told = (number: string, ...scans: ReturnType<typeof scan>[]) => ({
  source: "easypost",
  tracking: readEasyPostTracking(tracker(number, ...scans)),
});

async function withCarrier<T>(
  exchanges: Exchange[],
  work: (asked: () => string[]) => Promise<T>,
): Promise<T> {
  const { wire, asked, close } = await standIn(exchanges);
  run = () => followParcels(day.shop, wire);
  try {
    return await work(() => asked.map(({ ask }) => ask));
  } finally {
    await close();
  }
}
let run: () => Promise<void>;

const due = (parcelId?: string) =>
  day.owner.query(
    `update parcel_track set "nextAskAt" = case when $1::text is null or id = $1 then now() - interval '1 minute' end`,
    [parcelId ?? null],
  );
const trackRow = async ({ parcelId }: Sent) =>
  (await day.owner.query(`select * from parcel_track where id = $1`, [parcelId])).rows[0];
const factsOf = async ({ id }: Sent) =>
  (
    await day.owner.query<{ kind: string; actor: string }>(
      `select kind, actor from fact where "orderId" = $1 and kind like 'order.%' and kind <> 'order.placed' order by kind, key`,
      [id],
    )
  ).rows;
const shopifysScans = async ({ parcelId }: Sent) =>
  (
    await day.ask<{
      fulfillment: { events: { nodes: { status: string }[] }; trackingInfo: { company: string }[] };
    }>(
      `query Scans($id: ID!) { fulfillment(id: $id) { trackingInfo(first: 1) { company } events(first: 50, sortKey: HAPPENED_AT) { nodes { status } } } }`,
      { id: `gid://shopify/Fulfillment/${parcelId}` },
    )
  ).fulfillment;

describe("a parcel of which Shopify tells nothing", () => {
  it("is followed once by the carrier account, then only asked for; its news is told once", async () => {
    const parcel = await sent();
    await due(parcel.parcelId);
    await withCarrier(
      [
        {
          ask: "POST /v2/trackers",
          status: 201,
          body: tracker(parcel.number, scan("in_transit", 5, "Arrived")),
        },
        {
          ask: `GET /v2/trackers/trk_${parcel.number}`,
          body: tracker(
            parcel.number,
            scan("in_transit", 5, "Arrived"),
            scan("out_for_delivery", 1, "On the van"),
          ),
        },
      ],
      async (asked) => {
        await run();
        await run();
        expect(asked()).toEqual(["POST /v2/trackers"]);
        expect(await parcelOf(parcel)).toMatchObject({ state: "inTransit", heard: { source: "easypost" } });
        await due(parcel.parcelId);
        await run();
        await due(parcel.parcelId);
        await run();
        expect(asked().slice(1)).toEqual(Array(2).fill(`GET /v2/trackers/trk_${parcel.number}`));
      },
    );
    const now = await parcelOf(parcel);
    expect(now?.events.map(({ status, message, source }) => [status, message, source])).toEqual([
      ["inTransit", "Arrived", "easypost"],
      ["outForDelivery", "On the van", "easypost"],
    ]);
    expect(await factsOf(parcel)).toEqual([
      { kind: "order.outForDelivery", actor: "system" },
      { kind: "order.shipped", actor: "shopify" },
    ]);
    expect(await trackRow(parcel)).toMatchObject({
      externalId: `trk_${parcel.number}`,
      asks: 1,
      problem: null,
    });
  });

  it("is left alone by an account that refuses, and asked again later by one that did not answer", async () => {
    const [first, second] = [await sent(), await sent()];
    await due();
    await withCarrier([{ ask: "POST /v2/trackers", status: 403, body: {} }], async (asked) => {
      await run();
      expect(asked().filter((ask) => ask.startsWith("POST"))).toHaveLength(1);
    });
    const rows = [await trackRow(first), await trackRow(second)];
    expect(rows.filter((row) => row.problem === "refused")).toHaveLength(1);
    for (const row of rows) expect(row.nextAskAt.getTime()).toBeGreaterThan(Date.now() + HOUR / 2);
  });

  it("of a neighbour is not touched", async () => {
    await due();
    const { wire, asked, close } = await standIn([]);
    await followParcels(day.neighbour, wire);
    await close();
    expect(asked).toEqual([]);
  });
});

describe("what a carrier tells by itself", () => {
  it("is taken in the same in any order, and Shopify's older word does not undo it", async () => {
    const parcel = await sent();
    const older = told(parcel.number, scan("in_transit", 9), scan("out_for_delivery", 4));
    const newer = told(
      parcel.number,
      scan("in_transit", 9),
      scan("out_for_delivery", 4),
      scan("delivered", 2, "In the letterbox"),
    );
    for (const news of [newer, older, newer]) await takeParcelNews(day.shop, news);
    await scanParcel(day.store, { fulfillment: parcel.parcelId, scan: "in_transit", happenedAt: ago(8.8) });
    await refreshOrder(day.shop, parcel.id, "staff");
    await takeParcelNews(day.shop, older);

    expect(await parcelOf(parcel)).toMatchObject({ state: "delivered", deliveredAt: expect.any(Date) });
    expect((await parcelOf(parcel))?.events.map(({ status }) => status)).toEqual([
      "inTransit",
      "outForDelivery",
      "delivered",
    ]);
    expect((await factsOf(parcel)).map(({ kind }) => kind)).toEqual(["order.delivered", "order.shipped"]);
  });

  it("in a code nobody knows is kept and counted, and is no news", async () => {
    const parcel = await sent();
    const odd = told(parcel.number, scan("teleported", 1, "Entered the wormhole", "wormhole"));
    await takeParcelNews(day.shop, odd);
    await takeParcelNews(day.shop, odd);
    expect(await parcelOf(parcel)).toMatchObject({
      state: "inTransit",
      events: [{ status: "unknown", rawStatus: "teleported / wormhole", message: "Entered the wormhole" }],
    });
    const codes = await day.shop.transact(unknownCodesSeen);
    expect(codes).toMatchObject([{ source: "easypost", code: "teleported / wormhole", seen: 1 }]);
    expect((await factsOf(parcel)).map(({ kind }) => kind)).toEqual(["order.shipped"]);
  });

  it("is nothing to another shop, to another parcel, and to an order that was erased", async () => {
    const parcel = await sent();
    const news = told(parcel.number, scan("delivered", 2));
    await takeParcelNews(day.neighbour, news);
    await takeParcelNews(day.shop, told("1Z999AA10123456784", scan("delivered", 2)));
    const person = { customerIds: [], emailKeys: [], phones: [], orderIds: [parcel.id] };
    await day.shop.transact((tx) => eraseOrders(tx, person));
    await takeParcelNews(day.shop, news);
    expect(await trackRow(parcel)).toBeUndefined();
    expect(await parcelOf(parcel)).toMatchObject({ state: "shipped", events: [] });
  });
});

describe("what Shopify lacks", () => {
  const steps = (number: string) =>
    told(
      number,
      scan("in_transit", 9),
      scan("in_transit", 7),
      scan("out_for_delivery", 4),
      scan("delivered", 2),
    );

  it("it is told once, and what comes back of it goes round no more", async () => {
    await choose({ writeBack: true });
    const parcel = await sent();
    const news = steps(parcel.number);
    await takeParcelNews(day.shop, news);
    await day.work();
    const all = ["IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"];
    expect((await shopifysScans(parcel)).events.nodes.map(({ status }) => status)).toEqual(all);
    for (let round = 0; round < 3; round++) {
      await refreshOrder(day.shop, parcel.id, "sweep");
      await takeParcelNews(day.shop, news);
      await day.work();
    }
    expect((await shopifysScans(parcel)).events.nodes.map(({ status }) => status)).toEqual(all);
    expect((await parcelOf(parcel))?.events).toHaveLength(4);
    expect((await factsOf(parcel)).map(({ kind }) => kind)).toEqual(["order.delivered", "order.shipped"]);
  });

  it("it is told once though its answer never came", async () => {
    await choose({ writeBack: true });
    const parcel = await sent();
    day.loseAnswerTo("AddFulfilmentEvent");
    await takeParcelNews(day.shop, told(parcel.number, scan("out_for_delivery", 4)));
    await day.work();
    await refreshOrder(day.shop, parcel.id, "sweep");
    await day.work();
    expect((await shopifysScans(parcel)).events.nodes).toEqual([{ status: "OUT_FOR_DELIVERY" }]);
    expect((await parcelOf(parcel))?.events).toHaveLength(1);
  });

  it("stays untold while the merchant does not want it", async () => {
    const parcel = await sent();
    await takeParcelNews(day.shop, steps(parcel.number));
    await day.work();
    expect((await shopifysScans(parcel)).events.nodes).toEqual([]);
  });
});

describe("a carrier that Shopify names wrongly", () => {
  it("is corrected by staff, with a trace, here and in Shopify, once", async () => {
    await choose({ follow: "always", correctShopify: true });
    const parcel = await sent();
    const correction = { orderId: parcel.id, fulfilmentId: parcel.parcelId, carrier: "canada_post" };
    expect(await correctCarrier(day.neighbour, correction, "Maya")).toMatchObject({ ok: false });
    expect(await correctCarrier(day.shop, { ...correction, orderId: "1" }, "Maya")).toMatchObject({
      ok: false,
    });
    expect(await correctCarrier(day.shop, { ...correction, carrier: "nobody" }, "Maya")).toMatchObject({
      ok: false,
    });
    for (let times = 0; times < 2; times++)
      expect(await correctCarrier(day.shop, correction, "Maya")).toMatchObject({ ok: true });
    await day.work();
    await refreshOrder(day.shop, parcel.id, "staff");
    await day.work();

    const now = await parcelOf(parcel);
    expect(now?.tracking[0]).toMatchObject({ carrier: "Canada Post", number: parcel.number });
    expect(now?.tracking[0]?.url).toContain("canadapost");
    expect(now?.carriage).toMatchObject({ carrier: "canada_post", by: "staff" });
    expect((await shopifysScans(parcel)).trackingInfo).toEqual([{ company: "Canada Post" }]);
    const timeline = await day.shop.transact((tx) => orderTimeline(tx, parcel.id));
    expect(timeline.filter(({ kind }) => kind === "parcel.carrierCorrected")).toMatchObject([
      { actor: "staff", actorName: "Maya" },
    ]);
  });

  it("is found by the number where it names nobody", async () => {
    const placed = await placeOrder(day.store, {});
    const { parcels } = await shipped(placed.id, "Other", "1Z999AA10123456784");
    expect(parcels[0]?.tracking[0]).toMatchObject({ carrier: "UPS" });
    expect(parcels[0]?.carriage).toMatchObject({ carrier: "ups", company: "Other", by: "number" });
  });
});

const NOW = new Date("2026-11-22T12:00:00Z");
const left = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const parcel = {
  ...{ parcelState: "shipped", shippedAt: left(30), shopifyScanAt: null, ignored: false },
  ...{ externalId: null, accountId: null, problem: null },
};
const silent = { follow: "whenSilent", silentHours: 24, writeBack: false, correctShopify: false } as const;
test.each<[string, Partial<Parameters<typeof nextStep>[0]>, Partial<Settings["tracking"]>, object]>([
  ["Shopify silent for a day", {}, {}, { do: "follow" }],
  ["Shopify told a moment ago", { shopifyScanAt: left(1) }, {}, { do: "rest", at: left(-23) }],
  ["it has just left", { shippedAt: left(2) }, {}, { do: "rest", at: left(-22) }],
  ["all are followed", { shippedAt: left(0) }, { follow: "always" }, { do: "follow" }],
  ["none is followed", {}, { follow: "off" }, { do: "rest", at: left(-24) }],
  ["followed already", { accountId: "a" }, { follow: "off" }, { do: "ask" }],
  ["delivered", { parcelState: "delivered", accountId: "a" }, {}, { do: "rest", at: null }],
  ["of an order that was cancelled", { ignored: true }, {}, { do: "rest", at: null }],
  ["forgotten", { shippedAt: left(24 * 61) }, {}, { do: "rest", at: null }],
  ["a number nobody knows", { problem: "notKnown" }, {}, { do: "rest", at: null }],
  ["a scan of the year 9999", { shopifyScanAt: new Date("9999-12-31") }, {}, { do: "rest", at: left(-24) }],
])("a parcel: %s", (_, is, wants, step) =>
  expect(nextStep({ ...parcel, ...is }, { ...silent, ...wants }, NOW)).toEqual(step));

test("who has nothing new is asked less and less", () => {
  expect([0, 1, 2, 9].map((asks) => askAgainIn(false, asks) / HOUR)).toEqual([4, 8, 16, 48]);
  expect([0, 1, 9].map((asks) => askAgainIn(true, asks) / HOUR)).toEqual([24, 48, 48]);
  expect([0, 1, 3, 9].map((tries) => tryAgainIn(tries) / HOUR)).toEqual([1, 2, 8, 24]);
});

it("a parcel at a pick-up point is told of with the day until which it is kept", async () => {
  const parcel = await sent();
  const keptUntil = new Date(BEGUN + 5 * 24 * HOUR).toISOString().slice(0, 10);
  const body = {
    ...{ tracking_number: parcel.number, status: "ready_for_pickup", pickup_until: `${keptUntil}T18:00:00` },
    events: [{ time: ago(1), status: "ready_for_pickup" }],
  };
  await takeParcelNews(day.shop, { source: "generic", tracking: readGenericTracking(body) });
  const { rows } = await day.owner.query(
    `select data from fact where "orderId" = $1 and kind = 'order.readyForPickup'`,
    [parcel.id],
  );
  expect(rows).toMatchObject([{ data: { fulfilmentId: parcel.parcelId, pickupUntil: keptUntil } }]);
});
