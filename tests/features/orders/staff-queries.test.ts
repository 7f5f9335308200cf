import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { ORDERS_PER_PAGE, ordersPage } from "~/features/orders/staff-queries.server";

let db: FreshDatabase;
const START = Date.parse("2026-11-01T00:00:00Z");

beforeAll(async () => {
  db = await freshDatabase();
  for (let at = 0; at < 60; at++) {
    const order = anOrder({
      id: String(700_000 + at),
      name: `#${1000 + at}`,
      email: at % 20 === 0 ? "Noa@Example.com" : `p${at}@example.com`,
      customer: at === 59 ? null : aCustomer({ id: String(800_000 + at) }),
      // three orders share each moment, so that a page boundary falls inside one
      placedAt: new Date(START + Math.floor(at / 3) * 60_000),
    });
    await mirrored(db.shop, order);
    await mirrored(db.neighbour, { ...order, name: `#N${at}` });
  }
});
afterAll(() => db.close());

const page = (asked: Parameters<typeof ordersPage>[1]) => db.shop.transact((tx) => ordersPage(tx, asked));

describe("the staff's list of orders", () => {
  test("walks to the end and back without losing or repeating one", async () => {
    const seen: string[] = [];
    let last = await page({});
    for (;;) {
      seen.push(...last.rows.map((row) => row.name));
      if (!last.next) break;
      last = await page({ after: last.next });
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(seen[0]).toBe("#1059");
    expect(last.previous).not.toBeNull();
    const back = await page({ before: last.previous ?? "" });
    expect(back.rows.map((row) => row.name)).toEqual(seen.slice(ORDERS_PER_PAGE, 2 * ORDERS_PER_PAGE));
    const first = await page({ before: back.previous ?? "" });
    expect(first.rows.map((row) => row.name)).toEqual(seen.slice(0, ORDERS_PER_PAGE));
    expect(first.previous).toBeNull();
  });

  test("finds an order by the beginning of its number, with or without the sign", async () => {
    expect((await page({ query: "#1042" })).rows.map((row) => row.name)).toEqual(["#1042"]);
    expect((await page({ query: "105" })).rows).toHaveLength(10);
  });

  test("finds orders by e-mail address, whatever its case", async () => {
    expect((await page({ query: " noa@example.com" })).rows.map((row) => row.name)).toEqual([
      "#1040",
      "#1020",
      "#1000",
    ]);
  });

  test("never shows the neighbour's", async () => {
    expect((await page({ query: "N1" })).rows).toEqual([]);
  });

  test.each([
    "'%&\\|!():*",
    "a".repeat(254),
    "%",
    "_",
    "\u{1F600}",
    "@",
    "'; drop table orders; --",
  ])("survives the search %j", async (query) => {
    const from = performance.now();
    expect((await page({ query })).rows).toEqual([]);
    expect(performance.now() - from).toBeLessThan(500);
  });

  test.each([
    "nonsense",
    "9999999999999999_x",
    "-1_x",
    "0_",
  ])("takes a broken cursor for none: %j", async (after) => {
    await expect(page({ after })).resolves.toBeDefined();
  });
});
