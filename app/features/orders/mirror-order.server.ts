import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { orderFact } from "./facts";
import { isNewer, newsOf } from "./rules";
import * as store from "./store.server";

export type Mirrored = "new" | "changed" | "older";

/**
 * Makes our copy of an order follow Shopify's, and records what is new. Copies, late and reordered states
 * change nothing. Answers what it did.
 */
export async function mirrorOrder(tx: ShopTx, order: ShopifyOrder): Promise<Mirrored> {
  const known = await store.lockKnown(tx, order.id);
  if (!isNewer(known, order)) return "older";
  const isNew = known === null;
  if (!(await store.saveOrder(tx, order, isNew))) return mirrorOrder(tx, order); // lost a race: look again
  await store.saveLines(tx, order, isNew);
  await store.saveLedger(tx, order);
  if (order.full) await store.saveFulfilments(tx, order.id, order.full.fulfilments);
  for (const news of newsOf(known, order)) await record(tx, orderFact(order.id, news));
  return isNew ? "new" : "changed";
}
