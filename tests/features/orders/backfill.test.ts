import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { runAll } from "#tests/setup/queue";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { ask } from "#tests/store/actions/ask";
import { ship } from "#tests/store/actions/parcels";
import { placeOrder } from "#tests/store/actions/place-order";
import { type Store, startStore } from "#tests/store/index";
import { installShop } from "~/features/connection/install-shop.server";
import { beginBackfill } from "~/features/orders/begin-backfill.server";
import { backfillProgress } from "~/features/orders/staff-queries.server";
import { numberOf } from "~/values/ids";

let db: FreshDatabase;
let store: Store;
let restore: () => void;
/** every address that was asked, to see which way was gone */
let asked: string[];
/** lets a result break off after so many bytes */
let cut: number | null;
/** Shopify runs five bulk queries at once, and no sixth */
let full: boolean;

beforeAll(async () => {
  db = await freshDatabase();
  store = await startStore({ random: () => 0.99, planPointsPerSecond: 2_000 });
  restore = leadShopifyTo(store.url);
  const led = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    asked.push(address);
    if (full && String(init?.body).includes("bulkOperationRunQuery")) return Response.json(LIMIT_REACHED);
    const answer = await led(input, init);
    if (cut === null || !address.includes("/bulk/")) return answer;
    const text = (await answer.text()).slice(0, cut);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        controller.error(new Error("the line broke"));
      },
    });
    return new Response(broken, { status: 200 });
  };
  await signInOffline(SHOP);
  await known(db.shop);
  for (let at = 0; at < 30; at++) await placeOrder(store, { shopper: "guest", cart: "single" });
});
afterAll(async () => {
  restore();
  await store.stop();
  await db.close();
});
beforeEach(async () => {
  store.faults.clear();
  asked = [];
  cut = null;
  full = false;
  for (const table of [
    "backfill",
    "sweep",
    "notification",
    "fact",
    "orders",
    "graphile_worker._private_jobs",
  ])
    await db.owner.query(`delete from ${table}`);
});

/** As Shopify answers it (userErrors of bulkOperationRunQuery). */
const LIMIT_REACHED = {
  data: {
    bulkOperationRunQuery: {
      bulkOperation: null,
      userErrors: [{ code: "LIMIT_REACHED", field: ["query"], message: "Too many bulk operations run" }],
    },
  },
};

const begin = (days?: number) => db.shop.transact((tx) => beginBackfill(tx, days));
const count = async (sql: string) => Number((await db.owner.query<{ n: string }>(sql)).rows[0]?.n);
const orders = () => count("select count(*) as n from orders");
const progress = () => db.shop.transact(backfillProgress);

describe("the orders from before the installation", () => {
  it("are read in bulk, then completed, and nobody is told of them", async () => {
    const shipped = await placeOrder(store, { shopper: "guest", cart: "single" });
    await ship(store, { order: shipped.name });
    await begin();
    await runAll(db);
    expect(asked.some((address) => address.includes("/bulk/"))).toBe(true);
    expect(await progress()).toMatchObject({ state: "done", way: "bulk", taken: 31, total: 31 });
    expect(await orders()).toBe(31);
    expect(await count(`select count(*) as n from orders where "completedAt" is null`)).toBe(0);
    expect(await count("select count(*) as n from notification where state <> 'dropped'")).toBe(0);
    expect(await count("select count(*) as n from fulfilment")).toBe(1);
    expect(await db.neighbour.transact((tx) => tx.db.order.count())).toBe(0);

    // what happens from now on is news again
    await db.owner.query("delete from notification");
    const { rows } = await db.owner.query<{ backfilled: boolean }>(
      "select backfilled from orders where id = $1",
      [numberOf(shipped.id)],
    );
    expect(rows[0]?.backfilled).toBe(true);
  }, 60_000);

  it("are read page by page where Shopify runs no bulk queries", async () => {
    full = true;
    await begin();
    await runAll(db);
    expect(await progress()).toMatchObject({ state: "done", way: "pages", taken: await placed() });
    expect(await orders()).toBe(await placed());
  }, 60_000);

  it("broken off, go on where they stopped; none is read twice", async () => {
    cut = 40_000;
    await begin();
    await runAll(db, undefined, 6).catch(() => undefined);
    cut = null;
    await runAll(db);
    expect(await progress()).toMatchObject({ state: "done", taken: await placed() });
    expect(await orders()).toBe(await placed());
  }, 60_000);

  it("a second wish for no more than is being read changes nothing", async () => {
    await begin(60);
    const first = await progress();
    await begin(30);
    expect(await progress()).toEqual(first);
    await begin(365);
    expect((await progress())?.since.getTime()).toBeLessThan(first?.since.getTime() ?? 0);
  });

  it("an installation begins with them", async () => {
    await db.owner.query("delete from shop where id = $1", [SHOP]);
    await installShop(db.shop);
    await runAll(db);
    expect(await progress()).toMatchObject({ state: "done" });
    expect(await orders()).toBe(await placed());
  }, 60_000);
});

const placed = async (): Promise<number> => {
  const { ordersCount } = await ask<{ ordersCount: { count: number } }>(
    store,
    SHOP,
    "{ ordersCount { count } }",
  );
  return ordersCount.count;
};
