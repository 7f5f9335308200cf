import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyReturns } from "#tests/factories/many-returns";
import { aDeliveredOrder, aLine, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { exportReturns } from "~/features/returns/export-returns.server";
import { bucketOf, bucketsOf, spanOf } from "~/features/returns/insight";
import {
  type InsightAsked,
  insightTotals,
  reasonsOverTime,
  reasonTotals,
  repeatReturners,
  thingsMostReturned,
} from "~/features/returns/insight-queries.server";

describe("the time that is looked at", () => {
  const now = new Date("2026-11-22T23:30:00Z");
  it.each([
    [{}, "Europe/London", { from: "2026-08-25", to: "2026-11-22" }],
    [{}, "Asia/Tokyo", { from: "2026-08-26", to: "2026-11-23" }],
    [{ from: "2026-11-05", to: "2026-11-01" }, "UTC", { from: "2026-11-01", to: "2026-11-05" }],
    [{ from: "1999-01-01", to: "2026-11-01" }, "UTC", { from: "2024-11-01", to: "2026-11-01" }],
  ])("%j in %s", (asked, zone, span) => expect(spanOf(asked, now, zone)).toEqual(span));

  it("is cut into days, weeks from Monday, or months, without gaps", () => {
    expect(bucketOf({ from: "2026-11-01", to: "2026-11-30" })).toBe("day");
    expect(bucketsOf({ from: "2026-10-01", to: "2026-11-22" })).toEqual([
      ...["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"],
      ...["2026-11-02", "2026-11-09", "2026-11-16"],
    ]);
    expect(bucketsOf({ from: "2025-12-31", to: "2026-11-01" })).toHaveLength(12);
  });
});

const COUNT = 100_000;

describe("a shop of 100,000 returns", () => {
  let db: FreshDatabase;
  let all: InsightAsked;
  beforeAll(async () => {
    db = await freshDatabase();
    const order = aDeliveredOrder({ id: "1", name: "#0", lines: [aLine({ id: "501" })] });
    for (const shop of [db.shop, db.neighbour]) await mirrored(shop, order);
    await manyReturns(db.owner, db.shop.id, COUNT);
    await manyReturns(db.owner, db.neighbour.id, 50);
    const span = spanOf({ from: "2024-01-01" }, new Date(), "Europe/London");
    all = {
      span: { ...span, from: "2025-01-01" },
      product: null,
      timeZone: "Europe/London",
      currency: "GBP",
    };
  }, 180_000);
  afterAll(() => db.close());

  it("adds up to the same, however it is cut", async () => {
    const [totals, reasons, overTime, things] = await db.shop.transact(
      async (tx) =>
        [
          await insightTotals(tx, all),
          await reasonTotals(tx, all),
          await reasonsOverTime(tx, all),
          await thingsMostReturned(tx, all),
        ] as const,
    );
    const { rows } = await db.owner.query(
      `select count(distinct "returnId")::int as returns, sum(quantity)::int as things, sum("valueShop")::text as value from return_line where "shopId" = $1`,
      [db.shop.id],
    );
    expect(totals).toMatchObject({ returns: rows[0].returns, things: rows[0].things });
    expect(totals.value).toEqual({ amount: BigInt(rows[0].value), currency: "GBP" });
    const sum = (of: readonly { things: number }[]) => of.reduce((all, one) => all + one.things, 0);
    expect(sum(reasons)).toBe(totals.things);
    expect(sum(overTime)).toBe(totals.things);
    expect(sum(things)).toBe(totals.things);
    expect(things[0]?.reasons.reduce((all, one) => all + one.things, 0)).toBe(things[0]?.things);
    const buckets = new Set<string>(bucketsOf(all.span));
    expect(overTime.every((one) => buckets.has(one.bucket))).toBe(true);
  });

  it("narrows to a product and shows its variants", async () => {
    const product = "777001";
    const [totals, things] = await db.shop.transact(
      async (tx) =>
        [
          await insightTotals(tx, { ...all, product }),
          await thingsMostReturned(tx, { ...all, product }),
        ] as const,
    );
    expect(totals.things).toBeGreaterThan(0);
    expect(things.reduce((sum, one) => sum + one.things, 0)).toBe(totals.things);
  });

  it("names who returns often, and nobody of the neighbour's", async () => {
    const often = await db.shop.transact((tx) => repeatReturners(tx, all));
    expect(often).toEqual([expect.objectContaining({ name: "Ada Rowntree", returns: COUNT })]);
  });

  it("is there in a moment, over ninety days and over the whole past", async () => {
    const time = async (of: InsightAsked) => {
      const from = performance.now();
      await db.shop.transact(async (tx) => {
        for (const ask of [insightTotals, reasonsOverTime, reasonTotals, thingsMostReturned, repeatReturners])
          await ask(tx, of);
      });
      return performance.now() - from;
    };
    const ninety = spanOf({}, new Date(), "Europe/London");
    const [whole, recent] = [await time(all), await time({ ...all, span: ninety })];
    if (process.env.SAY) console.log({ whole, recent });
    expect(whole).toBeLessThan(6_000);
    expect(recent).toBeLessThan(2_500);
  });

  it("exports every line once, read as it is written", async () => {
    const text = await new Response(exportReturns(db.shop, { ...all, product: "777002" })).text();
    const lines = text.trimEnd().split("\r\n");
    const numbers = lines.slice(1).map((line) => line.split(",")[0]);
    const { rows } = await db.owner.query(
      `select count(*)::int as count from return_line where "shopId" = $1 and "productId" = '777002'`,
      [db.shop.id],
    );
    expect(numbers).toHaveLength(rows[0].count);
    expect(new Set(numbers).size).toBe(rows[0].count);
    expect(lines[0]).toContain("return,order,asked_at,state");
    expect(lines[1]).toContain("Stoneware mug");
  });
});
