import prismaClient from "@prisma/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { dueSql } from "~/features/notifications/facts-store.server";
import { logSql } from "~/features/notifications/staff-queries.server";

/** A shop of 60,000 messages, beside a neighbour of as many: the log and the held ones are read by an index. */

let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  await mirrored(db.shop, anOrder({ id: "1", name: "#0", customer: null }));
  await db.owner.query(
    `insert into notification ("shopId", id, key, kind, recipient, locale, state, reason, "heldUntil", "createdAt")
     select s, md5(n::text), 'k' || n, case when n % 900 = 0 then 'deliveryLost' else 'orderConfirmed' end, '', 'en',
       case when n % 300 = 0 then 'held' when n % 50 = 0 then 'dropped' else 'sent' end,
       case when n % 300 = 0 then 'quietHours' when n % 50 = 0 then 'tooOld' end,
       case when n % 300 = 0 then now() + n * interval '1 second' end, now() - n * interval '1 second'
     from unnest(array[$1, $2]) s, generate_series(1, 60000) n`,
    [db.shop.id, db.neighbour.id],
  );
  await db.owner.query("analyze notification");
  await db.owner.query("analyze orders");
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

const far = { after: { at: new Date(Date.now() - 50_000_000), id: "f" }, before: null };
const none = { after: null, before: null };

it.each([
  ["all", {}, none],
  ["all, far down", {}, far],
  ["one kind", { kind: "deliveryLost" }, none],
  ["one kind, far down", { kind: "deliveryLost" }, far],
  ["one state", { state: "dropped" }, far],
  ["one reason", { reason: "tooOld" }, far],
  ["a reason of a kind", { reason: "quietHours", kind: "deliveryLost" }, none],
])("the log of %s is read by an index", async (_what, filter, cursors) => {
  const plan = await planOf(logSql(db.shop.id, filter, cursors));
  expect(plan).not.toMatch(/Seq Scan on notification/);
  expect(plan).toMatch(/notification_/);
});

it("what is due of the held is found among the held", async () => {
  const now = Date.now();
  const plan = await planOf(dueSql(db.shop.id, new Date(now + 30_000), new Date(now + 172_800_000), 200));
  expect(plan).toContain("notification_held");
  expect(plan).not.toMatch(/Seq Scan on notification/);
});
