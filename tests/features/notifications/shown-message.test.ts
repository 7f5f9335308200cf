import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type NewsRoom, openNewsRoom } from "#tests/factories/mail-room";
import { aLine, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { runDue } from "#tests/setup/queue";
import { saveText } from "~/features/notifications/change-text.server";
import { kindPage } from "~/features/notifications/preview-kind.server";
import { shownMessage } from "~/features/notifications/staff-queries.server";
import { policyScreen, publishPolicy, savePolicyDraft } from "~/features/returns/change-policy.server";
import { policySchema } from "~/features/returns/policy-schema";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

/** What staff see of a message is what the shopper got. */

let room: NewsRoom;
let db: NewsRoom["db"];
beforeAll(async () => {
  room = await openNewsRoom();
  ({ db } = room);
});
afterAll(() => room.close());
beforeEach(() =>
  room.empty("notification", "fact", "orders", "message_template", "graphile_worker._private_jobs"),
);

/** The id of the message of a kind about an order; it may wait for the morning. */
async function messageOf(over: Partial<ShopifyOrder> = {}, kind = "orderConfirmed"): Promise<string> {
  const ago = new Date(Date.now() - 5_000);
  for (const shop of [db.shop, db.neighbour])
    await mirrored(shop, anOrder({ placedAt: ago, updatedAt: ago, ...over }));
  await runDue(db);
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from notification where kind = $1 and "shopId" = $2`,
    [kind, db.shop.id],
  );
  return rows[0]?.id ?? "there is none";
}
const shown = (id: string, shop = db.shop) => shop.transact((tx) => shownMessage(shop, tx, id));

it("speaks of the days of the policy in force, as the mail and every preview do", async () => {
  await savePolicyDraft(db.shop, policySchema.parse({ windowDays: 45 }), 0, "Maya");
  const { seen } = await policyScreen(db.shop);
  expect((await publishPolicy(db.shop, seen, "Maya")).ok).toBe(true);
  const id = await messageOf();
  expect(await shown(id)).toMatchObject({ asSent: true, text: expect.stringContaining("within 45 days") });
  const preview = await db.shop.transact((tx) => kindPage(tx, "orderConfirmed", "en"));
  expect(preview?.written.text).toContain("within 45 days");
  expect(await shown(id, db.neighbour)).toBeNull();
});

it("says that the merchant's words failed and ours stood in, and why", async () => {
  const text = { subject: "Ours", preview: "", title: "", body: "{{ items[0].title }}" };
  await saveText(db.shop, { key: "orderConfirmed", locale: "en", after: 0 }, text, "Grace");
  expect((await shown(await messageOf()))?.stoodIn).toBeNull();
  await db.owner.query("delete from notification");
  expect(await shown(await messageOf({ id: "2", name: "#2", lines: [] }))).toMatchObject({
    asSent: true,
    subject: expect.stringContaining("we have your order"),
    stoodIn: expect.stringContaining("items"),
  });
});

it("keeps the shopper's links to the shopper, the parcels' too", async () => {
  const lines = [aLine()];
  const left = new Date(Date.now() - 2_000);
  const parcel = aParcel(lines, { shippedAt: left, inTransitAt: left, updatedAt: left, estimatedAt: null });
  const full = { promisedFrom: null, promisedTo: null, shipBy: null, fulfilments: [parcel], returnIds: [] };
  const id = await messageOf({ lines, fulfilmentStatus: "fulfilled", full }, "orderShipped");
  const message = await shown(id);
  expect(message?.html).toContain("https://fern-and-fable.example");
  expect(message?.html).not.toMatch(/[?&]t=/);
  expect(message?.text).not.toMatch(/[?&]t=/);
});
