import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aDeliveredParcel, aLine, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runDue, waitingJobs } from "#tests/setup/queue";
import { env } from "~/env.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { startConversation } from "~/features/inbox/start-conversation.server";
import { loadBackTest } from "~/features/notifications/delay-back-test-store.server";
import {
  carriersUnderWay,
  deliveriesPage,
  expectedParcels,
} from "~/features/notifications/delay-queries.server";
import { learnDelays } from "~/features/notifications/learn-delays.server";
import { askForBackTest } from "~/features/notifications/run-back-test.server";
import { lookAtDue } from "~/features/notifications/watch-deliveries.server";
import { mirrorOrder } from "~/features/orders/mirror-order.server";
import { changeDelaySettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { closeMail } from "~/platform/channels/email/send.server";
import type { ShopifyFulfilment, ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let sink: MailSink;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms);
const defaults = settingsSchema.parse({}).delays;

beforeAll(async () => {
  db = await freshDatabase();
  sink = await openMailSink();
  env.SMTP_URL = sink.url;
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
});
afterAll(async () => {
  closeMail();
  await sink.close();
  await db.close();
});
beforeEach(async () => {
  for (const table of [
    ...["notification", "fact", "message", "conversation", "parcel_watch", "delay_model"],
    ...["settings", "orders", "graphile_worker._private_jobs"],
  ])
    await db.owner.query(`delete from ${table}`);
});

const scan = (daysAgo: number, status = "in_transit") => ({
  id: shopifyId(),
  status,
  message: null,
  city: null,
  country: "GB",
  happenedAt: ago(daysAgo * DAY),
});

/** An order with one parcel that left so many days ago and was promised so many days ago. */
function late(
  { left = 6, promised = 2, scanned = 1 as number | null } = {},
  over: Partial<ShopifyFulfilment> = {},
): ShopifyOrder {
  const lines = [aLine()];
  const parcel = aParcel(lines, {
    shippedAt: ago(left * DAY),
    inTransitAt: ago(left * DAY),
    estimatedAt: null,
    updatedAt: ago(HOUR),
    events: scanned === null ? [] : [scan(scanned)],
    ...over,
  });
  return anOrder({
    lines,
    placedAt: ago((left + 1) * DAY),
    updatedAt: ago(HOUR),
    fulfilmentStatus: "fulfilled",
    full: {
      promisedFrom: null,
      promisedTo: ago(promised * DAY),
      shipBy: null,
      fulfilments: [parcel],
      returnIds: [],
    },
  });
}
const changed = (order: ShopifyOrder, parcel: Partial<ShopifyFulfilment>): ShopifyOrder => ({
  ...order,
  updatedAt: new Date(),
  full: order.full && {
    ...order.full,
    fulfilments: order.full.fulfilments.map((one) => ({ ...one, ...parcel, updatedAt: new Date() })),
  },
});
const told = async (shopId = SHOP) =>
  (
    await db.owner.query<{ kind: string }>(
      `select kind from fact where "shopId" = $1 and (kind like 'delivery.%' or kind = 'order.lateToShip') order by at, kind`,
      [shopId],
    )
  ).rows.map(({ kind }) => kind);
const watches = async (shopId = SHOP) =>
  (
    await db.owner.query<{
      id: string;
      state: string;
      harm: number;
      told: { episode: { messages: number } };
    }>(`select id, state, harm, told from parcel_watch where "shopId" = $1 order by id`, [shopId])
  ).rows;
const due = () => db.owner.query(`update parcel_watch set "nextLookAt" = now() - interval '1 minute'`);
const conversations = async () =>
  (
    await db.owner.query<{ id: string; state: string; channel: string; notes: number }>(
      `select c.id, c.state, c.channel, (select count(*)::int from message m where m."shopId" = c."shopId"
         and m."conversationId" = c.id and m.direction = 'note') as notes from conversation c order by c."createdAt"`,
    )
  ).rows;

describe("a parcel past its promise", () => {
  it("is told late once, to the shopper of its shop, whatever is looked at again", async () => {
    const order = late();
    await mirrored(db.shop, order);
    await runDue(db);
    expect(await told()).toContain("delivery.late");
    for (let time = 0; time < 5; time++) {
      await due();
      await Promise.all([lookAtDue(db.shop), lookAtDue(db.shop)]);
    }
    await runDue(db);
    expect((await told()).filter((kind) => kind === "delivery.late")).toHaveLength(1);
    const { rows } = await db.owner.query(
      `select kind, "shopId" from notification where kind = 'deliveryLate'`,
    );
    expect(rows).toEqual([{ kind: "deliveryLate", shopId: SHOP }]);
    expect(await told(NEIGHBOUR)).toEqual([]);
    expect(await watches(NEIGHBOUR)).toEqual([]);
  });

  it("the fact names days where the shopper lives, the first not before today", async () => {
    await mirrored(db.shop, late());
    await runDue(db);
    const { rows } = await db.owner.query<{ data: { from: string; to: string } }>(
      "select data from fact where kind = 'delivery.late'",
    );
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());
    const { from = "", to = "" } = rows[0]?.data ?? {};
    expect(from >= today && to >= from).toBe(true);
  });

  it("delivered, it is watched no more", async () => {
    const order = await mirrored(db.shop, late());
    await runDue(db);
    expect(await watches()).toHaveLength(1);
    await mirrored(db.shop, changed(order, { displayStatus: "delivered", deliveredAt: new Date() }));
    await runDue(db);
    expect(await watches()).toEqual([]);
  });

  it("a transaction that fails in between has told nothing and noted nothing", async () => {
    await mirrored(db.shop, late());
    await db.owner.query(
      "create function stop() returns trigger language plpgsql as $$ begin raise 'killed'; end $$",
    );
    await db.owner.query(
      "create trigger stop before insert on fact for each row when (new.kind like 'delivery.%') execute function stop()",
    );
    await runDue(db);
    expect(await watches()).toEqual([]);
    await db.owner.query("drop trigger stop on fact");
    await db.owner.query("drop function stop");
    await db.owner.query("update graphile_worker._private_jobs set run_at = now()");
    await runDue(db);
    expect((await told()).filter((kind) => kind === "delivery.late")).toHaveLength(1);
    expect(await watches()).toMatchObject([{ state: "late", told: { episode: { messages: 1 } } }]);
  });
});

