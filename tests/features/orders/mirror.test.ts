import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLine, anOrder, aParcel, both, shopifyId } from "#tests/factories/order";
import { anOrderPayload } from "#tests/factories/webhook";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mirrorOrder } from "~/features/orders/mirror-order.server";
import { orderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { readOrderWebhook } from "~/platform/shopify/read-order-webhook";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const take = (shop: Shop, order: ShopifyOrder) => shop.transact((tx) => mirrorOrder(tx, order));
const detail = (shop: Shop, id: string) => shop.transact((tx) => orderDetail(tx, id));
const facts = async (shop: Shop, orderId: string) =>
  (
    await db.owner.query<{ key: string }>(
      `select key from fact where "shopId" = $1 and "orderId" = $2 order by key`,
      [shop.id, orderId],
    )
  ).rows.map((row) => row.key);
const waitingFacts = async () =>
  (await db.owner.query<{ n: number }>("select count(*)::int as n from fact")).rows[0]?.n ?? 0;

/** The life of an order with two parcels, state by state, each a second newer; the fifth state is cancelled or not. */
function life(id: string, cancelled: boolean): ShopifyOrder[] {
  const lines = [aLine({ id: `${id}1` }), aLine({ id: `${id}2` })];
  const parcel = (n: 1 | 2, displayStatus: string) => {
    const line = lines[n - 1] as (typeof lines)[number];
    return aParcel([line], {
      id: `${id}7${n}`,
      displayStatus,
      lines: [{ id: `${id}8${n}`, orderLineId: line.id, quantity: 2 }],
    });
  };
  const parcels = [
    [],
    [parcel(1, "label_printed")],
    [parcel(1, "in_transit"), parcel(2, "fulfilled")],
    [parcel(1, "delivered"), parcel(2, "in_transit")],
    [parcel(1, "delivered"), parcel(2, "delivered")],
  ];
  return parcels.map((fulfilments, at) =>
    anOrder({
      id,
      lines,
      name: "#7",
      note: `state ${at}`,
      updatedAt: new Date(Date.UTC(2026, 10, 2, 9, 0, at)),
      cancelledAt: cancelled && at === 4 ? new Date("2026-11-02T09:00:04Z") : null,
      customer: null,
      full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments },
    }),
  );
}

/** Webhooks tell less than the Admin API. */
const asWebhook = (order: ShopifyOrder): ShopifyOrder => ({ ...order, full: null });

describe("states in any order, any number of times", () => {
  it("end in the newest, with each thing that happened noted once, at this shop alone", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.record({ at: fc.nat(4), webhook: fc.boolean() }), { maxLength: 7 }),
        fc.nat(7),
        async (cancelled, steps, whenNewest) => {
          const id = shopifyId();
          const states = life(id, cancelled);
          // The newest state is told somewhere; the Admin API tells it, as the sweep would.
          const told = steps.map(({ at, webhook }) => {
            const state = states[at] as ShopifyOrder;
            return webhook ? asWebhook(state) : state;
          });
          told.splice(whenNewest, 0, states[4] as ShopifyOrder);
          for (const order of told) await take(db.shop, order);

          const order = await detail(db.shop, id);
          expect(order).toMatchObject({ note: "state 4", cancelledAt: cancelled ? expect.any(Date) : null });
          expect(order?.parcels.map((parcel) => parcel.state)).toEqual(["delivered", "delivered"]);
          expect(order?.parcels.flatMap((parcel) => parcel.lines)).toHaveLength(2);
          expect(await facts(db.shop, id)).toEqual([
            ...(cancelled ? [`order.cancelled:${id}`] : []),
            ...[1, 2].map((n) => `order.delivered:${id}:${id}7${n}`),
            `order.placed:${id}`,
            ...[1, 2].map((n) => `order.shipped:${id}:${id}7${n}`),
          ]);
          expect(await detail(db.neighbour, id)).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  it("told all at once by racing workers: the same", async () => {
    for (let round = 0; round < 4; round++) {
      const id = shopifyId();
      const states = life(id, true);
      const told = [...states, ...states.map(asWebhook), ...states].sort(() => Math.random() - 0.5);
      await Promise.all(told.map((order) => take(db.shop, order)));
      expect(await detail(db.shop, id)).toMatchObject({ note: "state 4" });
      expect(await facts(db.shop, id)).toHaveLength(6);
    }
  }, 60_000);

  it("two workers with the first word of an order: one row, one fact, at each of two shops", async () => {
    const order = asWebhook(anOrder());
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, at) => take(at % 2 ? db.shop : db.neighbour, order)),
    );
    expect(outcomes.filter((outcome) => outcome === "new")).toHaveLength(2);
    expect(await facts(db.shop, order.id)).toEqual([`order.placed:${order.id}`]);
    expect(await facts(db.neighbour, order.id)).toEqual([`order.placed:${order.id}`]);
  });

  it("a copy records nothing and leaves no job", async () => {
    const order = anOrder();
    await take(db.shop, order);
    const before = await waitingFacts();
    for (let i = 0; i < 3; i++) await take(db.shop, asWebhook(order));
    expect(await waitingFacts()).toBe(before);
  });

  it("another word of the same second is told apart from an older one", async () => {
    const order = asWebhook(anOrder());
    expect(await take(db.shop, order)).toBe("new");
    expect(await take(db.shop, { ...order, note: "edited within the second" })).toBe("same");
    expect(await take(db.shop, { ...order, updatedAt: new Date(order.updatedAt.getTime() - 1_000) })).toBe(
      "older",
    );
    expect(await take(db.shop, { ...order, updatedAt: new Date(order.updatedAt.getTime() + 1_000) })).toBe(
      "changed",
    );
  });
});

