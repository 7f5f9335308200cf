import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAddress, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { lookUpOrder } from "~/features/orders/look-up-order.server";
import { lookupsPage } from "~/features/orders/look-up-queries.server";
import { lookUpSchema } from "~/features/orders/schema";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

let visitors = 0;
const lookUp = (shop: Shop, order: string, contact: string, visitor = `visitor-${++visitors}`) =>
  lookUpOrder(shop, lookUpSchema.parse({ order, contact }), visitor);

describe("looking up an order", () => {
  it.each([
    ["#2001", "ada.rowntree@example.com"],
    ["2001", " ADA.Rowntree@Example.com "],
    [" # 2001", "yo17hh"],
    ["＃２００１", "YO1 7HH"],
    ["\u200e#٢٠٠١", "yo1-7hh"],
  ])("finds %j with %j", async (order, contact) => {
    const id = `1${order.length}${contact.length}${order.codePointAt(0)}`;
    await db.owner.query('delete from orders where "nameKey" = $1', ["2001"]);
    await mirrored(db.shop, anOrder({ id, name: "#2001", customer: null }));
    expect(await lookUp(db.shop, order, contact)).toEqual({ ok: true, value: { orderId: id } });
  });

  it("gives one answer for whatever does not match", async () => {
    const order = await mirrored(db.shop, anOrder({ name: "#2002" }));
    await mirrored(db.neighbour, { ...order, name: "#9002" });
    const answers = [
      await lookUp(db.shop, "#2002", "somebody.else@example.com"),
      await lookUp(db.shop, "#2002", "YO1 7HJ"),
      await lookUp(db.shop, "#2999", "ada.rowntree@example.com"),
      await lookUp(db.neighbour, "#2002", "ada.rowntree@example.com"),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "orders.notFound" } });
  });

  it("does not match an order that has neither address nor postcode", async () => {
    await mirrored(
      db.shop,
      anOrder({ name: "#2003", email: null, shippingAddress: null, billingAddress: null, customer: null }),
    );
    for (const contact of ["-", "no such order", "null"])
      expect((await lookUp(db.shop, "#2003", contact)).ok).toBe(false);
  });

  it("tells apart two orders of one name by their address", async () => {
    const first = anOrder({ name: "#2004", email: "first@example.com" });
    const second = anOrder({
      name: "#2004",
      email: "second@example.com",
      shippingAddress: anAddress({ zip: "LS1 4DY" }),
    });
    await mirrored(db.shop, first);
    await mirrored(db.shop, second);
    expect(await lookUp(db.shop, "2004", "first@example.com")).toMatchObject({
      value: { orderId: first.id },
    });
    expect(await lookUp(db.shop, "2004", "LS14DY")).toMatchObject({ value: { orderId: second.id } });
  });

  it("does not find what was erased", async () => {
    const order = await mirrored(db.shop, anOrder({ name: "#2005" }));
    await db.owner.query('update orders set "redactedAt" = now() where id = $1', [order.id]);
    expect((await lookUp(db.shop, "2005", "ada.rowntree@example.com")).ok).toBe(false);
  });
});

describe("limits", () => {
  it("refuses a visitor's 11th look-up in ten minutes, right or wrong, and not the neighbour's", async () => {
    await mirrored(db.shop, anOrder({ name: "#2101" }));
    for (let at = 0; at < 10; at++) await lookUp(db.shop, `#nothing-${at}`, "x@example.com", "greedy");
    const tooMany = { ok: false, refusal: { code: "limits.tooMany" } };
    expect(await lookUp(db.shop, "#2101", "ada.rowntree@example.com", "greedy")).toEqual(tooMany);
    expect((await lookUp(db.shop, "#2101", "ada.rowntree@example.com", "other")).ok).toBe(true);
    await mirrored(db.neighbour, anOrder({ name: "#2101" }));
    expect((await lookUp(db.neighbour, "#2101", "ada.rowntree@example.com", "greedy")).ok).toBe(true);
  });

  it("refuses the 11th look-up of one order, whoever asks and however they write it", async () => {
    for (let at = 0; at < 10; at++) await lookUp(db.shop, at % 2 ? "#2102" : " 2102 ", "x@example.com");
    expect(await lookUp(db.shop, "#2102", "x@example.com")).toMatchObject({
      refusal: { code: "limits.tooMany" },
    });
  });

  it("counts every one of 30 at once: ten get through", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => lookUp(db.shop, `#at-once-${at}`, "x@example.com", "at once")),
    );
    const limited = answers.filter((one) => !one.ok && one.refusal.code === "limits.tooMany");
    expect(limited).toHaveLength(20);
  });

  it("starts anew when the ten minutes are over", async () => {
    for (let at = 0; at < 11; at++) await lookUp(db.shop, `#later-${at}`, "x@example.com", "patient");
    await db.owner.query(`update rate_limit set "windowStart" = "windowStart" - interval '10 minutes'`);
    expect(await lookUp(db.shop, "#later", "x@example.com", "patient")).toMatchObject({
      refusal: { code: "orders.notFound" },
    });
  });
});

