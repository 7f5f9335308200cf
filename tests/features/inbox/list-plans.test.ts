import prismaClient from "@prisma/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { idsSql, rowsSql, type Wanted } from "~/features/inbox/list-queries.server";
import { attainmentSql } from "~/features/inbox/sla/attainment-queries.server";
import { VIEWS } from "~/features/inbox/views";

/** A shop of 30,000 conversations beside a neighbour of as many: each view is read by an index, as far as a page goes. */

const TEAM = "00000000-0000-7000-8000-000000000001";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(
    `insert into team ("shopId", id, name, "createdAt") select s, $3, 'Returns', now() from unnest(array[$1, $2]) s`,
    [db.shop.id, db.neighbour.id, TEAM],
  );
  await db.owner.query(
    `insert into conversation ("shopId", id, subject, state, channel, email, locale, assignee, "assigneeId", "replyBy", "slaSoonAt", "slaDueAt", "teamId", "createdAt", "lastMessageAt")
     select s, lpad(n::text, 8, '0'), 's', case when n % 20 = 0 then 'open' when n % 50 = 1 then 'snoozed' when n % 30 = 2 then 'waiting' else 'closed' end,
       'email', 'p@example.com', 'en', case when n % 3 = 0 then 'Maya' end, case when n % 3 = 0 then '42' end,
       case when n % 40 = 0 then now() - n * interval '1 minute' end,
       case when n % 60 = 0 then now() - n * interval '1 minute' when n % 60 = 1 then now() + interval '1 day' end,
       case when n % 60 < 2 then now() + (n % 7) * interval '1 hour' end, case when n % 5 = 0 then $3 end, now(), now() - n * interval '1 minute'
     from unnest(array[$1, $2]) s, generate_series(1, 30000) n`,
    [db.shop.id, db.neighbour.id, TEAM],
  );
  await db.owner.query(
    `insert into conversation_tag ("shopId", id, "conversationId", tag)
     select "shopId", id, id, case when id like '%7' then 'vip' else 'other' end from conversation`,
  );
  await db.owner.query(
    `insert into conversation_follower ("shopId", id, "conversationId", "staffId", name, "newsAt")
     select "shopId", id, id, '42', 'Maya', case when id like '%77' then now() end from conversation where id like '%7'`,
  );
  await db.owner.query(
    `insert into sla_clock ("shopId", id, "conversationId", metric, "policyId", "policyName", counts, "targetMinutes", "warnMinutes", "startedAt", outcome, "judgedAt")
     select "shopId", id, id, 'firstReply', 'p', 'All', 'business', 60, 30, "createdAt", 'met', "lastMessageAt" from conversation`,
  );
  await db.owner.query(
    `insert into orders ("shopId", id, name, "nameKey", email, "emailKey", locale, "currencyShop", currency, subtotal,
       "subtotalShop", discount, "discountShop", shipping, "shippingShop", tax, "taxShop", total, "totalShop",
       "financialStatus", "fulfilmentStatus", tags, "placedAt", "updatedAt")
     select s, n::text, '#' || n, n::text, 'p@example.com', 'p@example.com', 'en', 'GBP', 'GBP', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
       'paid', 'unfulfilled', '{}', now(), now() from unnest(array[$1, $2]) s, generate_series(1, 20000) n`,
    [db.shop.id, db.neighbour.id],
  );
  for (const table of ["conversation", "conversation_tag", "conversation_follower", "sla_clock", "orders"])
    await db.owner.query(`vacuum analyze ${table}`);
}, 120_000);
afterAll(() => db.close());

const { sql } = prismaClient.Prisma;
const edge = { at: new Date(Date.now() - 10_000_000), id: "00000500" };
const ranges = {
  first: { after: null, before: null },
  after: { after: edge, before: null },
  before: { after: null, before: edge },
};
const wanted: [string, Wanted][] = [
  ...VIEWS.map((view): [string, Wanted] => [view, { view }]),
  ["a tag", { tag: "vip" }],
  ["a team", { team: TEAM }],
];

it.each(wanted)("%s: no page of it reads a whole table, nor sorts more than it shows", async (_name, one) => {
  for (const [place, range] of Object.entries(ranges)) {
    const query = idsSql(db.shop.id, one, { staffId: "42", now: new Date() }, range);
    const rows = await db.shop.transact((tx) =>
      tx.db.$queryRaw<Record<string, string>[]>(sql`explain ${query}`),
    );
    const plan = rows.map((row) => Object.values(row)[0]).join("\n");
    expect(plan, place).not.toContain("Seq Scan");
    expect(plan, place).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
    if (!("view" in one && one.view === "forMe")) expect(plan, place).not.toMatch(/^\s*(->)?\s*Sort/m);
  }
});

it("what a page shows of its conversations, their orders' names as well, is read by indexes", async () => {
  const ids = Array.from({ length: 50 }, (_, at) => String(at + 1).padStart(8, "0"));
  const query = rowsSql(db.shop.id, ids, "42");
  const rows = await db.shop.transact((tx) =>
    tx.db.$queryRaw<Record<string, string>[]>(sql`explain ${query}`),
  );
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  expect(plan).toContain("orders_pkey");
  expect(plan).not.toMatch(/Seq Scan on (orders|message|conversation)/);
});

it("how often targets were met is read from its index", async () => {
  const day = new Date().toISOString().slice(0, 10);
  const query = attainmentSql(db.shop.id, { from: day, to: day, timeZone: "UTC" });
  const rows = await db.shop.transact((tx) =>
    tx.db.$queryRaw<Record<string, string>[]>(sql`explain ${query}`),
  );
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  expect(plan).toContain("sla_clock_judged");
  expect(plan).not.toContain("Seq Scan");
});
