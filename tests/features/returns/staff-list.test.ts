import prismaClient from "@prisma/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manyReturns } from "#tests/factories/many-returns";
import { aDeliveredOrder, aLine, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import {
  countViews,
  type ListAsked,
  pageSql,
  type ReturnRow,
  returnsPage,
} from "~/features/returns/staff-list-queries.server";
import { RETURN_VIEWS, readFilter } from "~/features/returns/views";

/** A shop of 100,000 returns, beside a neighbour with the same ids: every page of the list reads an index. */

const RETURNS = 100_000;
let db: FreshDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  const lines = [aLine({ id: "501", title: "Linen tea towel", sku: "TOWEL-MOSS", productId: "777001" })];
  const order = aDeliveredOrder({ id: "1", name: "#0", customer: null, lines });
  await mirrored(db.shop, order);
  await mirrored(db.neighbour, order);
  await manyReturns(db.owner, db.shop.id, RETURNS);
  await manyReturns(db.owner, db.neighbour.id, 500);
}, 180_000);
afterAll(() => db.close());

const asked = (params: Record<string, string> = {}, more: Partial<ListAsked> = {}): ListAsked => ({
  filter: readFilter(params),
  query: "",
  timeZone: "Europe/London",
  decimals: 2,
  ...more,
});
const page = (params: Record<string, string> = {}, more: Partial<ListAsked> = {}) =>
  db.shop.transact((tx) => returnsPage(tx, asked(params, more)));

describe("what a view shows", () => {
  it("work comes oldest first, and only in its states", async () => {
    const { rows } = await page({ view: "decide" });
    expect(rows.every((row) => row.state === "requested")).toBe(true);
    const times = rows.map((row) => row.requestedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("overdue: open returns promised for a past day or the next two, the longest missed first", async () => {
    const { rows } = await page({ view: "overdue" });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(["requested", "approved", "labelled", "received"]).toContain(row.state);
      expect(row.refundBy?.getTime()).toBeLessThanOrEqual(Date.now() + 2 * 86_400_000);
    }
    const due = rows.map((row) => row.refundBy?.getTime() ?? 0);
    expect(due).toEqual([...due].sort((a, b) => a - b));
  });

  it.each([
    ["inspect", false],
    ["pay", true],
  ])("%s: received, by whether somebody looked inside", async (view, inspected) => {
    const { rows } = await page({ view });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.state === "received" && row.inspected === inspected)).toBe(true);
  });

  it("stuck: what has a problem", async () => {
    const { rows } = await page({ view: "stuck" });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.stuck)).toBe(true);
  });

  it("counts each view no further than needed", async () => {
    const counts = await db.shop.transact(countViews);
    expect(counts).toMatchObject({ decide: 1_001, coming: 1_001, all: null });
    expect(counts.stuck).toBeLessThanOrEqual(1_001);
  });
});

describe("filters", () => {
  it("narrow by what the lines say", async () => {
    const { rows } = await page({ view: "all", outcome: "credit", reason: "too-big" });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.outcomes.includes("credit"))).toBe(true);
  });

  it("value is what was paid for the things, in whole units of the shop's currency", async () => {
    const dear = await page({ view: "all", min: "14", max: "15" });
    expect(dear.rows.length).toBeGreaterThan(0);
    expect(dear.rows.every((row) => row.value.amount >= 1_400n && row.value.amount <= 1_500n)).toBe(true);
    expect((await page({ view: "all", min: "1000" })).rows).toEqual([]);
  });

  it("days are the shop's: one return at 00:30 in London on a summer's day", async () => {
    const at = "2026-07-09T23:30:00Z";
    await db.owner.query(
      `update "return" set "requestedAt" = $2 where "shopId" = $1 and id = (select id from "return" where "shopId" = $1 and state = 'declined' limit 1)`,
      [db.shop.id, at],
    );
    const on = async (day: string) =>
      (await page({ view: "all", state: "declined", from: day, to: day })).rows.filter(
        (row) => row.requestedAt.toISOString() === new Date(at).toISOString(),
      ).length;
    expect([await on("2026-07-09"), await on("2026-07-10"), await on("2026-07-11")]).toEqual([0, 1, 0]);
  });

  it("country, gift, method, product by id, SKU and title", async () => {
    expect((await page({ view: "all", country: "gb" })).rows.length).toBeGreaterThan(0);
    expect((await page({ view: "all", country: "FR" })).rows).toEqual([]);
    expect((await page({ view: "all", gift: "yes" })).rows.every((row) => row.gift)).toBe(true);
    for (const product of ["777001", "towel-m", "LINEN tea"])
      expect((await page({ view: "all", product })).rows.length).toBeGreaterThan(0);
    for (const product of ["777009", "owel", "%%", "plate"])
      expect((await page({ view: "all", product })).rows).toEqual([]);
  });

  it("a state outside the view is nothing, not everything", async () => {
    expect((await page({ view: "decide", state: "closed" })).rows).toEqual([]);
  });

  it("nonsense is left out", () => {
    expect(readFilter({ view: "drop", reason: "x'", min: "-1", from: "2026-13-45", sort: "up" })).toEqual({
      view: "decide",
    });
  });

  it("old addresses still lead somewhere", () => {
    expect(readFilter({ state: "received" }).view).toBe("inspect");
    expect(readFilter({ state: "review" }).view).toBe("decide");
  });
});

