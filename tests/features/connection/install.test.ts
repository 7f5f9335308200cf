import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase, shopOf } from "#tests/setup/database";
import { runDue, waitingJobs } from "#tests/setup/queue";
import { taskList } from "~/doors/job.server";
import { installShop } from "~/features/connection/install-shop.server";
import { uninstallShop } from "~/features/connection/uninstall-shop.server";
import type { Shop } from "~/platform/database/shop.server";
import { isInstalled, noteInstalled } from "~/platform/database/shops.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { defineTask } from "~/platform/queue/task.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";

let db: FreshDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await freshDatabase();
  shop = shopOf("new-shop.myshopify.com");
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.owner.query("delete from shop where id = $1", [shop.id]);
  await db.owner.query("delete from graphile_worker._private_jobs");
});

const signIn = (of: Shop, id = `offline_${of.id}`) => {
  const session = new Session({ id, shop: of.id, state: "", isOnline: false, accessToken: "shpat_canary" });
  session.scope = "";
  return sessionStorage.storeSession(session);
};
const sessions = async (of: Shop) =>
  (await db.owner.query("select id from session where shop = $1", [of.id])).rows.length;
const HOUR = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);

describe("installing", () => {
  it("asks once for the profile and the orders, however often it is noted", async () => {
    await Promise.all(Array.from({ length: 5 }, () => installShop(shop)));
    await installShop(shop);
    expect(await isInstalled(shop.id)).toBe(true);
    expect((await waitingJobs(db)).map((job) => job.task).sort()).toEqual([
      "begin-backfill",
      "refresh-profile",
      "sweep-orders",
    ]);
  });

  it("is noted only together with what it starts", async () => {
    await db.owner.query("alter function enqueue rename to enqueue_away");
    await expect(installShop(shop)).rejects.toThrow();
    await db.owner.query("alter function enqueue_away rename to enqueue");
    expect(await isInstalled(shop.id)).toBe(false);
    await installShop(shop);
    expect(await waitingJobs(db)).toHaveLength(3);
  });

  it("starts afresh after a removal", async () => {
    await installShop(shop);
    await uninstallShop(shop, new Date(Date.now() + 1_000));
    await db.owner.query("delete from graphile_worker._private_jobs");
    await installShop(shop);
    expect(await isInstalled(shop.id)).toBe(true);
    expect(await waitingJobs(db)).toHaveLength(3);
  });
});

describe("removing", () => {
  it("forgets every token of the shop, and of no other", async () => {
    await installShop(shop);
    await signIn(shop);
    await signIn(shop, `${shop.id}_42`);
    await signIn(db.neighbour);
    await uninstallShop(shop, new Date(Date.now() + 1_000));
    expect(await isInstalled(shop.id)).toBe(false);
    expect([await sessions(shop), await sessions(db.neighbour)]).toEqual([0, 1]);
  });

  it("forgets them also when the first try was cut off in the middle", async () => {
    await noteInstalled(shop.id, ago(HOUR));
    await signIn(shop);
    await db.owner.query(`update shop set "uninstalledAt" = now() where id = $1`, [shop.id]); // as far as it came
    await uninstallShop(shop, new Date());
    expect(await sessions(shop)).toBe(0);
  });

  it("that comes late, after the shop installed again, changes nothing", async () => {
    await noteInstalled(shop.id, ago(HOUR));
    await signIn(shop);
    await uninstallShop(shop, ago(2 * HOUR));
    expect(await isInstalled(shop.id)).toBe(true);
    expect(await sessions(shop)).toBe(1);
  });

  it("between a fact and its job drops the job, and not the jobs of others", async () => {
    const ran: string[] = [];
    const run = async (of: Shop) => void ran.push(of.id);
    const list = taskList([
      defineTask({ name: "try-one", schema: z.object({}), run }),
      defineTask({ name: "try-two", schema: z.object({}), run, evenUninstalled: true }),
    ]);
    await noteInstalled(shop.id, ago(HOUR));
    for (const of of [shop, db.neighbour])
      for (const task of ["try-one", "try-two"]) await of.transact((tx) => enqueue(tx, task, {}));
    await uninstallShop(shop, new Date());
    await runDue(db, list, 1);
    expect(ran.sort()).toEqual([db.neighbour.id, db.neighbour.id, shop.id].sort());
    expect(await waitingJobs(db)).toEqual([]);
  });
});
