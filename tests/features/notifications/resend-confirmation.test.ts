import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type NewsRoom, openNewsRoom } from "#tests/factories/mail-room";
import { aDeliveredOrder, anOrder, mirrored } from "#tests/factories/order";
import { runDue } from "#tests/setup/queue";
import { mailCounts, resentOf } from "~/features/notifications/queries.server";
import { resendConfirmation } from "~/features/notifications/resend-confirmation.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

let room: NewsRoom;
let db: NewsRoom["db"];
let sink: NewsRoom["sink"];
beforeAll(async () => {
  room = await openNewsRoom();
  ({ db, sink } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("notification", "fact", "orders", "graphile_worker._private_jobs"));

/** An order of three weeks ago, of which nobody is told any more; next door, too. */
async function anOldOrder(over: Partial<ShopifyOrder> = {}): Promise<ShopifyOrder> {
  const placedAt = new Date(Date.now() - 21 * 86_400_000);
  const order = anOrder({ placedAt, updatedAt: placedAt, ...over });
  await mirrored(db.neighbour, { ...order, email: "neighbour@example.com" });
  await mirrored(db.shop, order);
  await runDue(db);
  return order;
}
const resend = (orderId: string, requestKey = newId(), shop = db.shop) =>
  resendConfirmation(shop, { orderId, requestKey, conversationId: null }, "Maya");
const resent = (orderId: string) => db.shop.transact((tx) => resentOf(tx, orderId));

it("goes out again, once however often the form is sent, and not to the neighbour's shopper", async () => {
  const order = await anOldOrder();
  const requestKey = newId();
  await Promise.all(Array.from({ length: 5 }, () => resend(order.id, requestKey)));
  await runDue(db);
  expect(sink.accepted).toHaveLength(1);
  expect(await resent(order.id)).toMatchObject([{ state: "sent", by: "Maya" }]);
  expect(await db.neighbour.transact((tx) => resentOf(tx, order.id))).toEqual([]);
  await resend(order.id);
  await runDue(db);
  expect(sink.accepted).toHaveLength(2);
  // what staff send weeks later says nothing of how fast confirmations go out
  const since = new Date(Date.now() - 86_400_000);
  const counts = await db.shop.transact((tx) => mailCounts(tx, since, 100));
  expect(counts).toMatchObject({ confirmed: 0, medianSeconds: null });
});

it("is refused for what is not the shop's, has no address, is over, or is not wanted", async () => {
  const order = await anOldOrder();
  expect(await resend("404")).toMatchObject({ refusal: { code: "orders.notFound" } });
  const silent = await anOldOrder({ email: null });
  expect(await resend(silent.id)).toMatchObject({ refusal: { code: "notifications.noAddress" } });
  const cancelled = await anOldOrder({ cancelledAt: new Date() });
  expect(await resend(cancelled.id)).toMatchObject({ refusal: { code: "notifications.notConfirmable" } });
  const delivered = await mirrored(db.shop, aDeliveredOrder());
  expect(await resend(delivered.id)).toMatchObject({ refusal: { code: "notifications.notConfirmable" } });
  const off = settingsSchema.parse({ notifications: { confirmation: "off" } });
  await db.shop.transact((tx) => saveSettings(tx, off));
  expect(await resend(order.id)).toMatchObject({ refusal: { code: "notifications.notConfirmable" } });
  await db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({})));
});
