import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shopifyId } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import {
  anOrderPayload,
  type Door,
  type OrderPayload,
  openDoor,
  SHOP_NUMBER,
} from "#tests/factories/webhook";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { waitingJobs } from "#tests/setup/queue";
import { type Reader, readWebhooks } from "~/features/connection/read-webhooks.server";
import { retryDelivery } from "~/features/connection/retry-delivery.server";
import { MOST_TRIES } from "~/features/connection/rules";
import { webhookReaders } from "~/jobs/webhook-readers";
import type { Shop } from "~/platform/database/shop.server";
import { noteInstalled, noteUninstalled } from "~/platform/database/shops.server";

let db: FreshDatabase;
let door: Door;

beforeAll(async () => {
  db = await freshDatabase();
  door = await openDoor();
  await known(db.shop);
  await known(db.neighbour, { shopifyId: "77", name: "Neighbour" });
});
afterAll(async () => {
  await door.close();
  await db.close();
});
beforeEach(async () => {
  for (const table of ["webhook_delivery", "notification", "fact", "orders", "customer"])
    await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
});

const read = (shop: Shop = db.shop, readers: ReadonlyMap<string, Reader> = webhookReaders) =>
  readWebhooks(shop, readers);
const deliveries = async () =>
  (
    await db.owner.query<{
      id: string;
      shopId: string;
      topic: string;
      state: string;
      reason: string;
      attempts: number;
    }>(`select "shopId", id, topic, state, reason, attempts from webhook_delivery order by "receivedAt"`)
  ).rows;
const orders = async () =>
  (await db.owner.query(`select "shopId", id, name, note, "updatedAt" from orders order by "shopId", id`))
    .rows;
const facts = async () =>
  (await db.owner.query<{ kind: string }>(`select kind from fact where "shopId" = $1`, [SHOP])).rows.map(
    (row) => row.kind,
  );
const post = (given: OrderPayload, over: Parameters<Door["post"]>[0] = {}) =>
  door.post({ body: anOrderPayload(given), ...over });
/** Makes what waits for its next try due. */
const later = () =>
  db.owner.query(`update webhook_delivery set "nextTryAt" = now() where "nextTryAt" is not null`);

describe("what comes in is read once", () => {
  it("an order webhook becomes an order and its fact, for its own shop alone", async () => {
    const id = shopifyId();
    await post({ id });
    await post({ id, shopNumber: "77" }, { shop: NEIGHBOUR });
    await read();
    expect(await orders()).toMatchObject([{ shopId: SHOP, id }]);
    await read(db.neighbour);
    expect((await orders()).map((row) => row.shopId)).toEqual([SHOP, NEIGHBOUR].sort());
    expect((await deliveries()).map((row) => row.state)).toEqual(["done", "done"]);
  });

  it("copies under fresh event ids, late and reordered states change nothing", async () => {
    const id = shopifyId();
    const state = (minute: number, note: string) => ({
      id,
      note,
      updatedAt: new Date(Date.now() - 600_000 + minute * 60_000),
    });
    const states = [state(1, "one"), state(2, "two"), state(3, "three")];
    for (const at of [1, 2, 0, 2, 1, 0, 2]) {
      await post(states[at] ?? {}, { eventId: randomUUID(), topic: at ? "orders/updated" : "orders/create" });
      await read();
    }
    expect(await orders()).toMatchObject([{ id, note: "three" }]);
    expect(await facts()).toEqual(["order.placed"]);
  });

  it("two readers at once read each delivery once", async () => {
    const ids = Array.from({ length: 40 }, () => shopifyId());
    await Promise.all(ids.map((id) => post({ id })));
    await Promise.all([read(), read(), read()]);
    await read();
    expect((await orders()).map((row) => row.id)).toEqual(ids);
    expect(await facts()).toHaveLength(40);
    expect(new Set((await deliveries()).map((row) => row.state))).toEqual(new Set(["done"]));
  });

  it("an unknown topic is kept and counted", async () => {
    await door.post({ topic: "carts/update", body: "{}" });
    await read();
    expect(await deliveries()).toMatchObject([{ topic: "carts/update", state: "unknown", reason: null }]);
  });
});