describe("the merchant's log", () => {
  it("holds who (a digest), what was typed as the order and the outcome, never an address", async () => {
    const order = await mirrored(db.shop, anOrder({ name: "#2201" }));
    await lookUp(db.shop, "#2201", "ada.rowntree@example.com", "logged");
    await lookUp(db.shop, "ada.rowntree@example.com", "YO1 7HH", "logged");
    await lookUp(db.shop, `${"9".repeat(39)}🧶🧶`, "YO1 7HH", "logged");
    const { rows } = await db.shop.transact((tx) => lookupsPage(tx));
    const mine = rows.filter(({ visitor }) => visitor === "logged");
    expect(mine.map(({ typed, outcome, orderId }) => ({ typed, outcome, orderId }))).toEqual([
      { typed: `${"9".repeat(39)}🧶`, outcome: "notFound", orderId: null },
      { typed: "…@…", outcome: "notFound", orderId: null },
      { typed: "#2201", outcome: "found", orderId: order.id },
    ]);
    const all = await db.owner.query("select lookup::text as row from lookup");
    expect(JSON.stringify(all.rows)).not.toContain("example.com");
    const { rows: next } = await db.neighbour.transact((tx) => lookupsPage(tx));
    expect(next.some(({ visitor }) => visitor === "logged")).toBe(false);
  });

  it("notes a refused visitor once a window", async () => {
    for (let at = 0; at < 15; at++) await lookUp(db.shop, `#noisy-${at}`, "x@example.com", "noisy");
    const noted = await db.owner.query(
      "select outcome from lookup where visitor = 'noisy' and outcome = 'limited'",
    );
    expect(noted.rows).toHaveLength(1);
  });

  it("pages through both ways without gaps", async () => {
    for (let at = 0; at < 120; at++) await lookUp(db.neighbour, `#page-${at}`, "x@example.com");
    const page = (asked: { after?: string; before?: string } = {}) =>
      db.neighbour.transact((tx) => lookupsPage(tx, asked));
    const first = await page();
    const second = await page({ after: first.next ?? "" });
    const back = await page({ before: second.previous ?? "" });
    expect(first.rows).toHaveLength(50);
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(100);
  });
});

it("takes as long for a wrong address as for an order that is not there (SAFETY 34)", async () => {
  await mirrored(db.shop, anOrder({ name: "#2301" }));
  const took = { wrong: [] as number[], absent: [] as number[] };
  const time = async (order: string) => {
    const startedAt = performance.now();
    await lookUp(db.shop, order, "somebody.else@example.com");
    return performance.now() - startedAt;
  };
  // Limits count by order, so their counts are taken back now and then; that is not timed.
  for (let at = 0; at < 1_000; at++) {
    if (at % 9 === 0) await db.owner.query("delete from rate_limit");
    const pair = [
      ["wrong", "#2301"],
      ["absent", "#2302"],
    ] as const;
    for (const [kind, order] of at % 2 ? pair : pair.toReversed()) took[kind].push(await time(order));
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  expect(Math.abs(median(took.wrong) - median(took.absent))).toBeLessThan(2);
}, 120_000);
