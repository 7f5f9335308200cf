import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Seen = { shop: string | null };
const SEEN = "select nullif(current_setting('app.shop_id', true), '') as shop";
const seenBy = (shop: Shop) =>
  shop.transact(async (tx) => (await tx.db.$queryRawUnsafe<Seen[]>(SEEN))[0]?.shop);

it("many transactions of two shops at once each see their own shop", async () => {
  const shops = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? db.shop : db.neighbour));
  const seen = await Promise.all(shops.map(seenBy));
  expect(seen).toEqual(shops.map(({ id }) => id));
});

it("a transaction that is begun beside another shop's work sees that shop, and one begun for nobody sees nobody", async () => {
  await db.shop.transact(async (tx) => {
    const nobody = db.prisma.$transaction((other) => other.$queryRawUnsafe<Seen[]>(SEEN));
    expect(await seenBy(db.neighbour)).toBe(NEIGHBOUR);
    expect((await nobody)[0]?.shop).toBeNull();
    expect((await tx.db.$queryRawUnsafe<Seen[]>(SEEN))[0]?.shop).toBe(SHOP);
  });
});

it("a connection forgets its shop with the transaction, whether it went well or not", async () => {
  await seenBy(db.shop);
  await expect(db.shop.transact((tx) => tx.db.$queryRaw`select 1 / (${0}::int)`)).rejects.toThrow(/division/);
  const later = await Promise.all(
    Array.from({ length: 20 }, async () => (await db.prisma.$queryRawUnsafe<Seen[]>(SEEN))[0]?.shop),
  );
  expect(new Set(later)).toEqual(new Set([null]));
});

it("rows of a shop are seen by its own transactions only", async () => {
  await db.owner.query(
    `insert into customer ("shopId", id, "updatedAt") values ($1, 'c1', now()), ($2, 'c1', now()), ($2, 'c2', now())`,
    [SHOP, NEIGHBOUR],
  );
  const rowsOf = (shop: Shop) => shop.transact((tx) => tx.db.$queryRaw<object[]>`select id from customer`);
  expect(await rowsOf(db.shop)).toHaveLength(1);
  expect(await rowsOf(db.neighbour)).toHaveLength(2);
});