describe("nobody is told", () => {
  it.each([
    ["of a parcel that was never scanned", late({ scanned: null })],
    ["of a test order", { ...late(), test: true }],
    ["of one that is out for delivery", late({}, { displayStatus: "out_for_delivery" })],
    ["of one without a promise", late({ promised: -400 })],
  ])("%s", async (_what, order) => {
    await mirrored(db.shop, order);
    await runDue(db);
    await due();
    await lookAtDue(db.shop);
    expect((await told()).filter((kind) => kind.startsWith("delivery.late"))).toEqual([]);
  });

  it("of an order from before the installation, and it is not watched", async () => {
    const order = late();
    await db.shop.transact((tx) => mirrorOrder(tx, order, { backfill: true }));
    await db.owner.query("update orders set backfilled = true");
    await runDue(db);
    await lookAtDue(db.shop);
    expect(await told()).toEqual([]);
    expect(await watches()).toEqual([]);
  });

  it("when the merchant does not want it; switched on again, it is told", async () => {
    await changeDelaySettings(db.shop, { ...defaults, tell: false, openCases: false }, "Ann");
    await mirrored(db.shop, late());
    await runDue(db);
    expect(await told()).toEqual([]);
    expect(await watches()).toMatchObject([{ state: "late" }]);
    await changeDelaySettings(db.shop, { ...defaults, openCases: false }, "Ann");
    await due();
    await lookAtDue(db.shop);
    expect(await told()).toEqual(["delivery.late"]);
  });
});

