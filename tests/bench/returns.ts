import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startProcess, untilReady } from "#tests/demo/processes";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { signedProxyQuery } from "#tests/store/proxy/signature";
import { orderDetails } from "~/features/orders/queries.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { openDatabase } from "~/platform/database/database.server";
import { mintShop } from "~/platform/database/shop.server";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId, readShopId } from "~/values/ids";
import { type House, SHOP } from "./house";
import { type Measure, measure, median, now, percentile, say } from "./measure";
import type { Asked, PageRequest } from "./pages-part";
import { startPart } from "./part";
import { SECRET } from "./surroundings";

const RETURNS = 120;
const WARM = 10;
/** shoppers at the very same moment, on a machine that also runs Postgres, the store and this */
const AT_ONCE = 2;

/**
 * A return asked for through the app proxy, confirmed in one post: from the post to the answer that leads to its
 * page, Shopify asked (by the store on this machine) what may come back and what it makes of the amounts. And how
 * long until the last of them is a return at Shopify, with one worker.
 */
export async function returnMeasures(house: House): Promise<Measure[]> {
  say("Returns: starting the store, a web process and a worker");
  const part = await startPart("store-part.ts");
  const origin = await part.ask<string>("url");
  const env = { ...house.env, AFTERCARE_STORE_ORIGIN: origin };
  const port = await freePort();
  const web = startProcess("web", { ...env, PORT: String(port) }, `${house.env.DATA_FOLDER}/logs`);
  await untilReady(`http://127.0.0.1:${port}/readyz`, web);
  const requests = await prepare(house, origin, await part.ask<string[]>("delivered", RETURNS + WARM));
  const pages = await startPart("pages-part.ts");
  const ask = async (some: PageRequest[]) => {
    const asked = await pages.ask<Asked>("ask", { port, requests: some, atOnce: AT_ONCE });
    if (asked.statuses[303] !== some.length)
      throw new Error(`Not every return was made: ${JSON.stringify(asked.statuses)}`);
    return asked.latencies;
  };
  await ask(requests.slice(0, WARM));
  const worker = await house.startWorker({ AFTERCARE_STORE_ORIGIN: origin });
  say(`Returns: ${RETURNS} requests`);
  const before = now();
  const latencies = await ask(requests.slice(WARM));
  const told = await untilTold(house, RETURNS + WARM);
  const visible = told === null ? Number.NaN : told - before;
  await Promise.all([web.stop(), worker.stop(), pages.stop(), part.stop()]);
  return [
    measure("return request p50, end to end", median(latencies), "ms"),
    measure("return request p95, end to end", percentile(latencies, 0.95), "ms", {
      targets: [{ of: "value", atMost: 300 }],
    }),
    measure(`${RETURNS} returns visible at Shopify after`, visible / 1_000, "s"),
  ];
}

/** Mirrors the orders, and answers one confirmed request for each. */
async function prepare(house: House, origin: string, orderIds: string[]): Promise<PageRequest[]> {
  const shopId = readShopId(SHOP);
  if (!shopId) throw new Error("No such shop");
  const database = await openDatabase(house.databaseUrl);
  const restore = leadShopifyTo(origin);
  try {
    const shop = mintShop(shopId);
    await signInOffline(SHOP);
    for (const id of orderIds) await refreshOrder(shop, id, "staff");
    const orders = await shop.transact((tx) => orderDetails(tx, orderIds));
    return orderIds.map((id, at) => {
      const line = orders.get(id)?.lines[0]?.id ?? "";
      const form = {
        t: issuePass(shop, { orderId: id, level: "full" }),
        o: id,
        requestKey: newId(),
        [`pick-${line}`]: "1",
        [`reason-${line}`]: "too-small",
        step: "check",
        go: "confirm",
      };
      const visit = { shop: SHOP, prefix: "/apps/aftercare", customerId: undefined };
      return {
        path: `/proxy/return?${signedProxyQuery(new URLSearchParams(), visit, SECRET)}`,
        headers: { "x-forwarded-for": `10.1.${at >> 8}.${at & 255}` },
        form: new URLSearchParams(form).toString(),
      };
    });
  } finally {
    restore();
    await database.close();
  }
}

/** When the last of so many returns had its number at Shopify; null when that takes longer than a minute. */
async function untilTold({ owner }: House, count: number): Promise<number | null> {
  for (const end = now() + 60_000; now() < end; await sleep(50)) {
    const { rows } = await owner.query(
      `select count(*)::int as told from "return" r where "shopifyReturnId" is not null
       and exists (select from fact f where f."returnId" = r.id and f."shopId" = r."shopId" and f.actor = 'shopper')`,
    );
    if (rows[0].told >= count) return now();
  }
  return null;
}
