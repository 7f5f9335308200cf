import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { known } from "#tests/factories/profile";
import { type Door, openDoor } from "#tests/factories/webhook";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runAll, runDue } from "#tests/setup/queue";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { cancelOrder } from "#tests/store/actions/order-changes";
import { placeOrder } from "#tests/store/actions/place-order";
import { type Store, startStore } from "#tests/store/index";
import { env } from "~/env.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { fetchShopProfile } from "~/platform/shopify/shop.server";

// Orders placed in the store, its signed webhooks, our door, the queue and a mail server: all real.

let db: FreshDatabase;
let door: Door;
let sink: MailSink;
let store: Store;
let restore: () => void;

beforeAll(async () => {
  db = await freshDatabase();
  door = await openDoor();
  sink = await openMailSink();
  env.SMTP_URL = sink.url;
  store = await startStore({
    appUrl: `http://127.0.0.1:${door.port}`,
    apiKey: env.SHOPIFY_API_KEY,
    apiSecret: env.SHOPIFY_API_SECRET,
    retrySpeed: 1_000,
    planPointsPerSecond: 2_000,
  });
  restore = leadShopifyTo(store.url);
  const grant = store.tokens?.grantOffline(SHOP, ["write_orders"], false);
  await signInOffline(SHOP, { access: grant?.access_token ?? "" });
  await known(db.shop, await fetchShopProfile(db.shop.id));
});
afterAll(async () => {
  restore();
  closeMail();
  await store.stop();
  await sink.close();
  await door.close();
  await db.close();
});
beforeEach(async () => {
  store.webhooks.set({ copies: 1, freshIds: false, dropPercent: 0, reorder: false, hold: false, delayMs: 0 });
  for (const table of ["webhook_delivery", "notification", "fact", "orders", "graphile_worker._private_jobs"])
    await db.owner.query(`delete from ${table}`);
  sink.accepted.length = 0;
});

const place = () => placeOrder(store, { shopper: "guest", cart: "single" });
const outbox = async () =>
  (
    await db.owner.query<{ kind: string; state: string; reason: string | null }>(
      "select kind, state, reason from notification order by kind",
    )
  ).rows;
const settle = async () => {
  await store.webhooks.settled();
  await runAll(db);
};
/** What was lost on the way arrives after all, so much later. */
async function arrive(topic: string, hoursLate: number, orderId: string) {
  const lost = store.webhooks.log().findLast((one) => one.topic === topic && one.body.includes(orderId));
  if (!lost) throw new Error(`No ${topic} was lost`);
  const triggeredAt = new Date(Date.now() - hoursLate * 3_600_000);
  expect(await door.post({ topic, body: lost.body, triggeredAt, eventId: lost.eventId })).toBe(200);
}

describe("one order, one confirmation", () => {
  it("though every webhook comes fifty times, under ids of their own, in any order", async () => {
    store.webhooks.set({ copies: 50, freshIds: true, reorder: true });
    await place();
    await settle();
    expect(sink.accepted).toHaveLength(1);
    expect(await outbox()).toEqual([{ kind: "orderConfirmed", state: "sent", reason: null }]);
    const { rows } = await db.owner.query("select count(*)::int as n from orders");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("though nothing was told by webhook: the sweep finds it and the shopper hears of it", async () => {
    store.webhooks.set({ dropPercent: 100 });
    const order = await place();
    await db.owner.query(
      "select graphile_worker.add_job('sweep-orders', json_build_object('shopId', $1::text))",
      [SHOP],
    );
    await runAll(db);
    expect(sink.accepted.filter((mail) => mail.subject.includes(order.name))).toHaveLength(1);
  });
});

describe("news that comes late", () => {
  it("10: an older state that arrives last changes nothing, and is no news", async () => {
    store.webhooks.set({ dropPercent: 100 });
    const order = await place();
    await arrive("orders/paid", 0, order.name);
    await settle();
    const before = await outbox();
    await arrive("orders/create", 0, order.name);
    await settle();
    expect(await outbox()).toEqual(before);
    expect(sink.accepted).toHaveLength(1);
  });

  it("11: four hours late, the order cancelled meanwhile: no confirmation", async () => {
    store.webhooks.set({ dropPercent: 100 });
    const order = await place();
    await cancelOrder(store, { order: order.id });
    await arrive("orders/create", 4, order.name);
    await settle();
    const confirmation = (await outbox()).filter((one) => one.kind === "orderConfirmed");
    expect(confirmation).toEqual([{ kind: "orderConfirmed", state: "dropped", reason: "noLongerTrue" }]);
    expect(sink.accepted.filter((mail) => /we have your order/.test(mail.subject))).toEqual([]);
  });

  it("Shopify busy while a late one is read anew: it is read later, once", async () => {
    store.webhooks.set({ dropPercent: 100 });
    const order = await place();
    await arrive("orders/create", 1, order.name);
    store.faults.failNext("throttled", 3);
    store.faults.failNext("error", 6);
    await runDue(db);
    store.faults.clear();
    await settle();
    expect(sink.accepted).toHaveLength(1);
  }, 60_000);
});