describe("late to ship", () => {
  const waiting = (over: Partial<ShopifyOrder> = {}, shipBy: Date | null = ago(HOUR)) =>
    anOrder({
      placedAt: ago(3 * DAY),
      updatedAt: ago(2 * HOUR),
      fulfilmentStatus: "unfulfilled",
      full: { promisedFrom: null, promisedTo: null, shipBy, fulfilments: [], returnIds: [] },
      ...over,
    });

  it("an order past the day it was to leave by is told once, until it leaves", async () => {
    const order = await mirrored(db.shop, waiting());
    for (let time = 0; time < 3; time++) {
      await lookAtDue(db.shop);
      await due();
    }
    expect(await told()).toEqual(["order.lateToShip"]);
    expect(await watches()).toMatchObject([{ id: `order-${order.id}`, state: "lateToShip" }]);
    await mirrored(db.shop, { ...order, fulfilmentStatus: "fulfilled", updatedAt: new Date() });
    await due();
    await lookAtDue(db.shop);
    expect(await watches()).toEqual([]);
  });

  it.each([
    ["not yet due", waiting({}, ago(-DAY))],
    ["cancelled", waiting({ cancelledAt: ago(HOUR) })],
    ["on hold", waiting({ fulfilmentStatus: "on_hold" })],
    ["not paid", waiting({ financialStatus: "pending" })],
    ["nothing to ship", waiting({ lines: [aLine({ needsShipping: false })] })],
    ["late for weeks when we first look", waiting({}, ago(20 * DAY))],
  ])("%s: nothing is told", async (_what, order) => {
    await mirrored(db.shop, order);
    await lookAtDue(db.shop);
    expect(await told()).toEqual([]);
  });

  it("an order that names no day is held to the shop's own working days", async () => {
    await mirrored(db.shop, waiting({ placedAt: ago(12 * DAY) }, null));
    await lookAtDue(db.shop);
    expect(await told()).toEqual([]);
    await changeDelaySettings(db.shop, { ...defaults, shipWithinDays: 3 }, "Ann");
    await lookAtDue(db.shop);
    expect(await told()).toEqual(["order.lateToShip"]);
  });
});

describe("a bad delay becomes a case in the inbox", () => {
  it("opens once, and closes itself when the parcel comes", async () => {
    const order = await mirrored(db.shop, late({ left: 12, promised: 9, scanned: 6 }));
    await runDue(db);
    expect(await told()).toContain("delivery.worrying");
    expect(await conversations()).toMatchObject([{ state: "open", channel: "system", notes: 1 }]);
    await due();
    await lookAtDue(db.shop);
    await runDue(db);
    expect(await conversations()).toHaveLength(1);
    await mirrored(db.shop, changed(order, { displayStatus: "delivered", deliveredAt: new Date() }));
    await runDue(db);
    expect(await conversations()).toMatchObject([{ state: "closed", notes: 2 }]);
    expect((await told()).filter((kind) => kind === "delivery.solved")).toHaveLength(1);
  });

  it("stays open once a person has written in it; until then the shopper sees nothing of it", async () => {
    const order = await mirrored(db.shop, late({ left: 12, promised: 9, scanned: 6 }));
    await runDue(db);
    const shown = () => db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(await shown()).toEqual([]);
    const writer = {
      customerId: null,
      pass: { orderId: order.id, level: "full" as const },
      visitor: newId(),
    };
    const written = await startConversation(
      db.shop,
      { orderId: order.id, text: "Where is it?", requestKey: newId() },
      writer,
    );
    expect(written.ok).toBe(true);
    expect((await shown()).map(({ messages }) => messages.map(({ text }) => text))).toEqual([
      ["Where is it?"],
    ]);
    await mirrored(db.shop, changed(order, { displayStatus: "delivered", deliveredAt: new Date() }));
    await runDue(db);
    expect(await conversations()).toMatchObject([{ state: "open", notes: 2 }]);
  });

  it("a parcel silent for weeks is lost: told once, and a case", async () => {
    await mirrored(db.shop, late({ left: 30, promised: 25, scanned: 24 }));
    await runDue(db);
    await due();
    await lookAtDue(db.shop);
    expect((await told()).filter((kind) => kind === "delivery.lost")).toHaveLength(1);
    expect(await watches()).toMatchObject([{ state: "lost" }]);
  });
});

describe("learning", () => {
  it("learns from the shop's own parcels alone, and notes carriers that do not tell", async () => {
    const seven = { shippedAt: ago(40 * DAY), updatedAt: ago(33 * DAY), estimatedAt: null };
    for (let i = 0; i < 25; i++) {
      const lines = [aLine()];
      const told = aDeliveredParcel(lines, { ...seven, deliveredAt: ago(33 * DAY + i * HOUR) });
      const untold = aParcel([], { ...seven, tracking: [{ carrier: "Pigeon", number: "1", url: null }] });
      const full = {
        promisedFrom: null,
        promisedTo: null,
        shipBy: null,
        fulfilments: [told, untold],
        returnIds: [],
      };
      await mirrored(
        db.shop,
        anOrder({ lines, placedAt: ago(41 * DAY), fulfilmentStatus: "fulfilled", full }),
      );
    }
    await learnDelays(db.shop);
    await learnDelays(db.neighbour);
    const { rows } = await db.owner.query(
      `select "shopId", parcels, silent from delay_model order by "shopId" = $1 desc`,
      [SHOP],
    );
    expect(rows).toEqual([
      { shopId: SHOP, parcels: 25, silent: ["Pigeon"] },
      { shopId: NEIGHBOUR, parcels: 0, silent: [] },
    ]);
  });
});

