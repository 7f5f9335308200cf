import { afterAll, beforeAll, expect, it } from "vitest";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { orderDetail } from "~/features/orders/queries.server";
import { emptyDraft } from "~/features/returns/change-request.server";
import { sendRequest } from "~/features/returns/send-request.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function filledIn() {
  const { id } = await aReturnableOrderIn(db.shop, db.neighbour);
  const order = await db.shop.transact((tx) => orderDetail(tx, id));
  const [line] = order?.lines ?? [];
  if (!order || !line) throw new Error("The order was not mirrored");
  const asked = { orderLineId: line.id, quantity: line.quantity, reason: "too-small" as const };
  const rest = { answers: {}, photos: [], outcome: null, variantId: null, search: "" };
  const draft = { ...emptyDraft(), lines: [{ ...asked, ...rest }] };
  return { scope: { orders: [order], moreOrders: false, gift: false }, draft };
}

it("is the same return though it was made between its first look and its second, and took all there was", async () => {
  const { scope, draft } = await filledIn();
  let looks = 0;
  let first: unknown;
  const late: Shop = {
    ...db.shop,
    async transact(work) {
      if (++looks === 2) first = await sendRequest(db.shop, scope, draft, null);
      return db.shop.transact(work);
    },
  };
  const second = await sendRequest(late, scope, draft, null);
  expect(first).toMatchObject({ kind: "made", failed: [], made: [{ orderId: scope.orders[0]?.id }] });
  expect(second).toEqual(first);
});

it("asked for anew by another request, what is gone is to be mended", async () => {
  const { scope, draft } = await filledIn();
  await sendRequest(db.shop, scope, draft, null);
  const other = { ...draft, requestKey: emptyDraft().requestKey };
  expect(await sendRequest(db.shop, scope, other, null)).toMatchObject({ kind: "mend", step: "items" });
});
