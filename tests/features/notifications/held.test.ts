import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NewsRoom, openNewsRoom } from "#tests/factories/mail-room";
import { anAddress, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { SHOP } from "#tests/setup/database";
import { runAll, runDue } from "#tests/setup/queue";
import { choicesAfter } from "~/features/notifications/choices";
import { delayFact } from "~/features/notifications/delay-facts";
import {
  changeNotificationChoices,
  type NotificationChoices,
} from "~/features/settings/change-settings.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyFulfilment, ShopifyOrder } from "~/platform/shopify/nouns";

// What waits in the outbox, and what becomes of it: on a real database, with the queue and a mail server.

let room: NewsRoom;
let db: NewsRoom["db"];
let sink: NewsRoom["sink"];
beforeAll(async () => {
  room = await openNewsRoom();
  ({ db, sink } = room);
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.empty("notification", "fact", "orders", "settings", "graphile_worker._private_jobs");
  await choose({ quiet: null });
});

const choose = (choices: Partial<NotificationChoices>) =>
  changeNotificationChoices(db.shop, () => choices, "Staff");
const change = (what: "pause" | "resume", key: string) =>
  changeNotificationChoices(db.shop, (before) => choicesAfter(before, { do: what, key }), "Staff");
const seconds = (ago: number) => new Date(Date.now() - ago * 1000);
const fresh = (over: Partial<ShopifyOrder> = {}) =>
  anOrder({ placedAt: seconds(60), updatedAt: seconds(50), ...over });

const parcel = (order: ShopifyOrder, line: number, over: Partial<ShopifyFulfilment> = {}) =>
  aParcel(order.lines.slice(line, line + 1), {
    shippedAt: seconds(5),
    updatedAt: seconds(5),
    estimatedAt: null,
    ...over,
  });
let clock = 40;
/** The order, told anew, with these parcels. */
const withParcels = (
  order: ShopifyOrder,
  fulfilments: ShopifyFulfilment[],
  over: Partial<ShopifyOrder> = {},
) => ({
  ...order,
  updatedAt: new Date(Date.now() + ++clock * 1000),
  fulfilmentStatus: fulfilments.length === order.lines.length ? "fulfilled" : "partially_fulfilled",
  full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments },
  ...over,
});
const outbox = async () =>
  (
    await db.owner.query<{
      kind: string;
      state: string;
      reason: string | null;
      mergedInto: string | null;
      trace: { did: string; why?: string }[];
    }>(
      `select kind, state, reason, "mergedInto", trace from notification where "shopId" = $1 and kind <> 'orderConfirmed' order by id`,
      [SHOP],
    )
  ).rows;
const subjects = () =>
  sink.accepted.map(({ subject }) => subject).filter((one) => !/have your order/.test(one));
/** Time passes for what is held: all of it is due. */
async function waited(ms = 0) {
  await db.owner.query(
    `update notification set "heldUntil" = now(), "createdAt" = "createdAt" - $1 * interval '1 millisecond' where state = 'held'`,
    [ms],
  );
  await runAll(db);
}

describe("parcels of one order", () => {
  it("two that leave within minutes are one mail, and the first says where it went", async () => {
    const order = await mirrored(db.shop, fresh());
    const [first, second] = [parcel(order, 0), parcel(order, 1)];
    await mirrored(db.shop, withParcels(order, [first]));
    await runDue(db);
    expect(await outbox()).toMatchObject([{ kind: "orderPartShipped", state: "held", reason: "gathering" }]);
    await mirrored(db.shop, withParcels(order, [first, second]));
    await runDue(db);
    expect(subjects()).toEqual([expect.stringContaining("on its way")]);
    const raw = sink.accepted.at(-1)?.raw ?? "";
    expect(raw).toContain("Linen tea towel");
    expect(raw).toContain("Stoneware mug");
    const [part, whole] = await outbox();
    expect(part).toMatchObject({ state: "merged", reason: "toldTogether" });
    expect(whole).toMatchObject({ kind: "orderShipped", state: "sent" });
    expect(part?.mergedInto).toBeTruthy();
    await waited();
    expect(subjects()).toHaveLength(1);
  });

  it("when no second one comes, the first is told of, with what is still to come", async () => {
    const order = await mirrored(db.shop, fresh());
    await mirrored(db.shop, withParcels(order, [parcel(order, 0)]));
    await runDue(db);
    expect(subjects()).toEqual([]);
    await waited();
    expect(subjects()).toEqual([expect.stringContaining("Part of your order")]);
    expect(sink.accepted.at(-1)?.raw).toContain("Still to come");
    expect((await outbox())[0]?.trace.map(({ did }) => did)).toEqual(["held", "released"]);
  });

  it("both in one moment: one mail", async () => {
    const order = await mirrored(db.shop, fresh());
    await mirrored(db.shop, withParcels(order, [parcel(order, 0), parcel(order, 1)]));
    await runDue(db);
    expect(subjects()).toHaveLength(1);
    expect((await outbox()).map(({ state }) => state).sort()).toEqual(["merged", "sent"]);
  });

  it("delivered while 'shipped' waited: only the arrival is told", async () => {
    const order = await mirrored(db.shop, fresh());
    const one = parcel(order, 0);
    await mirrored(db.shop, withParcels(order, [one]));
    await runDue(db);
    await mirrored(
      db.shop,
      withParcels(order, [{ ...one, displayStatus: "delivered", deliveredAt: seconds(1) }]),
    );
    await waited();
    expect(subjects()).toEqual([expect.stringContaining("has arrived")]);
    expect(await outbox()).toContainEqual(
      expect.objectContaining({ kind: "orderPartShipped", state: "dropped", reason: "overtaken" }),
    );
  });

  it("told twenty times, by workers at once: still one mail", async () => {
    const order = await mirrored(db.shop, fresh());
    const told = withParcels(order, [parcel(order, 0), parcel(order, 1)]);
    await mirrored(db.shop, told);
    const { rows } = await db.owner.query<{ id: string }>("select id from fact where kind = 'order.shipped'");
    for (let again = 0; again < 20; again++)
      for (const { id } of rows)
        await db.owner.query("select graphile_worker.add_job('notify', $1::json)", [
          JSON.stringify({ shopId: SHOP, factId: id }),
        ]);
    await runDue(db, undefined, 8);
    await waited();
    expect(subjects()).toHaveLength(1);
    expect(await outbox()).toHaveLength(2);
  });
});