describe("what the shopper sees", () => {
  const seen = async (order: ShopifyOrder) => {
    await mirrored(db.shop, order);
    await runDue(db);
    return db.shop.transact((tx) => expectedParcels(tx, order.id));
  };

  it("days ahead for a parcel under way, of this shop alone", async () => {
    const order = late({ left: 1, promised: -5 });
    const [days] = [...(await seen(order)).values()];
    if (!days) throw new Error("nothing expected");
    expect(days.from.getTime()).toBeGreaterThan(Date.now() - DAY);
    expect(days.to.getTime()).toBeGreaterThan(days.from.getTime());
    expect(await db.neighbour.transact((tx) => expectedParcels(tx, order.id))).toEqual(new Map());
  });

  it.each([
    ["lost", late({ left: 40, promised: 30, scanned: 39 })],
    ["slow and never scanned", late({ left: 40, promised: 30, scanned: null })],
    ["delivered", late({}, { displayStatus: "delivered", deliveredAt: new Date() })],
  ])("nothing of one that is %s", async (_what, order) => {
    expect(await seen(order)).toEqual(new Map());
  });
});

describe("the list of deliveries", () => {
  it("is sorted by harm, paged both ways without a gap, and filtered", async () => {
    for (let days = 1; days <= 30; days++) {
      const carrier = days % 2 ? "DHL" : "Royal Mail";
      await mirrored(
        db.shop,
        late({ left: days + 2, promised: days }, { tracking: [{ carrier, number: "1", url: null }] }),
      );
    }
    await runDue(db);
    const none = { state: "", carrier: "" } as const;
    const ask = (asked: Parameters<typeof deliveriesPage>[1]) =>
      db.shop.transact((tx) => deliveriesPage(tx, asked));
    const first = await ask(none);
    const second = await ask({ ...none, after: first.next ?? "" });
    expect([first.rows.length, second.rows.length]).toEqual([25, 5]);
    const back = await ask({ ...none, before: second.previous ?? "" });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    const promised = [...first.rows, ...second.rows].map((row) => row.promised?.getTime() ?? 0);
    expect(new Set(first.rows.concat(second.rows).map(({ id }) => id)).size).toBe(30);
    expect(promised[0]).toBeLessThan(promised[29] ?? 0);
    const dhl = await ask({ ...none, carrier: "DHL" });
    expect(new Set(dhl.rows.map(({ carrier }) => carrier))).toEqual(new Set(["DHL"]));
    expect((await ask({ ...none, state: "lost" })).rows).toEqual([]);
    expect(await db.shop.transact(carriersUnderWay)).toEqual(["DHL", "Royal Mail"]);
    expect(await db.neighbour.transact(carriersUnderWay)).toEqual([]);
    expect((await db.neighbour.transact((tx) => deliveriesPage(tx, none))).rows).toEqual([]);
  });
});

it("the back test runs as a job, is kept, and is not asked twice at once", async () => {
  for (let i = 0; i < 40; i++) {
    const lines = [aLine()];
    const days = 10 + i;
    const parcel = aDeliveredParcel(lines, {
      shippedAt: ago(days * DAY),
      deliveredAt: ago((days - (i % 5 === 0 ? 6 : 2)) * DAY),
      estimatedAt: null,
    });
    const full = {
      ...{ promisedFrom: null, promisedTo: ago((days - 3) * DAY), shipBy: null },
      ...{ fulfilments: [parcel], returnIds: [] },
    };
    await mirrored(
      db.shop,
      anOrder({ lines, placedAt: ago((days + 1) * DAY), fulfilmentStatus: "fulfilled", full }),
    );
  }
  await askForBackTest(db.shop);
  await askForBackTest(db.shop);
  expect((await waitingJobs(db)).filter(({ task }) => task === "run-back-test")).toHaveLength(1);
  await runDue(db);
  const kept = await db.shop.transact(loadBackTest);
  expect(kept).toMatchObject({ state: "done", progress: 1, result: { parcels: 40, late: 8 } });
  expect(await db.neighbour.transact(loadBackTest)).toBeNull();
});
