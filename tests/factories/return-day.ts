import { randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { Logger, runOnce, type TaskList } from "graphile-worker";
import { ship } from "#tests/store/actions/parcels";
import { type placeOrder as PlaceOrder, placeOrder } from "#tests/store/actions/place-order";
import { scanParcel } from "#tests/store/actions/scans";
import { type Store, startStore } from "#tests/store/index";
import { orderDetail } from "~/features/orders/queries.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { type ReturnDetail, returnDetail } from "~/features/returns/queries.server";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveProfile, saveSettings } from "~/features/settings/store.server";
import { tasks } from "~/jobs/worker.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import type { ShopProfile } from "~/platform/shopify/nouns";
import { OPTIONAL_SCOPES } from "~/platform/shopify/scopes";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { numberOf } from "~/values/ids";
import { type FreshDatabase, freshDatabase, SHOP } from "../setup/database";
import { anAddress } from "./order";

/** A shop at a store over real HTTP, a database of its own, and a queue that is run by hand. */
export type ReturnDay = FreshDatabase & {
  store: Store;
  /** an order that was placed, shipped and (unless told) delivered, and is mirrored */
  delivered(
    order?: Parameters<typeof PlaceOrder>[1],
    more?: { undelivered?: boolean },
  ): Promise<DeliveredOrder>;
  settle(returns: Record<string, unknown>): Promise<void>;
  /** runs every job that waits, and those that follow, retries at once */
  work(): Promise<void>;
  /** jobs that still wait, by task name */
  waiting(): Promise<{ task: string; attempts: number; error: string | null }[]>;
  /** the next call of this operation is carried out, but its answer never arrives */
  loseAnswerTo(operation: string): void;
  /** a return asked for by the shopper, with its id */
  requested(order: DeliveredOrder, quantity?: number): Promise<string>;
  /** … and approved, told to Shopify, and arrived */
  received(order: DeliveredOrder, quantity?: number): Promise<string>;
  detail(returnId: string): Promise<ReturnDetail>;
  /** Shopify's returns of an order */
  theirs(orderId: string): Promise<TheirReturn[]>;
  /** asks the store's Admin API */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
};

export type DeliveredOrder = {
  id: string;
  name: string;
  lines: { id: string; quantity: number; title: string }[];
};

export async function openReturnDay(): Promise<ReturnDay> {
  const database = await freshDatabase();
  const store = await startStore({ random: () => 0.99 });
  // the merchant allowed store credit and gift cards
  store.installs.grant(SHOP, Object.values(OPTIONAL_SCOPES));
  const lost = new Set<string>();
  const restoreFetch = lead(store, lost);
  await signIn(`offline_${SHOP}`);
  await database.shop.transact((tx) => saveProfile(tx, PROFILE));
  const unheard = hearReturns(store, database);
  const day: ReturnDay = {
    ...database,
    store,
    delivered: (order = {}, more = {}) => delivered(day, order, more),
    settle: (returns) => database.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ returns }))),
    loseAnswerTo: (operation) => void lost.add(operation),
    requested: (order, quantity) => requested(day, order, quantity),
    received: (order, quantity) => received(day, order, quantity),
    async detail(id) {
      const found = await database.shop.transact((tx) => returnDetail(tx, id));
      if (!found) throw new Error("No such return");
      return found;
    },
    theirs: (orderId) => theirs(day, orderId),
    work: () => work(database),
    waiting: () => waiting(database),
    async ask<T>(query: string, variables?: Record<string, unknown>) {
      const { body } = await store.shopify.execute({
        shop: SHOP,
        apiVersion: "2026-07",
        query,
        variables,
        throttle: false,
      });
      if (body.errors) throw new Error(JSON.stringify(body.errors));
      return body.data as T;
    },
    async close() {
      unheard();
      restoreFetch();
      await store.stop();
      await database.close();
    },
  };
  return day;
}

const PROFILE: ShopProfile = {
  shopifyId: "1",
  name: "Fern & Fable",
  email: "hello@fern-and-fable.example",
  currency: "GBP",
  timeZone: "Europe/London",
  locale: "en",
  storefrontUrl: `https://${SHOP}`,
  address: anAddress({ name: "Returns", company: "Fern & Fable", line1: "1 Mill Lane", city: "Sheffield" }),
  scopes: [],
};

/** What goes to Shopify goes to the store, as the preload of a real process does. */
function lead(store: Store, lost: Set<string>): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input));
    if (!/\.(myshopify|shopify)\.com$/.test(address.hostname)) return real(input, init);
    const request = new Request(input, init);
    const text = lost.size > 0 ? await request.clone().text() : "";
    const headers = new Headers(request.headers);
    headers.set("x-forwarded-shop-host", address.host);
    const detour: RequestInit = { method: request.method, headers, signal: request.signal };
    if (request.body) Object.assign(detour, { body: request.body, duplex: "half" });
    const answer = await real(new URL(address.pathname + address.search, store.url), detour);
    for (const operation of lost)
      if (text.includes(`"${operation}"`) || text.includes(` ${operation}(`)) {
        lost.delete(operation);
        throw new TypeError("fetch failed");
      }
    return answer;
  };
  return () => {
    globalThis.fetch = real;
  };
}