describe("night, pause and too many", () => {
  /** A place where it is two in the morning now. */
  const nightZone = () => {
    const places = [
      ["GB", null],
      ["US", "NY"],
      ["US", "CA"],
      ["IN", null],
      ["JP", null],
      ["NZ", null],
      ["BR", "SP"],
    ] as const;
    const zones = [
      "Europe/London",
      "America/New_York",
      "America/Los_Angeles",
      "Asia/Kolkata",
      "Asia/Tokyo",
      "Pacific/Auckland",
      "America/Sao_Paulo",
    ];
    const hour = (timeZone: string) =>
      Number(
        new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(new Date()),
      );
    const at = zones.findIndex((zone) => hour(zone) >= 22 || hour(zone) < 6);
    const [country, province] = places[at] ?? ["GB", null];
    return { country, province };
  };

  it("by the shopper's clock it is night: held until morning, and looked at again then", async () => {
    await choose({ quiet: { from: "21:00", to: "08:00" } });
    const order = await mirrored(db.shop, fresh({ shippingAddress: anAddress(nightZone()) }));
    await mirrored(db.shop, withParcels(order, [parcel(order, 0), parcel(order, 1)]));
    await runDue(db);
    expect((await outbox()).map(({ state, reason }) => [state, reason])).toContainEqual([
      "held",
      "quietHours",
    ]);
    await choose({ quiet: null });
    await waited();
    expect(subjects()).toHaveLength(1);
  });

  it("paused: nothing goes; resumed: what is still true goes, and only once", async () => {
    await change("pause", "all");
    const order = await mirrored(db.shop, fresh());
    await runDue(db);
    await mirrored(db.shop, withParcels(order, [parcel(order, 0), parcel(order, 1)]));
    await runDue(db);
    expect(sink.accepted).toEqual([]);
    await change("resume", "all");
    await runAll(db);
    expect(sink.accepted.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("have your order"),
      expect.stringContaining("on its way"),
    ]);
  });

  it("paused for a day: dropped as stale, with the reason", async () => {
    await change("pause", "all");
    const order = await mirrored(db.shop, fresh());
    await mirrored(db.shop, withParcels(order, [parcel(order, 0), parcel(order, 1)]));
    await runDue(db);
    await waited(25 * 3_600_000);
    expect(sink.accepted).toEqual([]);
    expect((await outbox()).map(({ reason }) => reason)).toContain("pausedTooLong");
  });

  it("late in the night and back on track by the morning: nobody hears a word", async () => {
    const order = await mirrored(db.shop, fresh());
    const one = parcel(order, 0);
    await mirrored(db.shop, withParcels(order, [one]));
    await runDue(db);
    await waited();
    await change("pause", "deliveryLate");
    await change("pause", "deliveryBackOnTrack");
    const about = { orderId: order.id, fulfilmentId: one.id, episode: 1 };
    const expected = { from: "2026-12-01", to: "2026-12-03" };
    await db.shop.transact((tx) => record(tx, delayFact("delivery.late", { ...about, expected })));
    await runDue(db);
    await db.shop.transact((tx) => record(tx, delayFact("delivery.backOnTrack", { ...about, expected })));
    await runDue(db);
    await change("resume", "deliveryLate");
    await change("resume", "deliveryBackOnTrack");
    await runAll(db);
    expect(subjects()).toEqual([expect.stringContaining("Part of your order")]);
    const last = (await outbox()).slice(-2).map(({ kind, state, reason }) => [kind, state, reason]);
    expect(last).toEqual([
      ["deliveryLate", "dropped", expect.stringMatching(/overtaken|noLongerTrue/)],
      ["deliveryBackOnTrack", "dropped", "nothingToCorrect"],
    ]);
  });
});

describe("orders of the past and odd ones", () => {
  it("back-filled: recorded, and told to nobody", async () => {
    const { mirrorOrder } = await import("~/features/orders/mirror-order.server");
    const order = fresh();
    const told = withParcels(order, [parcel(order, 0), parcel(order, 1, { displayStatus: "delivered" })]);
    await db.shop.transact((tx) => mirrorOrder(tx, told, { backfill: true }));
    await runAll(db);
    expect(sink.accepted).toEqual([]);
    expect(new Set((await outbox()).map(({ reason }) => reason))).toEqual(new Set(["backfilled"]));
  });

  it("a parcel of the year 9999 and a scan of tomorrow's tomorrow: no crash, no date told", async () => {
    const order = await mirrored(db.shop, fresh());
    const year9999 = new Date("9999-12-31T00:00:00Z");
    const scan = { id: "1", status: "attempted_delivery", message: null, city: null, country: null };
    const odd = { estimatedAt: year9999, shippedAt: seconds(5), inTransitAt: year9999 };
    const events = [{ ...scan, happenedAt: year9999 }];
    await mirrored(
      db.shop,
      withParcels(order, [parcel(order, 0, odd), parcel(order, 1, { ...odd, events })]),
    );
    await runAll(db);
    expect(subjects()).toHaveLength(1);
    expect(sink.accepted.map(({ raw }) => raw).join()).not.toContain("9999");
  });
});
