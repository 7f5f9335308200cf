import { afterAll, beforeAll, expect, it } from "vitest";
import { anOrder, shopifyId } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { customerHistory } from "~/features/returns/customer-history-queries.server";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database?.close());

const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000);

it("returns are counted by when they were asked for, an order's share by whether it came back", async () => {
  const { customer } = anOrder({});
  if (!customer) throw new Error("The order names nobody");
  const ordered = (ago: number) =>
    aReturnableOrderIn(database.shop, database.neighbour, {
      id: shopifyId(),
      customer,
      placedAt: daysAgo(ago),
    });
  const [old, recent, twice] = [await ordered(400), await ordered(30), await ordered(20)];
  await aReturn(database.shop, old);
  await aReturn(database.shop, twice);
  const declined = await aReturn(database.shop, recent);
  await aReturn(database.shop, twice);
  await database.owner.query(`update "return" set state = 'declined' where id = $1`, [declined]);
  const of = (who: { customerId: string | null; email: string | null }, shop = database.shop) =>
    shop.transact((tx) => customerHistory(tx, who, 365));
  expect(await of({ customerId: customer.id, email: null })).toMatchObject({
    ...{ orders: 2, returns: 3, returnedOrders: 1 },
  });
  expect(await of({ customerId: customer.id, email: null }, database.neighbour)).toMatchObject({
    ...{ orders: 2, returns: 0, returnedOrders: 0 },
  });
  expect(await of({ customerId: null, email: null })).toBeNull();
});
