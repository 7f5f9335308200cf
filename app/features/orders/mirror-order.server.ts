import type { ShopTx } from "~/platform/database/shop.server";
import { recordAll } from "~/platform/queue/record.server";
import type { ShopifyFulfilment, ShopifyOrder } from "~/platform/shopify/nouns";
import { tellCarrierLater } from "./correct-carrier.server";
import { orderFact } from "./facts";
import { addNewOrders } from "./new-orders-store.server";
import { newsOf } from "./order-news";
import { asAllTell, type Kept } from "./parcel-truth";
import { isNewer, isSameMoment, type KnownOrder, withoutPerson } from "./rules";
import * as store from "./store.server";
import { followParcelsOf, keptOf } from "./track-store.server";

/** "same" is another word of the very second we know, by a source that tells less than the Admin API. */
export type Mirrored = "new" | "changed" | "same" | "older";

/** `backfill`: an order of the past, read to be known; what happened to it is recorded, and told to nobody. */
export type MirrorHow = { backfill?: boolean };

/**
 * Makes our copy of an order follow Shopify's, and records what is new. Copies, late and reordered states
 * change nothing. Answers what it did.
 */
export async function mirrorOrder(tx: ShopTx, told: ShopifyOrder, how: MirrorHow = {}): Promise<Mirrored> {
  const known = await store.lockKnown(tx, told.id);
  if (!isNewer(known, told)) return isSameMoment(known, told) ? "same" : "older";
  const order = known?.redacted ? withoutPerson(told) : told;
  const isNew = known === null;
  if (!(await store.saveOrder(tx, order, isNew))) return mirrorOrder(tx, told, how); // lost a race: look again
  await store.saveLines(tx, order, isNew);
  await store.saveLedger(tx, order);
  const parcels = order.full ? await mirrorParcels(tx, order.id, order.full.fulfilments) : null;
  if (parcels && !how.backfill && !order.cancelledAt && !order.test)
    await tellCarrierLater(tx, await followParcelsOf(tx, order));
  const all = parcels && order.full ? { ...order, full: { ...order.full, fulfilments: parcels.all } } : order;
  await recordAll(
    tx,
    newsOf(parcels ? withScans(known, parcels.kept) : known, all).map((news) =>
      orderFact(order.id, news, how),
    ),
  );
  return isNew ? "new" : "changed";
}

/** Writes an order's parcels as Shopify and all other sources together tell them. */
async function mirrorParcels(tx: ShopTx, orderId: string, told: ShopifyFulfilment[]) {
  const kept = await keptOf(
    tx,
    told.map(({ id }) => id),
  );
  const all = told.map((one) => asAllTell(one, kept.get(one.id), tx.now));
  await store.saveFulfilments(tx, orderId, told, all);
  return { kept, all };
}

const withScans = (known: KnownOrder | null, kept: ReadonlyMap<string, Kept>): KnownOrder | null =>
  known && {
    ...known,
    fulfilments: known.fulfilments.map((one) => ({ ...one, events: kept.get(one.id)?.scans ?? [] })),
  };

/**
 * Mirrors orders of a webhook batch that we do not have yet, together: after a rush that is a few statements
 * for all instead of several for each. Answers those it wrote; any other is `mirrorOrder`'s.
 */
export async function mirrorNewOrders(tx: ShopTx, told: ShopifyOrder[]): Promise<Set<ShopifyOrder>> {
  const newest = new Map<string, ShopifyOrder>();
  for (const order of told) {
    const other = newest.get(order.id);
    if (!order.full && (!other || order.updatedAt > other.updatedAt)) newest.set(order.id, order);
  }
  const added = await addNewOrders(tx, [...newest.values()]);
  const written = [...newest.values()].filter((order) => added.has(order.id));
  await recordAll(
    tx,
    written.flatMap((order) => newsOf(null, order).map((news) => orderFact(order.id, news))),
  );
  return new Set(written);
}
