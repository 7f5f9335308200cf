import prismaClient from "@prisma/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCustomer, aLine, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { FOUND_AT_A_TIME, findOrders, findSql } from "~/features/orders/find-order-queries.server";

let db: FreshDatabase;
const START = Date.parse("2026-10-01T00:00:00Z");
const minutes = (count: number) => new Date(START + count * 60_000);

beforeAll(async () => {
  db = await freshDatabase();
  const ada = aCustomer({ id: "900001", firstName: "Ada", lastName: "Rowntree", email: "ada@example.com" });
  const noor = aCustomer({ id: "900002", firstName: "Noor", lastName: "Adair", email: null });
  const lines = [aLine()];
  const orders = [
    anOrder({ id: "1", name: "#1001", email: "ada@example.com", customer: ada, placedAt: minutes(1) }),
    anOrder({ id: "2", name: "#10010", email: "gift@example.com", customer: ada, placedAt: minutes(2) }),
    anOrder({
      ...{ id: "3", name: "#2002", email: null, customer: noor, placedAt: minutes(3), lines },
      full: {
        ...{ promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [] },
        fulfilments: [
          aParcel(lines, { tracking: [{ carrier: "UPS", number: "1Z 999 AA1 0123456784", url: null }] }),
        ],
      },
    }),
  ];
  for (const order of orders) {
    await mirrored(db.shop, order);
    // the same ids next door, under names of its own
    await mirrored(db.neighbour, {
      ...order,
      name: `#N${order.id}`,
      email: "n@example.com",
      customer: aCustomer({ id: `9${order.id}`, firstName: "Ned", lastName: "Nextdoor", email: null }),
      full: null,
    });
  }
});
afterAll(() => db.close());

const found = async (query: string, after: string | null = null) =>
  (await db.shop.transact((tx) => findOrders(tx, { query, after }))).orders.map(({ name }) => name);

describe("an order is found", () => {
  it.each([
    ["by its whole number alone, though others begin with it", "#1001", ["#1001"]],
    ["by its number's beginning", "100", ["#10010", "#1001"]],
    ["by the order's address", " GIFT@example.com ", ["#10010"]],
    ["by its customer's address, whatever the order's", "ada@example.com", ["#10010", "#1001"]],
    ["by a first name's beginning, and a last name's", "ad", ["#2002", "#10010", "#1001"]],
    ["by both names", "ada  ROW", ["#10010", "#1001"]],
    ["by both names, the last one first", "rowntree a", ["#10010", "#1001"]],
    ["by its parcel's number, as people type it", "1z999aa1-0123456784", ["#2002"]],
    ["not by one letter", "a", []],
    ["not next door", "Nextdoor", []],
    ["not by a neighbour's number", "#N1", []],
    ["not by signs", "'%&\\|!():*", []],
    ["not by ten thousand letters", "x".repeat(10_000), []],
  ])("%s", async (_what, query, names) => expect(await found(query)).toEqual(names));

  it("not once its person was erased", async () => {
    await db.owner.query(`update orders set "redactedAt" = now() where "shopId" = $1 and id = '2'`, [
      db.shop.id,
    ]);
    expect(await found("#10010")).toEqual([]);
    await db.owner.query(`update orders set "redactedAt" = null where "shopId" = $1`, [db.shop.id]);
  });

  it("page by page, none lost and none twice", async () => {
    const many = aCustomer({ id: "900009", firstName: "Maya", lastName: "Quill", email: "m@example.com" });
    for (let at = 0; at < 2 * FOUND_AT_A_TIME + 3; at++)
      // two at one moment, so that a page may end between them
      await mirrored(
        db.shop,
        anOrder({ email: null, name: `#Q${at}`, customer: many, placedAt: minutes(10 + (at >> 1)) }),
      );
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await db.shop.transact((tx) => findOrders(tx, { query: "quill", after }));
      names.push(...page.orders.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(names).toHaveLength(2 * FOUND_AT_A_TIME + 3);
    expect(new Set(names).size).toBe(names.length);
  });
});

it("every way is read from an index, in a shop of many", async () => {
  await db.owner.query(
    `insert into customer ("shopId", id, "nameKey", "lastKey", "emailKey", "updatedAt")
     select s, 'c' || n, 'name' || n || ' last', 'last name' || n, 'p' || n || '@x.example', now() from unnest(array[$1, $2]) s, generate_series(1, 20000) n`,
    [db.shop.id, db.neighbour.id],
  );
  const [{ columns }] = (
    await db.owner.query(
      `select string_agg(format('%I', column_name), ', ') as columns from information_schema.columns
       where table_name = 'orders' and table_schema = 'public' and column_name not in ('shopId', 'id', 'name', 'nameKey', 'customerId', 'emailKey', 'placedAt')`,
    )
  ).rows;
  await db.owner.query(
    `insert into orders ("shopId", id, name, "nameKey", "customerId", "emailKey", "placedAt", ${columns})
     select o."shopId", 'x' || n, '#X' || n, 'x' || n, 'c' || n, 'p' || n || '@x.example', now() - n * interval '1 minute', ${columns}
     from orders o, generate_series(1, 20000) n where o.id = '1'`,
  );
  for (const table of ["customer", "orders", "parcel_track"]) await db.owner.query(`vacuum analyze ${table}`);
  for (const typed of ["#x777", "x7", "p9@x.example", "name77", "1z999aa10123456784"]) {
    const query = findSql(db.shop.id, typed, { at: new Date(), id: "z" });
    const rows = await db.shop.transact((tx) =>
      tx.db.$queryRaw<Record<string, string>[]>(prismaClient.Prisma.sql`explain ${query}`),
    );
    const plan = rows.map((row) => Object.values(row)[0]).join("\n");
    expect(plan, typed).not.toMatch(/Seq Scan on (orders|customer)/);
  }
}, 60_000);
