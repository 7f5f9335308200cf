import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { runAll } from "#tests/setup/queue";
import { leadShopifyTo, signInOffline } from "#tests/setup/shopify-seam";
import { ask } from "#tests/store/actions/ask";
import { placeOrder } from "#tests/store/actions/place-order";
import { type Store, startStore } from "#tests/store/index";
import { readToml } from "#tests/store/toml";
import { env } from "~/env.server";
import { choicesAfter } from "~/features/notifications/choices";
import { FLOW_NEWS, tellFlow } from "~/features/notifications/tell-flow.server";
import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { reactions } from "~/jobs/reactions";
import { record } from "~/platform/queue/record.server";
import { numberOf } from "~/values/ids";

// From a fact to the store's own reading of our trigger, by Shopify's published schema.

let db: FreshDatabase;
let store: Store;
let restore: () => void;

beforeAll(async () => {
  db = await freshDatabase();
  store = await startStore({
    appUrl: "http://127.0.0.1:9",
    apiKey: env.SHOPIFY_API_KEY,
    apiSecret: env.SHOPIFY_API_SECRET,
    planPointsPerSecond: 2_000,
  });
  restore = leadShopifyTo(store.url);
  const grant = store.tokens?.grantOffline(SHOP, ["write_orders"], false);
  await signInOffline(SHOP, { access: grant?.access_token ?? "" });
  await known(db.shop);
});
afterAll(async () => {
  restore();
  await store.stop();
  await db.close();
});
beforeEach(async () => {
  for (const table of ["notification", "fact", "orders"]) await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
});

const switchFlow = (on: boolean) =>
  changeNotificationChoices(db.shop, (before) => choicesAfter(before, { do: "flow", on }), "Maya");
/** An order of the store, mirrored, with this fact; answers the order's number and the fact's id. */
async function happened(kind: string, over: { id?: string; data?: Record<string, unknown> } = {}) {
  const id = over.id ?? numberOf((await placeOrder(store, { shopper: "guest", cart: "single" })).id);
  await mirrored(db.shop, anOrder({ id }));
  const fact = { kind, key: `${kind}:${id}`, orderId: id, actor: "system" as const };
  await db.shop.transact((tx) => record(tx, { ...fact, data: over.data ?? {} }));
  const { rows } = await db.owner.query<{ id: string }>("select id from fact where key = $1", [fact.key]);
  return { id, factId: rows[0]?.id ?? "" };
}
const timeline = async (id: string) => {
  const { order } = await ask<{ order: { events: { nodes: { message: string }[] } } }>(
    store,
    SHOP,
    `{ order(id: "gid://shopify/Order/${id}") { events(first: 50) { nodes { message } } } }`,
  );
  return order.events.nodes.map(({ message }) => message).filter((message) => message.startsWith("Flow"));
};

describe("Shopify Flow", () => {
  it("hears of a late delivery once, with the order and what happened", async () => {
    await switchFlow(true);
    const { id, factId } = await happened("delivery.late");
    await runAll(db);
    await tellFlow(db.shop, factId);
    expect(await timeline(id)).toEqual(['Flow trigger aftercare-news: {"What happened":"delivery late"}']);
    await tellFlow(db.neighbour, factId);
    expect(await timeline(id)).toHaveLength(1);
  });

  it("hears nothing where it is switched off, nor of the past", async () => {
    await switchFlow(false);
    const { id } = await happened("delivery.lost");
    await runAll(db);
    await switchFlow(true);
    const past = await happened("return.approved", { data: { backfill: true } });
    await runAll(db);
    expect([...(await timeline(id)), ...(await timeline(past.id))]).toEqual([]);
  });

  it("of an order that Shopify does not have, it is given up and not tried for ever", async () => {
    await switchFlow(true);
    const { factId } = await happened("delivery.lost", { id: "99999999" });
    await expect(tellFlow(db.shop, factId)).rejects.toMatchObject({ name: "NeverMind" });
  });

  it("every fact it hears of leads there, and no other", () => {
    const leading = Object.keys(reactions).filter((kind) => reactions[kind]?.includes("tell-flow"));
    expect(leading.sort()).toEqual(Object.keys(FLOW_NEWS).sort());
  });

  it("knows the trigger that we start, with fields of forms that Shopify takes", () => {
    const toml = readToml(readFileSync("extensions/aftercare-flow/shopify.extension.toml", "utf8")) as {
      extensions: { handle: string; type: string }[];
      settings: { fields: { type: string; key?: string }[] };
    };
    expect(toml.extensions).toMatchObject([{ handle: "aftercare-news", type: "flow_trigger" }]);
    expect(toml.settings.fields).toMatchObject([
      { type: "order_reference" },
      { type: "single_line_text_field", key: expect.stringMatching(/^[A-Za-z ]+$/) },
    ]);
  });
});