describe("what cannot be read is parked, alone and with its reason", () => {
  it.each([
    ["truncated JSON", '{"id": 1, "name": "#10', "The body is not JSON"],
    ["bytes that are no text", Buffer.from([0xff, 0x00, 0x80]), "The body is not JSON"],
    [
      "a NUL",
      JSON.stringify(anOrderPayload({ note: "a\u0000b" })),
      "A text in the body holds a NUL character",
    ],
    [
      "an order without a number",
      JSON.stringify({ ...anOrderPayload(), id: null }),
      /Not what this topic looks like: id/,
    ],
    ["an amount that is none", JSON.stringify(anOrderPayload({ total: "ten pounds" })), /./],
  ])("%s", async (_what, body, reason) => {
    const good = [shopifyId(), shopifyId()];
    await post({ id: good[0] ?? "" });
    expect(await door.post({ body })).toBe(200);
    await post({ id: good[1] ?? "" });
    await read();
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      await later();
      await read();
    }
    expect((await orders()).map((row) => row.id)).toEqual(good);
    const bad = (await deliveries()).filter((row) => row.state !== "done");
    expect(bad).toMatchObject([{ state: "parked", reason: expect.stringMatching(reason) }]);
    expect(bad[0]?.reason).not.toContain("Ada");
  });

  it("an order of another shop under this shop's header is parked at once, and no data crosses", async () => {
    await post({ shopNumber: "77" });
    await read();
    expect(await orders()).toEqual([]);
    expect(await deliveries()).toMatchObject([
      { state: "parked", reason: "The order belongs to another shop" },
    ]);
  });

  it("half a surrogate pair is kept as a replacement sign, everywhere", async () => {
    const body = JSON.stringify(anOrderPayload({ note: "NOTE", firstName: "NAME" }))
      .replace("NOTE", "a\\ud83d b \\ud83d\\ude00")
      .replaceAll("NAME", "\\udc00da");
    await door.post({ body });
    await read();
    expect(await orders()).toMatchObject([{ note: "a\ufffd b \u{1f600}" }]);
  });
});

describe("what fails is tried again", () => {
  /** A reader that fails for the body "bad", until it is mended. */
  const broken = () => {
    const it = { mended: false };
    const reader: Reader = {
      async read(_tx, body) {
        if ((body as { name: string }).name === "bad" && !it.mended) throw new Error("Ada's secret");
      },
    };
    return { it, readers: new Map([["orders/create", reader]]) };
  };

  it("alone, while those beside it are done; its reader wakes when it is due, not before", async () => {
    const { readers } = broken();
    for (const name of ["a", "bad", "b"]) await door.post({ body: { name } });
    await read(db.shop, readers);
    expect((await deliveries()).map((row) => [row.state, row.attempts])).toEqual([
      ["done", 0],
      ["received", 1],
      ["done", 0],
    ]);
    const { rows } = await db.owner.query(
      `select d."nextTryAt" <= j.run_at as ready, j.run_at > now() as later from webhook_delivery d, graphile_worker._private_jobs j
       where d.state = 'received' and j.key like '%:2000'`,
    );
    expect(rows).toEqual([{ ready: true, later: true }]);
  });

  it("parked after the last try with a reason that says nothing of it, and read when staff ask", async () => {
    const { it: bug, readers } = broken();
    await door.post({ body: { name: "bad" } });
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await read(db.shop, readers);
      await later();
    }
    const [parked] = await deliveries();
    expect(parked).toMatchObject({ state: "parked", attempts: MOST_TRIES });
    expect(parked?.reason).toBe("It failed inside the app; the log has the place");
    await read(db.shop, readers);
    expect((await deliveries())[0]?.state).toBe("parked");

    expect(await retryDelivery(db.neighbour, parked?.id ?? "")).toMatchObject({ ok: false });
    expect(await retryDelivery(db.shop, "absent")).toMatchObject({ refusal: { code: "webhooks.notFound" } });
    expect(await retryDelivery(db.shop, parked?.id ?? "")).toMatchObject({ ok: true });
    expect((await waitingJobs(db)).map((job) => job.task)).toContain("read-webhooks");
    await read(db.shop, readers); // its tries begin anew
    expect((await deliveries())[0]).toMatchObject({ state: "received", attempts: 1 });
    bug.mended = true;
    await later();
    await read(db.shop, readers);
    expect((await deliveries())[0]).toMatchObject({ state: "done", reason: null });
  });
});