describe("turning pages", () => {
  it.each([
    { view: "coming" },
    { view: "all", sort: "oldest", reason: "style" },
    { view: "all", sort: "value", state: "approved" },
    { view: "overdue" },
  ])("%o: forth and back, each return once", async (params) => {
    const seen: ReturnRow[] = [];
    let [after, last] = [undefined as string | undefined, null as string | null];
    for (let turn = 0; turn < 4; turn++) {
      const turned = await page(params as Record<string, string>, { after });
      seen.push(...turned.rows);
      last = turned.previous;
      after = turned.next ?? undefined;
      if (!after) break;
    }
    expect(new Set(seen.map((row) => row.id)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(50);
    const back = await page(params as Record<string, string>, { before: last ?? undefined });
    expect(back.rows.map((row) => row.id)).toEqual(
      seen
        .slice(-100, -50)
        .map((row) => row.id)
        .slice(-back.rows.length),
    );
  });
});

describe("search", () => {
  const found = async (query: string) => (await page({}, { query })).rows.map((row) => row.rma);

  it("finds by number, order, address, tracking number, SKU and title, whatever the view", async () => {
    const { rows } = await db.owner.query(
      `select rma from "return" where "shopId" = $1 and state = 'closed' limit 1`,
      [db.shop.id],
    );
    const rma = rows[0].rma as string;
    expect(await found(rma.slice(4).toLowerCase())).toEqual([rma]);
    expect(await found("#4711")).toHaveLength(11);
    expect(await found(" Shopper99@example.com ")).toHaveLength(3);
    expect(await found("tn 00000000017 gb")).toHaveLength(1);
    expect((await found("towel-moss-1")).length).toBe(50);
    expect((await found("linen")).length).toBe(50);
    for (const nothing of ["li%", "nobody@example.com", "TN00000000017XX", "zzz", "_____"])
      expect(await found(nothing)).toEqual([]);
  });
});

const { sql } = prismaClient.Prisma;
const planOf = async (params: Record<string, string>, more: Partial<ListAsked> = {}) => {
  const rows = await db.shop.transact((tx) =>
    tx.db.$queryRaw<Record<string, string>[]>(sql`explain ${pageSql(tx, asked(params, more))}`),
  );
  return rows.map((row) => Object.values(row)[0]).join("\n");
};

describe("plans", () => {
  const everything: [Record<string, string>, Partial<ListAsked>][] = [
    ...RETURN_VIEWS.map((view): [Record<string, string>, Partial<ListAsked>] => [{ view }, {}]),
    [{ view: "all", reason: "style" }, {}],
    [{ view: "all", outcome: "credit" }, {}],
    [{ view: "all", min: "14" }, {}],
    [{ view: "all", sort: "value" }, {}],
    [{ view: "all", product: "towel" }, {}],
    [{ view: "all", product: "777001" }, {}],
    [{ view: "all", from: "2026-01-01", to: "2026-02-01" }, {}],
    [{ view: "decide", country: "GB", gift: "no" }, {}],
    [{}, { query: "RMA-34679C" }],
    [{}, { query: "shopper99@example.com" }],
    [{}, { query: "towel" }],
  ];
  it.each(everything)("%o %o reads no table from end to end", async (params, more) => {
    expect(await planOf(params, more)).not.toMatch(
      /Seq Scan on (return|return_line|orders|order_line|return_label|label_purchase)\b/,
    );
  });

  it("every view and filter is there within a moment", async () => {
    for (const [params, more] of everything) {
      const from = performance.now();
      await page(params, more);
      expect(performance.now() - from, JSON.stringify([params, more])).toBeLessThan(1_000);
    }
  });
});
