import { afterAll, beforeAll, expect, it } from "vitest";
import { anAddress } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { approveReturn } from "~/features/returns/approve-return.server";
import { declineReturn } from "~/features/returns/decline-return.server";
import { makeLabel } from "~/features/returns/make-label.server";
import { forgetReturns } from "~/features/returns/privacy-store.server";
import { returnDetail, returnsOfOrder } from "~/features/returns/queries.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  const settings = settingsSchema.parse({ returns: { address: anAddress({ city: "Sheffield" }) } });
  for (const shop of [db.shop, db.neighbour]) await shop.transact((tx) => saveSettings(tx, settings));
});
afterAll(() => db.close());

it("erases labels and words, keeps what the books need, and leaves the neighbour alone", async () => {
  const order = await aReturnableOrderIn(db.shop, db.neighbour);
  const mine = await aReturn(db.shop, order);
  const theirs = await aReturn(db.neighbour, order);
  for (const [shop, id] of [
    [db.shop, mine],
    [db.neighbour, theirs],
  ] as const) {
    await approveReturn(shop, id, { kind: "system" });
    await makeLabel(shop, id);
  }
  const declined = await aReturn(db.shop, order);
  await declineReturn(db.shop, declined, { reason: "OTHER", note: "Canary, dear Ada" }, { kind: "system" });
  const receipt = await db.shop.transact((tx) => forgetReturns(tx, { orderIds: [order.id], emailKeys: [] }));
  expect(receipt).toEqual({ returns: 2, files: 3 });
  const { rows } = await db.owner.query(
    `select "shopId", note, "declineNote" from "return" order by "shopId"`,
  );
  expect(rows.filter((row) => row.shopId === db.shop.id)).toEqual([
    { shopId: db.shop.id, note: null, declineNote: null },
    { shopId: db.shop.id, note: null, declineNote: null },
  ]);
  const files = await db.owner.query(`select "shopId" from file`);
  expect(files.rows.map((row) => row.shopId)).toEqual(Array(3).fill(db.neighbour.id));
  const kept = await db.shop.transact((tx) => returnDetail(tx, mine));
  expect(kept).toMatchObject({ label: null, items: [{ quantity: 1, reason: "too-small" }] });
  expect(await db.shop.transact((tx) => forgetReturns(tx, { orderIds: [order.id], emailKeys: [] }))).toEqual({
    returns: 2,
    files: 0,
  });
});

it("asking and cancelling in turn ends after twenty a day", async () => {
  const order = await aReturnableOrderIn(db.shop, db.neighbour);
  await aReturn(db.shop, order);
  await db.owner.query(
    `insert into "return" ("shopId", id, rma, "orderId", "requestKey", state, source, decision, currency, "requestedAt", "updatedAt")
     select "shopId", gen_random_uuid(), 'N' || n, "orderId", 'k' || n, 'cancelled', source, decision, currency, now(), now()
     from "return", generate_series(1, 19) n where "orderId" = $1`,
    [order.id],
  );
  const again = await requestReturn(db.shop, {
    orderId: order.id,
    requestKey: newId(),
    lines: [{ orderLineId: order.lines[0]?.id ?? "", quantity: 1, reason: "style" }],
    note: null,
  });
  expect(again).toMatchObject({ refusal: { code: "limits.tooMany" } });
  expect(await db.shop.transact((tx) => returnsOfOrder(tx, order.id))).toHaveLength(20);
});
