import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { BusinessHours } from "~/features/inbox/business-hours";
import { exportReport } from "~/features/inbox/export-report.server";
import { partsOf, totalsOf, volumeOf } from "~/features/inbox/report";
import { reportRows, reportSql } from "~/features/inbox/report-queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let orderId: string;
beforeAll(async () => {
  db = await freshDatabase();
  orderId = (await mirrored(db.shop, anOrder())).id;
  await fill(db.shop);
  await mirrored(db.neighbour, { ...anOrder(), id: orderId });
  await begun(db.neighbour, { id: "a", from: "next@example.com" });
});
afterAll(() => db.close());

// Monday to Friday, 9 to 17, in UTC.
const hours: BusinessHours = {
  week: [[], ...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:00" }]), []],
  timeZone: "UTC",
  holidays: null,
};
const of = { from: "2026-03-02", to: "2026-03-08", timeZone: "UTC" };
const now = new Date("2026-03-20T12:00:00Z");
const H = 3_600_000;

type Begun = {
  id: string;
  from: string;
  /** in March 2026, UTC: "02T10" */
  at?: string;
  replied?: string;
  closed?: string;
  answers?: number;
  over?: Record<string, unknown>;
};

const march = (text: string) => `2026-03-${text}:00:00Z`;

async function begun(shop: Shop, { id, from, at = "02T10", replied, closed, answers = 0, over = {} }: Begun) {
  const values = {
    shopId: shop.id,
    id,
    subject: "s",
    state: closed ? "closed" : "open",
    channel: "email",
    email: from,
    locale: "en",
    createdAt: march(at),
    lastMessageAt: march(at),
    firstRepliedAt: replied ? march(replied) : null,
    closedAt: closed ? march(closed) : null,
    ...over,
  };
  const names = Object.keys(values);
  await db.owner.query(
    `insert into conversation (${names.map((name) => `"${name}"`).join()}) values (${names.map((_, n) => `$${n + 1}`).join()})`,
    Object.values(values),
  );
  await message(shop, id, "in", "shopper", from, at);
  for (let n = 0; n < answers; n++) await message(shop, id, "out", "staff", null, replied ?? at);
}

const message = (
  shop: Shop,
  conversationId: string,
  direction: string,
  kind: string,
  email: string | null,
  at: string,
) =>
  db.owner.query(
    `insert into message ("shopId", id, "conversationId", direction, "authorKind", "authorEmail", text, state, at)
     values ($1, $2, $3, $4, $5, $6, 't', 'sent', $7)`,
    [shop.id, newId(), conversationId, direction, kind, email, march(at)],
  );

/** A week, by hand: the second of March 2026 is a Monday. */
async function fill(shop: Shop) {
  // answered after one hour, closed after two, one answer, nothing more came
  await begun(shop, {
    id: "a",
    from: "a@example.com",
    replied: "02T11",
    closed: "02T12",
    answers: 1,
    over: { rating: 1, reason: "wrong", channel: "storefront", assignee: "Maya", orderId },
  });
  // written on Friday at 16:00, answered on Monday at 10:00: two business hours; closed at 12:00: four
  await begun(shop, {
    id: "b",
    from: "b@example.com",
    at: "06T16",
    replied: "09T10",
    closed: "09T12",
    answers: 2,
    over: { rating: 0, assignee: "Maya" },
  });
  // the same address wrote again six days after it was closed
  await begun(shop, { id: "c", from: "c@example.com", replied: "02T15", closed: "02T16", answers: 1 });
  await begun(shop, { id: "c2", from: "c@example.com", at: "08T16" });
  // a week and a moment later is a new matter, and the period is over
  await begun(shop, { id: "d", from: "d@example.com", replied: "03T10", closed: "03T12", answers: 1 });
  await begun(shop, { id: "d2", from: "d@example.com", at: "10T13" });
  // closed less than a week ago: nothing can be said yet
  await begun(shop, { id: "e", from: "e@example.com", closed: "14T10" });
  // not counted: staff began it, a machine wrote it, it was merged into another
  await begun(shop, { id: "staff", from: "f@example.com", at: "03T11" });
  await message(shop, "staff", "out", "staff", null, "03T09");
  await begun(shop, { id: "merged", from: "g@example.com", over: { mergedIntoId: "a" } });
  await db.owner.query(
    `insert into conversation ("shopId", id, subject, state, channel, email, locale, "createdAt", "lastMessageAt", "closedAt")
     values ($1, 'machine', 's', 'closed', 'email', 'h@example.com', 'en', $2, $2, $2)`,
    [shop.id, march("03T10")],
  );
  await message(shop, "machine", "in", "system", "h@example.com", "03T10");
}

const rows = () => db.shop.transact((tx) => reportRows(tx, of, null, 100));

describe("a week counted by hand", () => {
  it("adds up", async () => {
    const found = await rows();
    expect(found.map(({ id }) => id)).toEqual(["a", "c", "d", "e", "b", "c2"]);
    expect(totalsOf(found, hours, now)).toEqual({
      conversations: 6,
      // 1, 2, 5 and 8 hours
      firstReply: { median: 2 * H, p90: 8 * H },
      // 2, 4, 6, 10 hours, and from Monday 10:00 to Saturday the 14th: 7 + 9 × 8
      resolution: { median: 6 * H, p90: 79 * H },
      closed: 5,
      oneTouch: 3,
      rated: 2,
      satisfied: 1,
      decided: 4,
      solved: 3,
    });
  });

  it("by person, reason, channel and product", async () => {
    const found = await rows();
    const by = (dimension: Parameters<typeof partsOf>[1]) =>
      partsOf(found, dimension, hours, now).map(({ key, totals }) => [key, totals.conversations]);
    expect(by("channel")).toEqual([
      ["email", 5],
      ["storefront", 1],
    ]);
    expect(by("person")).toEqual([
      [null, 4],
      ["Maya", 2],
    ]);
    expect(by("reason")).toEqual([
      [null, 5],
      ["wrong", 1],
    ]);
    const [nothing, ...products] = by("product");
    expect(nothing).toEqual([null, 5]);
    expect(products.length).toBeGreaterThan(0);
    expect(products.every(([, count]) => count === 1)).toBe(true);
  });

  it("is drawn by day", async () => {
    const { buckets, series } = volumeOf(await rows(), of, "UTC");
    expect(buckets).toHaveLength(7);
    expect(series).toEqual([
      { channel: "storefront", values: [1, 0, 0, 0, 0, 0, 0] },
      { channel: "email", values: [3, 0, 0, 0, 1, 0, 1] },
    ]);
  });

  it("is exported line by line, of this shop only", async () => {
    const text = await new Response(exportReport(db.shop, of)).text();
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(/^,storefront,wrong,Maya,closed,2026-03-02T10:00:00.000Z,/);
    expect(await db.neighbour.transact((tx) => reportRows(tx, of, null, 100))).toHaveLength(1);
  });

  it("goes on where a page ended, and reads an index", async () => {
    const first = await db.shop.transact((tx) => reportRows(tx, of, null, 2));
    const last = first.at(-1);
    const after = last ? { at: last.createdAt, id: last.id } : null;
    const rest = await db.shop.transact((tx) => reportRows(tx, of, after, 100));
    expect([...first, ...rest].map(({ id }) => id)).toEqual(["a", "c", "d", "e", "b", "c2"]);
    const { sql, values } = reportSql(db.shop.id, of, after, 2);
    const plan = await db.shop.transact(async (tx) => {
      await tx.db.$executeRawUnsafe("set local enable_seqscan = off");
      const numbered = sql.replace(
        /\?/g,
        (() => {
          let n = 0;
          return () => `$${++n}`;
        })(),
      );
      return tx.db.$queryRawUnsafe(`explain ${numbered}`, ...values);
    });
    expect(JSON.stringify(plan)).toContain("conversation_shopId_createdAt_idx");
    expect(JSON.stringify(plan)).not.toContain("Seq Scan");
  });
});