async function signIn(id: string) {
  const session = new Session({
    id,
    shop: SHOP,
    state: "",
    isOnline: false,
    accessToken: `shpat_${randomUUID()}`,
  });
  session.scope = "write_orders,write_returns,read_locations";
  session.expires = new Date(Date.now() + 3_600_000 * 24);
  await sessionStorage.storeSession(session);
}

/** News that is being queued. */
const hearing = new Set<Promise<unknown>>();

/** Webhooks about returns and refunds, taken straight to the tasks that their readers ask for. */
function hearReturns(store: Store, { shop }: FreshDatabase): () => void {
  return store.shopify.onWebhook(({ shop: of, topic, payload }) => {
    if (of !== SHOP) return;
    const wants = topic.startsWith("returns/")
      ? {
          task: "follow-return",
          payload: { shopifyReturnId: numberOf(String(payload.admin_graphql_api_id)) },
        }
      : topic === "refunds/create"
        ? { task: "refresh-order", payload: { orderId: String(payload.order_id) } }
        : null;
    if (!wants) return;
    const key = `${wants.task}:${JSON.stringify(wants.payload)}`;
    const queued = shop.transact((tx) => enqueue(tx, wants.task, wants.payload, { key }));
    hearing.add(queued);
    void queued.finally(() => hearing.delete(queued));
  });
}

async function delivered(
  day: ReturnDay,
  order: Parameters<typeof PlaceOrder>[1],
  { undelivered = false }: { undelivered?: boolean },
): Promise<DeliveredOrder> {
  const placed = await placeOrder(day.store, order);
  await ship(day.store, { order: placed.id });
  if (!undelivered) await scanParcel(day.store, { order: placed.id, scan: "delivered" });
  const id = numberOf(placed.id);
  await refreshOrder(day.shop, id, "staff");
  const mirrored = await day.shop.transact((tx) => orderDetail(tx, id));
  if (!mirrored) throw new Error("The order was not mirrored");
  return { id, name: placed.name, lines: mirrored.lines };
}

/** Everything the worker runs, except what goes by mail: there is no mail server here. */
const taskList: TaskList = {
  ...tasks,
  "send-notification": () => undefined,
  "send-message": () => undefined,
};

let keys = 0;
async function requested(day: ReturnDay, order: DeliveredOrder, quantity = 1): Promise<string> {
  const asked = await requestReturn(day.shop, {
    orderId: order.id,
    requestKey: `0190a000-0000-7000-8000-${String(++keys).padStart(12, "0")}`,
    lines: [{ orderLineId: order.lines[0]?.id ?? "", quantity, reason: "too-small" }],
    note: "Runs small",
  });
  if (!asked.ok) throw new Error(asked.refusal.code);
  return asked.value.id;
}

async function received(day: ReturnDay, order: DeliveredOrder, quantity = 1): Promise<string> {
  const id = await requested(day, order, quantity);
  await approveReturn(day.shop, id, { kind: "staff", id: "42", name: "Maya" });
  await day.work();
  const { items } = await day.detail(id);
  const counts = Object.fromEntries(items.map((item) => [item.id, item.quantity]));
  await receiveReturn(day.shop, id, counts, { kind: "staff", id: "42", name: "Maya" });
  await day.work();
  return id;
}

export type TheirReturn = {
  id: string;
  status: string;
  returnLineItems: {
    nodes: {
      quantity: number;
      processedQuantity: number;
      customerNote: string | null;
      returnReasonDefinition: { handle: string };
    }[];
  };
  reverseFulfillmentOrders: {
    nodes: {
      lineItems: { nodes: { dispositions: { type: string; quantity: number }[] }[] };
      reverseDeliveries: { nodes: { deliverable: { label: { publicFileUrl: string } | null } }[] };
    }[];
  };
  refunds: { nodes: { id: string; totalRefundedSet: { presentmentMoney: { amount: string } } }[] };
};

async function theirs(day: ReturnDay, orderId: string): Promise<TheirReturn[]> {
  const { order } = await day.ask<{ order: { returns: { nodes: TheirReturn[] } } }>(
    `query Theirs($id: ID!) { order(id: $id) { returns(first: 10) { nodes { id status
      returnLineItems(first: 5) { nodes { quantity processedQuantity customerNote returnReasonDefinition { handle } } }
      reverseFulfillmentOrders(first: 3) { nodes {
        lineItems(first: 5) { nodes { dispositions { type quantity } } }
        reverseDeliveries(first: 3) { nodes { deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } } } } } } }
      refunds(first: 5) { nodes { id totalRefundedSet { presentmentMoney { amount } } } } } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  return order.returns.nodes;
}

async function work({ ownerUrl, owner }: FreshDatabase): Promise<void> {
  for (let round = 0; round < 40; round++) {
    await Promise.all(hearing);
    await owner.query("update graphile_worker._private_jobs set run_at = now() where attempts < 8");
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int from graphile_worker._private_jobs
       where run_at <= now() and attempts < 8 and task_id in (
         select id from graphile_worker._private_tasks where identifier = any($1))`,
      [Object.keys(taskList)],
    );
    if (rows[0]?.count === 0) return;
    await runOnce({
      connectionString: ownerUrl,
      taskList,
      concurrency: 4,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    });
  }
  throw new Error("The queue never came to rest");
}

async function waiting({ owner }: FreshDatabase) {
  const { rows } = await owner.query<{ task: string; attempts: number; error: string | null }>(
    `select t.identifier as task, j.attempts, j.last_error as error
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
  );
  return rows;
}
