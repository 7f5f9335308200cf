import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { runDue, waitingJobs } from "#tests/setup/queue";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { placeOrder } from "#tests/store/actions/place-order";
import { type Store, startStore } from "#tests/store/index";
import { completeOrders } from "~/features/orders/complete-orders.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { sweepOrders } from "~/features/orders/sweep-orders.server";
import { TryAgain } from "~/platform/queue/failures";
import { numberOf } from "~/values/ids";

let db: FreshDatabase;
let store: Store;
let restore: () => void;

beforeAll(async () => {
  db = await freshDatabase();
  store = await startStore({ random: () => 0.99, planPointsPerSecond: 2_000 });
  restore = leadShopifyTo(store.url);
  await signInOffline(SHOP);
  await known(db.shop);
});
afterAll(async () => {
  restore();
  await store.stop();
  await db.close();
});
beforeEach(async () => {
  store.faults.clear();
  for (const table of ["sweep", "notification", "fact", "orders", "graphile_worker._private_jobs"])
    await db.owner.query(`delete from ${table}`);
});

const place = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at++)
    ids.push(numberOf((await placeOrder(store, { shopper: "guest", cart: "single" })).id));
  return ids;
};
const mirrored = async () =>
  (await db.owner.query<{ id: string }>(`select id from orders where "shopId" = $1`, [SHOP])).rows.map(
    (row) => row.id,
  );
const sweeps = async () =>
  (await db.owner.query(`select seen, recovered from sweep where "shopId" = $1 order by "startedAt"`, [SHOP]))
    .rows;
const forget = (id: string) => db.owner.query("delete from orders where id = $1", [id]);

describe("the sweep", () => {
  it("finds all that webhooks never told, and counts what it recovered", async () => {
    const told = await place(30);
    await sweepOrders(db.shop); // the first one reads the past: nothing was missed yet
    expect((await sweeps()).at(-1)).toMatchObject({ recovered: 0 });
    const [lost = "", alsoLost = ""] = [told[7], told[21]];
    await forget(lost);
    await forget(alsoLost);
    const later = await place(10);
    for (const id of later.slice(0, 9)) await refreshOrder(db.shop, id, "staff");
    await sweepOrders(db.shop);
    expect((await mirrored()).sort()).toEqual(expect.arrayContaining([...told, ...later].sort()));
    expect((await sweeps()).at(-1)).toMatchObject({ recovered: 3 }); // two within the overlap, one after
    await sweepOrders(db.shop);
    expect((await sweeps()).at(-1)).toMatchObject({ recovered: 0 });
    expect(await db.neighbour.transact((tx) => tx.db.order.count())).toBe(0);
  }, 60_000);

  it("cut off by a busy Shopify, it begins again where the last full one ended", async () => {
    await sweepOrders(db.shop);
    const missed = await place(3);
    store.faults.failNext("error", 20);
    await expect(sweepOrders(db.shop)).rejects.toThrow(TryAgain);
    expect(await sweeps()).toHaveLength(1);
    store.faults.clear();
    await sweepOrders(db.shop);
    expect(await mirrored()).toEqual(expect.arrayContaining(missed));
    expect((await sweeps()).at(-1)).toMatchObject({ recovered: expect.any(Number) });
  }, 60_000);

  it("one order that cannot be mirrored keeps no other from being found, and gets tries of its own", async () => {
    await sweepOrders(db.shop);
    const [bad = "", good = ""] = await place(2);
    await db.owner.query(`alter table orders add constraint one_is_bad check (id <> '${bad}')`);
    await sweepOrders(db.shop);
    expect(await mirrored()).toContain(good);
    expect((await waitingJobs(db)).filter((job) => job.task === "refresh-order")).toMatchObject([
      { payload: { orderId: bad, shopId: SHOP } },
    ]);
    await db.owner.query("alter table orders drop constraint one_is_bad");
    await runDue(db, {
      "refresh-order": async () => refreshOrder(db.shop, bad, "staff").then(() => undefined),
    });
    expect(await mirrored()).toContain(bad);
  });
});

describe("orders from before the installation", () => {
  it("are mirrored with their facts, and nobody is told", async () => {
    const ids = await place(3);
    await db.owner.query(`update shop set "installedAt" = now() + interval '1 minute' where id = $1`, [SHOP]);
    await sweepOrders(db.shop);
    await runDue(db);
    const { rows } = await db.owner.query(
      `select state, reason, count(*)::int as n from notification where "orderId" = any($1) group by 1, 2`,
      [ids],
    );
    expect(rows).toEqual([{ state: "dropped", reason: "beforeInstall", n: 3 }]);
    await db.owner.query(`update shop set "installedAt" = '2020-01-01' where id = $1`, [SHOP]);
  });
});

describe("completing what webhooks told", () => {
  const incomplete = async () =>
    (await db.owner.query<{ id: string }>(`select id from orders where "completedAt" is null`)).rows.map(
      (row) => row.id,
    );

  it("goes on beside an order that cannot be read", async () => {
    const ids = await place(4);
    for (const id of ids) await refreshOrder(db.shop, id, "staff");
    await db.owner.query(`update orders set "completedAt" = null`);
    const bad = ids.at(-1) ?? ""; // the newest, which is read first
    await db.owner.query("update orders set note = 'as it was' where id = $1", [bad]);
    await db.owner.query(
      `alter table orders add constraint one_is_bad check (id <> '${bad}' or note is not distinct from 'as it was')`,
    );
    await completeOrders(db.shop);
    await db.owner.query("alter table orders drop constraint one_is_bad");
    expect(await incomplete()).toEqual([]);
    expect((await waitingJobs(db)).filter((job) => job.task === "refresh-order")).toMatchObject([
      { payload: { orderId: bad, shopId: SHOP } },
    ]);
  });

  it("is put off while Shopify is busy, and loses nothing", async () => {
    const ids = await place(2);
    for (const id of ids) await refreshOrder(db.shop, id, "staff");
    await db.owner.query(`update orders set "completedAt" = null`);
    store.faults.failNext("throttled", 8);
    await completeOrders(db.shop);
    expect((await waitingJobs(db)).map((job) => job.task)).toContain("complete-orders");
    store.faults.clear();
    await completeOrders(db.shop);
    expect(await incomplete()).toEqual([]);
  }, 60_000);
});
