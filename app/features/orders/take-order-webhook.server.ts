import { profileOrNull } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { readOrderWebhook } from "~/platform/shopify/read-order-webhook";
import { askForOrder } from "./ask-for-order.server";
import { completeLater } from "./complete-orders.server";
import { mirrorNewOrders, mirrorOrder } from "./mirror-order.server";
import { isComplete } from "./store.server";

/** A webhook this much later than its event may tell of a state long gone: Shopify is asked instead. */
const LATE_MS = 10 * 60_000;

/** The order belongs to another shop than the (unsigned) header said. */
export class WrongShop extends NeverMind {
  override name = "WrongShop";
}

type Told = { body: unknown; triggeredAt: Date | null };

/**
 * Takes an order from a webhook's own payload, so that its confirmation waits for nobody. The payload is
 * trusted only when it is fresh and its status address names this very shop: the signature does not cover
 * the shop header. Otherwise Shopify is asked for the order, with this shop's token.
 */
export const takeOrderWebhook = (tx: ShopTx, body: unknown, { triggeredAt }: Omit<Told, "body">) =>
  takeOrderWebhooks(tx, [{ body, triggeredAt }]);

/** As `takeOrderWebhook`, for those of a batch: orders not seen before are written together. */
export async function takeOrderWebhooks(tx: ShopTx, told: Told[]): Promise<void> {
  const trusted: ShopifyOrder[] = [];
  for (const one of told) {
    const { order, ofShop } = readOrderWebhook(one.body);
    const mine = await shopNumber(tx);
    if (ofShop && mine && ofShop !== mine) throw new WrongShop("The order belongs to another shop");
    if (ofShop && mine && !isLate(tx, one)) trusted.push(order);
    else await askForOrder(tx, order.id);
  }
  const written = await mirrorNewOrders(tx, trusted);
  for (const order of trusted) if (!written.has(order)) await follow(tx, order);
  if (written.size > 0) await completeLater(tx);
}

const isLate = (tx: ShopTx, { triggeredAt }: Told) =>
  triggeredAt !== null && tx.now.getTime() - triggeredAt.getTime() > LATE_MS;

/** An order we know may have changed. */
async function follow(tx: ShopTx, order: ShopifyOrder): Promise<void> {
  const mirrored = await mirrorOrder(tx, order);
  if (mirrored === "new") return completeLater(tx);
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
