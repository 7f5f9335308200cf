import { profileOrNull } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeverMind } from "~/platform/queue/failures";
import { readOrderWebhook } from "~/platform/shopify/read-order-webhook";
import { askForOrder } from "./ask-for-order.server";
import { mirrorOrder } from "./mirror-order.server";
import { isComplete } from "./store.server";

/** A webhook this much later than its event may tell of a state long gone: Shopify is asked instead. */
const LATE_MS = 10 * 60_000;
/** What only the Admin API tells is read a moment later, for all orders of that moment together. */
const COMPLETE_AFTER_MS = 1_500;

/** The order belongs to another shop than the (unsigned) header said. */
export class WrongShop extends NeverMind {
  override name = "WrongShop";
}

/**
 * Takes an order from a webhook's own payload, so that its confirmation waits for nobody. The payload is
 * trusted only when it is fresh and its status address names this very shop: the signature does not cover
 * the shop header. Otherwise Shopify is asked for the order, with this shop's token.
 */
export async function takeOrderWebhook(
  tx: ShopTx,
  body: unknown,
  delivery: { triggeredAt: Date | null },
): Promise<void> {
  const { order, ofShop } = readOrderWebhook(body);
  const mine = await shopNumber(tx);
  if (ofShop && mine && ofShop !== mine) throw new WrongShop("The order belongs to another shop");
  const late = delivery.triggeredAt !== null && tx.now.getTime() - delivery.triggeredAt.getTime() > LATE_MS;
  if (!ofShop || !mine || late) return askForOrder(tx, order.id);
  const mirrored = await mirrorOrder(tx, order);
  if (mirrored === "new") {
    await enqueue(
      tx,
      "complete-orders",
      {},
      // The first of a rush sets the time: were each to move it on, it would never come in a busy shop.
      { key: `complete-orders:${tx.shopId}`, delayMs: COMPLETE_AFTER_MS, keepTime: true },
    );
    return;
  }
  // Told again in the same second: until the order was completed, completing it will tell.
  const toldAnew = mirrored === "same" && (await isComplete(tx, order.id));
  if (mirrored === "changed" || toldAnew) await askForOrder(tx, order.id);
}

/** A shop's number never changes, so each process asks once. */
const numbers = new Map<string, string>();
async function shopNumber(tx: ShopTx): Promise<string | null> {
  const known = numbers.get(tx.shopId);
  if (known) return known;
  const number = (await profileOrNull(tx))?.shopifyId || null;
  if (number) numbers.set(tx.shopId, number);
  return number;
}
