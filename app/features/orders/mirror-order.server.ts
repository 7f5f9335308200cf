import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { orderFact } from "./facts";
import { isNewer, isSameMoment, newsOf, withoutPerson } from "./rules";
import * as store from "./store.server";

/** "same" is another word of the very second we know, by a source that tells less than the Admin API. */
export type Mirrored = "new" | "changed" | "same" | "older";

/**
 * Makes our copy of an order follow Shopify's, and records what is new. Copies, late and reordered states
 * change nothing. Answers what it did.
 */
export async function mirrorOrder(tx: ShopTx, told: ShopifyOrder): Promise<Mirrored> {
  const known = await store.lockKnown(tx, told.id);
  if (!isNewer(known, told)) return isSameMoment(known, told) ? "same" : "older";
  const order = known?.redacted ? withoutPerson(told) : told;
  const isNew = known === null;
  if (!(await store.saveOrder(tx, order, isNew))) return mirrorOrder(tx, told); // lost a race: look again
  await store.saveLines(tx, order, isNew);
  await store.saveLedger(tx, order);
  if (order.full) await store.saveFulfilments(tx, order.id, order.full.fulfilments);
  for (const news of newsOf(known, order)) await record(tx, orderFact(order.id, news));
  return isNew ? "new" : "changed";
}
