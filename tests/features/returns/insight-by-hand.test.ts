import { afterAll, beforeAll, expect, it } from "vitest";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import {
  type InsightAsked,
  insightTotals,
  reasonsOverTime,
  reasonTotals,
  repeatReturners,
  thingsMostReturned,
} from "~/features/returns/insight-queries.server";

/** A few returns whose sums a person works out on paper. Days are Tokyo's, nine hours ahead. */

const SPAN: InsightAsked = {
  span: { from: "2026-04-01", to: "2026-04-10" } as InsightAsked["span"],
  product: null,
  timeZone: "Asia/Tokyo",
  currency: "GBP",
};

type Past = {
  at: string;
  state: string;
  reason: string;
  outcome: string;
  things: number;
  value: number;
  product: string;
  variant: string;
};
const shirt = { product: "1", variant: "11", reason: "too-small", outcome: "refund", state: "closed" };
const PAST: Past[] = [
  { ...shirt, at: "2026-03-31T15:30:00Z", things: 2, value: 2_000 }, // half past midnight on 1 April
  { ...shirt, at: "2026-04-02T03:00:00Z", things: 1, value: 1_000, variant: "12", outcome: "exchange" },
  {
    ...shirt,
    at: "2026-04-02T04:00:00Z",
    things: 1,
    value: 500,
    product: "2",
    variant: "21",
    reason: "style",
    state: "declined",
  },
  { ...shirt, at: "2026-04-03T04:00:00Z", things: 5, value: 9_000, state: "cancelled" }, // never happened
  { ...shirt, at: "2026-03-31T14:30:00Z", things: 7, value: 7_000 }, // still 31 March
];

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  for (const past of PAST) await made(db.shop, past);
  await made(db.neighbour, { ...shirt, at: "2026-04-02T03:00:00Z", things: 9, value: 9_999 });
  await plainly(
    `update orders o set "placedAt" = '2026-03-20', "totalShop" = total,
       "customerId" = (select min("customerId") from orders first where first."shopId" = o."shopId")`,
    [],
  );
});
afterAll(() => db.close());

async function made(shop: FreshDatabase["shop"], past: Past): Promise<void> {
  const other = shop === db.shop ? db.neighbour : db.shop;
  const order = await aReturnableOrderIn(shop, other);
  const id = await aReturn(shop, order);
  await plainly(
    `update "return" set "requestedAt" = $3, state = $4, "valueShop" = $5 where "shopId" = $1 and id = $2`,
    [shop.id, id, past.at, past.state, past.value],
  );
  await plainly(
    `update return_line set quantity = $3, reason = $4, outcome = $5, "valueShop" = $6, "productId" = $7, "variantId" = $8
     where "shopId" = $1 and "returnId" = $2`,
    [shop.id, id, past.things, past.reason, past.outcome, past.value, past.product, past.variant],
  );
}

/** Writes as it says: what triggers would add is given. */
async function plainly(statement: string, values: unknown[]): Promise<void> {
  const client = await db.owner.connect();
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await client.query(statement, values);
  await client.query("commit");
  client.release();
}

const ask = <T>(query: (tx: never, of: InsightAsked) => Promise<T>, product: string | null = null) =>
  db.shop.transact((tx) => query(tx as never, { ...SPAN, product }));
const gbp = (amount: bigint) => ({ amount, currency: "GBP" });

it("totals: what was taken back never happened, what was declined was still asked for", async () => {
  expect(await ask(insightTotals)).toMatchObject({
    ...{ returns: 3, declined: 1, things: 4, value: gbp(3_500n) },
    outcomes: [
      { outcome: "refund", things: 2 },
      { outcome: "exchange", things: 1 },
    ],
  });
});

it("reasons, over time and altogether", async () => {
  const byDay = (await ask(reasonsOverTime)).map(
    ({ bucket, reason, things }) => `${bucket} ${reason} ${things}`,
  );
  expect(byDay.sort()).toEqual(["2026-04-01 too-small 2", "2026-04-02 style 1", "2026-04-02 too-small 1"]);
  expect(await ask(reasonTotals)).toEqual([
    { reason: "too-small", things: 3, value: gbp(3_000n) },
    { reason: "style", things: 1, value: gbp(500n) },
  ]);
});

it("products, and the variants of one", async () => {
  const short = (of: { id: string | null; things: number }[]) => of.map(({ id, things }) => [id, things]);
  expect(short(await ask(thingsMostReturned))).toEqual([
    ["1", 3],
    ["2", 1],
  ]);
  expect(short(await ask(thingsMostReturned, "1"))).toEqual([
    ["11", 2],
    ["12", 1],
  ]);
  expect(await ask(reasonTotals, "2")).toEqual([{ reason: "style", things: 1, value: gbp(500n) }]);
});

it("who returns often: three in these days, of six orders so far", async () => {
  expect(await ask(repeatReturners)).toEqual([
    expect.objectContaining({ returns: 3, orders: 6, value: gbp(3_500n) }),
  ]);
});
