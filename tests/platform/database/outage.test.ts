import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase, SHOP, shopOf } from "#tests/setup/database";
import { openProxy, type TcpProxy } from "#tests/setup/tcp-proxy";
import { alone, unlessBusy } from "~/platform/database/alone.server";
import { type Database, openDatabase } from "~/platform/database/database.server";
import type { Shop } from "~/platform/database/shop.server";

let proxy: TcpProxy;
let open: Database;
let shop: Shop;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  const url = new URL(clone.url);
  proxy = await openProxy(Number(url.port));
  url.port = String(proxy.port);
  open = await openDatabase(url.toString());
  shop = shopOf(SHOP);
});
afterAll(async () => {
  proxy.mend();
  await open.close();
  await proxy.close();
  await drop();
});

const count = () => shop.transact((tx) => tx.db.fact.count());
const borrowed = () => [open.pool, open.locks].map((pool) => pool.totalCount - pool.idleCount);
const moment = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));

/** Work of every kind that is under way when the line breaks; it fails, and that is all. */
const underWay = () =>
  Promise.allSettled([
    ...Array.from({ length: 8 }, () => shop.transact((tx) => tx.db.$queryRaw`select pg_sleep(3)::text`)),
    ...Array.from({ length: 8 }, () =>
      shop.transact(async (tx) => {
        await tx.db.fact.count();
        await moment(600); // the line breaks while the transaction thinks
        await tx.db.fact.count();
      }),
    ),
    ...Array.from({ length: 4 }, () =>
      shop.transact(async (tx) => {
        await tx.db.fact.count();
        await moment(600); // nothing is left but to commit
      }),
    ),
    alone("one", () => moment(600)),
    unlessBusy(["two"], () => moment(600)),
  ]);

describe("when the line to Postgres breaks under work", () => {
  it.each(["cut", "hold"] as const)("%s: no connection is lost to the pool, and all goes on", async (how) => {
    for (let round = 0; round < 2; round++) {
      const working = underWay();
      await moment(300);
      proxy[how]();
      await moment(700);
      proxy.mend();
      await working;
      expect(await Promise.all(Array.from({ length: 20 }, count))).toEqual(Array(20).fill(0));
    }
    await expect.poll(borrowed, { timeout: 5_000 }).toEqual([0, 0]);
  }, 60_000);
});
