import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { BusinessHours } from "~/features/inbox/business-hours";
import { exportReport } from "~/features/inbox/export-report.server";
import { partsOf, totalsOf, volumeOf } from "~/features/inbox/report";
import { reportRows, reportSql } from "~/features/inbox/report-queries.server";
import { trendsOf } from "~/features/inbox/report-trends";
import { exportRecommendations } from "~/features/inbox/surveys/export-recommendations.server";
import { recommendedRows } from "~/features/inbox/surveys/recommendation-queries.server";
import { recommendationReport } from "~/features/inbox/surveys/recommendation-report";
import { netPromoterScore } from "~/features/inbox/surveys/scores";
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

const customer = (shop: Shop, id: string) =>
  db.owner.query(`insert into customer ("shopId", id, "updatedAt") values ($1, $2, now())`, [shop.id, id]);

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
  // another address of the same account wrote two days later; a machine's answer and a neighbour's are no contact
  await customer(shop, "77");
  await begun(shop, {
    id: "k",
    from: "k@example.com",
    replied: "04T10",
    closed: "04T12",
    answers: 1,
    at: "04T09",
    over: { customerId: "77", effort: 6 },
  });
  await begun(shop, { id: "k2", from: "k.other@example.com", at: "06T13", over: { customerId: "77" } });
  await begun(shop, {
    id: "m",
    from: "m@example.com",
    replied: "04T11",
    closed: "04T13",
    answers: 1,
    at: "04T10",
    over: { effort: 3 },
  });
  await message(shop, "m", "in", "system", "m@example.com", "04T14");
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

/** Asked on a day of March 2026, and what they said. */
async function asked(
  shop: Shop,
  day: string,
  score: number | null,
  over: { orderId?: string; comment?: string } = {},
) {
  const order = over.orderId ?? (await mirrored(shop, anOrder())).id;
  await db.owner.query(
    `insert into recommendation ("shopId", id, "orderId", email, locale, "askedAt", score, comment)
     values ($1, $2, $3, 'x@example.com', 'en', $4, $5, $6)`,
    [shop.id, newId(), order, march(`${day}T10`), score, over.comment ?? null],
  );
}

const rows = () => db.shop.transact((tx) => reportRows(tx, of, null, 100));

describe("a week counted by hand", () => {
  it("adds up", async () => {
    const found = await rows();
    expect(found.map(({ id }) => id)).toEqual(["a", "c", "d", "e", "k", "m", "k2", "b", "c2"]);
    expect(totalsOf(found, hours, now)).toEqual({
      conversations: 9,
      // 1, 1, 1, 2, 5 and 8 hours
      firstReply: { median: 1 * H, p90: 8 * H },
      // 2, 3, 3, 4, 6, 10 hours, and from Monday 10:00 to Saturday the 14th: 7 + 9 × 8
      resolution: { median: 4 * H, p90: 79 * H },
      closed: 7,
      oneTouch: 5,
      rated: 2,
      satisfied: 1,
      effort: { answered: 2, mean: 4.5, easy: 1 },
      // a, b, c, d, k and m; c and k came back
      decided: 6,
      solved: 4,
    });
  });

  it("by person, reason, channel and product", async () => {
    const found = await rows();
    const by = (dimension: Parameters<typeof partsOf>[1]) =>
      partsOf(found, dimension, hours, now).map(({ key, totals }) => [key, totals.conversations]);
    expect(by("channel")).toEqual([
      ["email", 8],
      ["storefront", 1],
    ]);
    expect(by("person")).toEqual([
      [null, 7],
      ["Maya", 2],
    ]);
    expect(by("reason")).toEqual([
      [null, 8],
      ["wrong", 1],
    ]);
    const [nothing, ...products] = by("product");
    expect(nothing).toEqual([null, 8]);
    expect(products.length).toBeGreaterThan(0);
    expect(products.every(([, count]) => count === 1)).toBe(true);
  });

  it("is drawn by day", async () => {
    const { buckets, series } = volumeOf(await rows(), of, "UTC");
    expect(buckets).toHaveLength(7);
    expect(series).toEqual([
      { channel: "storefront", values: [1, 0, 0, 0, 0, 0, 0] },
      { channel: "email", values: [3, 0, 2, 0, 2, 0, 1] },
    ]);
  });

  it("is exported line by line, of this shop only", async () => {
    const text = await new Response(exportReport(db.shop, of)).text();
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(10);
    expect(lines[1]).toMatch(/^,storefront,wrong,Maya,closed,2026-03-02T10:00:00.000Z,/);
    expect(await db.neighbour.transact((tx) => reportRows(tx, of, null, 100))).toHaveLength(1);
  });

  it("goes on where a page ended, and reads an index", async () => {
    const first = await db.shop.transact((tx) => reportRows(tx, of, null, 2));
    const last = first.at(-1);
    const after = last ? { at: last.createdAt, id: last.id } : null;
    const rest = await db.shop.transact((tx) => reportRows(tx, of, after, 100));
    expect([...first, ...rest].map(({ id }) => id)).toEqual(["a", "c", "d", "e", "k", "m", "k2", "b", "c2"]);
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

describe("week by week, and whether buyers recommend the shop", () => {
  beforeAll(async () => {
    // 2 of 4 promote, 1 detracts: 25; the week after, one detracts
    for (const [day, score] of [
      ["02", 10],
      ["03", 9],
      ["04", 7],
      ["05", 6],
      ["05", null],
      ["09", 0],
    ] as const)
      await asked(db.shop, day, score, score === 0 ? { comment: "=1+1" } : {});
    await asked(db.shop, "30", 10);
    await asked(db.neighbour, "03", 0, { orderId });
  });
  const span = { from: "2026-03-02", to: "2026-03-15", timeZone: "UTC" };
  const recommended = (shop: Shop) => shop.transact((tx) => recommendedRows(tx, span, null, 100));

  it("adds up by hand", async () => {
    const { asked: count, all, products } = recommendationReport(await recommended(db.shop));
    expect(count).toBe(6);
    expect(all).toEqual({ promoter: 2, passive: 1, detractor: 2, answered: 5 });
    expect(netPromoterScore(all)).toBe(0);
    expect(products.length).toBeGreaterThan(0);
    expect(products[0]?.recommending.answered).toBe(5);
    expect(recommendationReport(await recommended(db.neighbour)).all).toMatchObject({
      detractor: 1,
      answered: 1,
    });
  });

  it("is told by week, with gaps where nobody said anything", async () => {
    const found = await db.shop.transact((tx) => reportRows(tx, span, null, 100));
    const { weeks, values } = trendsOf(found, await recommended(db.shop), span, hours);
    expect(weeks).toEqual(["2026-03-02", "2026-03-09"]);
    expect(values).toEqual({
      // of 1, 1, 1, 2, 5 and 8 hours
      firstReply: [1 * H, null],
      satisfied: [50, null],
      effort: [4.5, null],
      // (2 - 1) of 4, then one who detracts
      recommending: [25, -100],
    });
  });

  it("is exported, no comment a formula, page after page", async () => {
    const lines = (await new Response(exportRecommendations(db.shop, span)).text()).trim().split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(/,10,promoter,/);
    expect(lines.at(-1)).toMatch(/,0,detractor,"'=1\+1",/);
    const [first] = await db.shop.transact((tx) => recommendedRows(tx, span, null, 1));
    const rest = await db.shop.transact((tx) =>
      recommendedRows(tx, span, first ? { at: first.askedAt, id: first.id } : null, 100),
    );
    expect(rest).toHaveLength(5);
  });
});
