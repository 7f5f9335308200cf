import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { runDue, waitingJobs } from "#tests/setup/queue";
import { type Delivery, receiveWebhooks } from "~/platform/database/receive-webhooks.server";
import type { ShopId } from "~/values/ids";

/** A reader that already waits is not woken again, and yet nothing it should read is missed. */

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.owner.query("delete from webhook_delivery");
  await db.owner.query("delete from graphile_worker._private_jobs");
});

let last = 0;
const aDelivery = (shopId: ShopId = db.shop.id): Delivery => ({
  shopId,
  id: `event-${++last}/carts/update/signature`,
  topic: "carts/update",
  webhookId: `webhook-${last}`,
  triggeredAt: null,
  body: deflateRawSync("{}"),
});
const unread = async () =>
  (await db.owner.query("select 1 from webhook_delivery where state = 'received'")).rowCount;

it("adds one job a shop, however many batches come", async () => {
  for (let batch = 0; batch < 5; batch++)
    await receiveWebhooks([aDelivery(), aDelivery(), aDelivery(db.neighbour.id)]);
  expect((await waitingJobs(db)).map((job) => job.payload)).toEqual([
    { shopId: db.shop.id },
    { shopId: db.neighbour.id },
  ]);
  await runDue(db);
  expect(await unread()).toBe(0);
});

it("reads what was being kept while its job started", async () => {
  await receiveWebhooks([aDelivery()]);
  const { body, ...late } = aDelivery();
  const intake = await db.pool.connect();
  await intake.query("begin");
  await intake.query(
    "select receive_webhooks($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[], $8::bytea)",
    [[late.shopId], [late.id], [late.topic], [late.webhookId], [null], [0], [body.length], body],
  );
  expect(await waitingJobs(db)).toHaveLength(1); // it found the job waiting, and left it alone
  const reading = runDue(db);
  await new Promise((later) => setTimeout(later, 300));
  await intake.query("commit");
  intake.release();
  await reading;
  expect(await unread()).toBe(0);
});

it("moves a reader that waits after a failure up to now", async () => {
  await receiveWebhooks([aDelivery()]);
  await db.owner.query(
    "update graphile_worker._private_jobs set run_at = now() + interval '1 hour', attempts = 3",
  );
  await receiveWebhooks([aDelivery()]);
  await runDue(db);
  expect(await unread()).toBe(0);
});

it("misses nothing when intake and readers run side by side", async () => {
  const intake = async () => {
    for (let batch = 0; batch < 40; batch++) await receiveWebhooks([aDelivery()]);
  };
  let over = false;
  const readers = async () => {
    while (!over) await runDue(db);
  };
  const reading = readers();
  await Promise.all([intake(), intake(), intake()]);
  over = true;
  await reading;
  await runDue(db);
  expect(await unread()).toBe(0);
  expect((await db.owner.query("select 1 from webhook_delivery")).rowCount).toBe(120);
});
