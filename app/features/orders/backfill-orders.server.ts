import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { bulkState } from "~/platform/shopify/bulk.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { fetchPlacedOrders, ordersInBulk, startOrdersInBulk } from "~/platform/shopify/orders.server";
import { askForOrder } from "./ask-for-order.server";
import * as store from "./backfill-store.server";
import { completeLater } from "./complete-orders.server";
import { addNewOrders } from "./new-orders-store.server";
import { refreshOrder } from "./refresh-order.server";
import { staleAmong } from "./store.server";

export const BACKFILL_TASK = "backfill-orders";
/** How long one run goes on before it lets other shops' work pass. */
const RUN_MS = 20_000;
/** Orders written in one transaction: as many as are lost, and read again, when a process is killed. */
const AT_ONCE = 100;
/** Shopify also tells when its bulk query is ready (bulk_operations/finish); this is for when it does not arrive. */
const ASK_AGAIN_MS = 20_000;

/**
 * Reads the orders from before the installation, so that shoppers find them and the delay model can learn.
 * Shopify's bulk query is the fast way; where it is not to be had, they are read page by page. Each run takes
 * up where the last one stopped, whatever stopped it. Nobody is told of what happened before.
 */
export async function backfillOrders(shop: Shop): Promise<void> {
  const now = await shop.transact(store.load);
  if (!now || now.state === "done") throw new NeverMind("There is nothing to read");
  if (now.state === "starting") await start(shop, now);
  else if (now.state === "waiting") await look(shop, now);
  else if (now.way === "bulk") await readBulk(shop, now);
  else await readPages(shop, now);
}

/** Has the rest read in another run. */
const goOn = (shop: Shop, delayMs = 0) =>
  shop.transact((tx) =>
    enqueue(tx, BACKFILL_TASK, {}, { key: `${BACKFILL_TASK}:${shop.id}`, delayMs, priority: PRIORITY.sweep }),
  );

async function start(shop: Shop, { since }: store.Backfill): Promise<void> {
  const bulkId = await startOrdersInBulk(shop.id, since);
  await shop.transact((tx) =>
    store.save(tx, bulkId ? { state: "waiting", bulkId } : { state: "reading", way: "pages" }),
  );
  await goOn(shop, bulkId ? 2_000 : 0);
}

async function look(shop: Shop, { bulkId }: store.Backfill): Promise<void> {
  const bulk = await bulkState(shop.id, bulkId ?? "");
  const next = {
    running: { total: 0 },
    ready: { state: "reading" },
    failed: { state: "reading", way: "pages" },
  };
  const total = bulk.kind === "failed" ? null : bulk.found;
  await shop.transact((tx) => store.save(tx, { ...next[bulk.kind], total }));
  await goOn(shop, bulk.kind === "running" ? ASK_AGAIN_MS : 0);
}

async function readBulk(shop: Shop, { bulkId, taken }: store.Backfill): Promise<void> {
  const bulk = await bulkState(shop.id, bulkId ?? "");
  if (bulk.kind !== "ready") {
    // its result was kept for seven days
    await shop.transact((tx) => store.save(tx, { way: "pages", taken: 0 }));
    return goOn(shop);
  }
  const until = Date.now() + RUN_MS;
  let seen = 0;
  let batch: ShopifyOrder[] = [];
  for await (const order of bulk.url ? ordersInBulk(bulk.url) : []) {
    seen++;
    if (seen <= taken) continue;
    batch.push(order);
    if (batch.length < AT_ONCE) continue;
    await take(shop, batch, seen);
    batch = [];
    if (Date.now() > until) return goOn(shop);
  }
  await take(shop, batch, seen);
  await finish(shop);
}

const take = (shop: Shop, orders: ShopifyOrder[], taken: number) =>
  shop.transact(async (tx) => {
    await addNewOrders(tx, orders, { backfill: true });
    await store.save(tx, { taken });
    // what a bulk query leaves out is read order by order, the newest first
    await completeLater(tx);
  });

async function readPages(shop: Shop, { since, cursor, taken }: store.Backfill): Promise<void> {
  const until = Date.now() + RUN_MS;
  for (let after = cursor, read = taken; ; ) {
    const page = await fetchPlacedOrders(shop.id, since, after);
    const missing = await shop.transact((tx) => staleAmong(tx, page.orders));
    for (const id of missing) await readOne(shop, id);
    read += page.orders.length;
    await shop.transact((tx) => store.save(tx, { cursor: page.next, taken: read }));
    if (!page.next) break;
    after = page.next;
    if (Date.now() > until) return goOn(shop);
  }
  await finish(shop);
}

/** One order that cannot be mirrored must not keep the rest from being read: it gets a job of its own. */
async function readOne(shop: Shop, orderId: string): Promise<void> {
  try {
    await refreshOrder(shop, orderId, "sweep", { backfill: true });
  } catch (error) {
    if (error instanceof TryAgain || error instanceof NeedsMerchant || error instanceof NeverMind)
      throw error;
    log.error({ error, orderId }, "an order of the past could not be read");
    await shop.transact((tx) => askForOrder(tx, orderId));
  }
}

const finish = (shop: Shop) =>
  shop.transact(async (tx) => {
    const now = await store.load(tx);
    if (!now) throw new TryAgain("The reading was begun anew");
    await store.save(tx, { state: "done", total: now.taken, finishedAt: tx.now });
  });