describe("a shop in a rush", () => {
  it("reads a batch a run and goes to the end of the queue", async () => {
    await Promise.all(
      Array.from({ length: 110 }, () =>
        door.post({ topic: "carts/update", body: "{}", eventId: randomUUID() }),
      ),
    );
    await door.post({ topic: "carts/update", body: "{}", shop: NEIGHBOUR });
    await db.owner.query("delete from graphile_worker._private_jobs where key like $1", [`%${SHOP}`]);
    await read();
    expect((await deliveries()).filter((row) => row.state === "unknown")).toHaveLength(100);
    const keys = await db.owner.query<{ key: string }>(
      "select key from graphile_worker._private_jobs order by priority, run_at, id",
    );
    expect(keys.rows.map((row) => row.key)).toEqual([`read-webhooks:${NEIGHBOUR}`, `read-webhooks:${SHOP}`]);
    for (let i = 0; i < 2; i++) await read();
    expect((await deliveries()).filter((row) => row.shopId === SHOP && row.state === "received")).toEqual([]);
  });
});

/** What the topics about a shop itself say of it. */
const ofShop = (domain: string) => ({
  shop_id: Number(SHOP_NUMBER),
  shop_domain: domain,
  myshopify_domain: domain,
  customer: { id: 1 },
  orders_requested: [],
  orders_to_redact: [],
  data_request: { id: 9 },
});

it.each([
  "app/uninstalled",
  "customers/data_request",
  "customers/redact",
  "shop/redact",
])("%s of another shop under this shop's header is parked, and does nothing", async (topic) => {
  await door.post({ topic, body: ofShop(NEIGHBOUR) });
  await read();
  expect(await deliveries()).toMatchObject([
    { state: "parked", reason: expect.stringMatching(/another shop/) },
  ]);
  expect((await waitingJobs(db)).filter((job) => job.task !== "read-webhooks")).toEqual([]);
});

describe("a shop that is gone", () => {
  beforeEach(() => noteUninstalled(db.shop.id, new Date()));
  const back = () => noteInstalled(db.shop.id, new Date("2020-01-01"));

  it("gets no data back from webhooks that were on their way", async () => {
    await post({});
    await read();
    expect(await orders()).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: "done", reason: "The shop had removed the app" }]);
    await back();
  });

  it("is still heard about its removal and its people's privacy", async () => {
    const topics = ["app/uninstalled", "customers/data_request", "customers/redact", "shop/redact"];
    for (const topic of topics) await door.post({ topic, body: ofShop(SHOP) });
    await read();
    expect((await deliveries()).map((row) => row.state)).toEqual(["done", "done", "done", "done"]);
    const jobs = (await waitingJobs(db)).map((job) => job.task);
    expect(jobs.filter((task) => task !== "read-webhooks").sort()).toEqual([
      ...Array(3).fill("privacy-request"),
      "uninstall-shop",
    ]);
    await back();
  });

  it("the same of a shop nobody ever heard of", async () => {
    const { shopOf } = await import("#tests/setup/database");
    const stranger = shopOf("stranger.myshopify.com");
    for (const topic of ["app/uninstalled", "shop/redact", "orders/create"])
      await door.post({
        topic,
        body: topic === "orders/create" ? anOrderPayload() : ofShop(stranger.id),
        shop: stranger.id,
      });
    await read(stranger);
    expect((await deliveries()).map((row) => row.state)).toEqual(["done", "done", "done"]);
    expect(await orders()).toEqual([]);
    await back();
  });
});