describe("orders of every kind", () => {
  const read = (given: Parameters<typeof anOrderPayload>[0]) =>
    readOrderWebhook(JSON.parse(JSON.stringify(anOrderPayload(given)))).order;
  const kept = async (order: ShopifyOrder) => {
    await take(db.shop, order);
    return detail(db.shop, order.id);
  };

  it.each([
    ["JPY", "4700", 4_700n],
    ["JPY", "4700.00", 4_700n],
    ["KWD", "12.345", 12_345n],
    ["KWD", "12.34", 12_340n],
    ["GBP", "0.00", 0n],
    ["USD", "999999999.99", 99_999_999_999n],
  ])("%s %s is kept in minor units", async (currency, total, amount) => {
    const order = await kept(read({ currency, total }));
    expect(order?.total).toEqual({ amount, currency });
    expect(order?.lines[0]?.price).toEqual({ amount, currency });
  });

  it("the shopper's currency and the shop's are kept apart", async () => {
    const over = { currency: "GBP", presentment_currency: "JPY" };
    const total_price_set = {
      shop_money: { amount: "24.10", currency_code: "GBP" },
      presentment_money: { amount: "4700", currency_code: "JPY" },
    };
    const order = await kept(read({ over: { ...over, total_price_set } }));
    expect(order).toMatchObject({
      total: { amount: 4_700n, currency: "JPY" },
      totalShop: { amount: 2_410n, currency: "GBP" },
    });
  });

  it("without e-mail, customer, addresses, lines and shipping", async () => {
    const over = {
      customer: null,
      shipping_address: null,
      shipping_lines: [],
      line_items: [],
      order_status_url: null,
    };
    expect(await kept(read({ email: null, over }))).toMatchObject({
      email: null,
      lines: [],
      shippingAddress: null,
    });
  });

  it("a test order", async () => {
    const order = read({ over: { test: true } });
    await take(db.shop, order);
    const { rows } = await db.owner.query("select test from orders where id = $1", [order.id]);
    expect(rows).toEqual([{ test: true }]);
  });

  it("500 lines, new and changed", async () => {
    const order = read({ lines: 500 });
    expect((await kept(order))?.lines).toHaveLength(500);
    const changed = { ...order, updatedAt: new Date(order.updatedAt.getTime() + 5_000) };
    changed.lines = order.lines.map((line) => ({ ...line, currentQuantity: 0 }));
    expect((await kept(changed))?.lines.every((line) => line.currentQuantity === 0)).toBe(true);
  }, 60_000);

  it.each(NAUGHTY())("the text %j comes back as it was", async (text) => {
    const order = await kept(
      read({ note: text, title: text || "x", firstName: text, name: text.slice(0, 60) || "#1" }),
    );
    expect(order?.note ?? "").toBe(text);
    expect(order?.lines[0]?.title).toBe(text || "x");
    expect(order?.customerName).toBe(text ? `${text} Rowntree` : "Rowntree");
  });
});

/** Texts that have broken shops before, of several scripts and kinds. */
function NAUGHTY(): string[] {
  return [
    "",
    " ",
    "null",
    "undefined",
    "NaN",
    "__proto__",
    "constructor",
    "0x1F",
    "1e309",
    "'; DROP TABLE orders; --",
    "\\'; select pg_sleep(9); --",
    "%s%n %d {{ 7*7 }} <%= 7*7 %>",
    '<img src=x onerror="alert(1)">',
    "</script><script>alert(1)</script>",
    "{% include 'x' %}",
    "line one\r\nline two\ttab",
    "\u2028\u2029",
    "\u0001\u0007\u001b[31mred",
    "שרה כהן-לוי",
    "محمّد بن عبد الله",
    "\u202eesrever\u202c \u2066x\u2069",
    "渋谷区神南一丁目",
    "नमस्ते क्षत्रिय",
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇮🇱",
    "Z\u0338\u0321a\u0335l\u0334g\u0336o",
    "e\u0301 ﬁ ẞ İ ı",
    "\ufeff\u200b\u2060",
    "\ufffe\uffff\u{10ffff}",
    "a".repeat(255),
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "-",
    "'\"`",
  ];
}

it("money paid is what the order says, whatever order its states come in", async () => {
  const order = anOrder({ paid: 0n, financialStatus: "pending" });
  const paid = {
    ...order,
    paid: 5_095n,
    updatedAt: new Date(order.updatedAt.getTime() + 1_000),
    total: both(5_095),
  };
  for (const state of [paid, order, paid]) await take(db.shop, state);
  const { rows } = await db.owner.query(`select paid::text, "paidOut"::text from ledger where id = $1`, [
    order.id,
  ]);
  expect(rows).toEqual([{ paid: "5095", paidOut: "0" }]);
});
