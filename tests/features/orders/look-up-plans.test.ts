import prismaClient from "@prisma/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { historySql } from "~/features/orders/history-queries.server";

/** A shop of 100,000 orders, beside a neighbour of many: look-ups read an index. */

const ORDERS = 100_000;
let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  const one = await mirrored(db.shop, anOrder({ id: "1", name: "#0", customer: null }));
  await mirrored(db.neighbour, { ...one });
  await db.owner.query(
    `insert into orders select r.* from orders o, generate_series(1, ${ORDERS}) n,
       lateral jsonb_populate_record(o, jsonb_build_object(
         'id', (1000 + n)::text, 'name', '#' || n, 'nameKey', n::text,
         'emailKey', case when n % 50 = 0 then 'often@example.com' else 'shopper' || n || '@example.com' end,
         'placedAt', now() - n * interval '1 minute')) r
     where o."shopId" = $1 or n % 5 = 0`,
    [db.shop.id],
  );
  await db.owner.query(
    `insert into lookup ("shopId", id, at, visitor, typed, outcome)
     select s, md5(n::text), now() - n * interval '1 second', 'v' || n % 997, '#' || n, 'notFound'
     from unnest(array[$1, $2]) s, generate_series(1, 20000) n`,
    [db.shop.id, db.neighbour.id],
  );
  await db.owner.query("analyze orders");
  await db.owner.query("analyze lookup");
}, 120_000);
afterAll(() => db.close());

const { sql } = prismaClient.Prisma;

/** The plan of a query as the app runs it: as its own role, behind row-level security. */
async function planOf(query: ReturnType<typeof sql>): Promise<string> {
  const rows = await db.shop.transact((tx) =>
    tx.db.$queryRaw<Record<string, string>[]>(sql`explain ${query}`),
  );
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

it("finds an order by its name through the index", async () => {
  const plan = await planOf(sql`
    select id, "emailKey", "postcodeKey" from orders
    where "shopId" = ${db.shop.id} and "nameKey" = ${"5000"} and "redactedAt" is null
    order by "placedAt" desc limit 4`);
  expect(plan).toContain("orders_shopId_nameKey_idx");
  expect(plan).not.toContain("Seq Scan");
});

it.each([
  ["the first page", null],
  ["a page far down", { at: new Date(Date.now() - 80_000 * 60_000), id: "81000" }],
])("reads %s of a history through the index, without sorting", async (_, cursor) => {
  const plan = await planOf(historySql(db.shop.id, { emailKey: "often@example.com" }, cursor, 11));
  expect(plan).toContain("orders_shopId_emailKey_placedAt_id_idx");
  expect(plan).not.toMatch(/Seq Scan|\bSort\b/);
});

it("reads a signed-in customer's history through the index", async () => {
  const plan = await planOf(historySql(db.shop.id, { customerId: "4711" }, null, 11));
  expect(plan).toContain("orders_shopId_customerId_placedAt_id_idx");
  expect(plan).not.toContain("Seq Scan");
});
