import type { Shop } from "~/platform/database/shop.server";
import { fetchRefunds } from "~/platform/shopify/return-money.server";
import { countRefunds } from "./ledger-store.server";
import * as store from "./store.server";

/** Counts every refund of an order in its ledger: also those that staff made in Shopify's own admin. */
export async function countOrderRefunds(shop: Shop, orderId: string): Promise<void> {
  const refunds = await fetchRefunds(shop.id, orderId);
  await shop.transact(async (tx) => {
    const counted = [];
    for (const refund of refunds) {
      const ofReturn = refund.returnId ? await store.idByShopifyId(tx, refund.returnId) : null;
      counted.push({ ...refund, ofReturn });
    }
    await countRefunds(tx, orderId, counted);
  });
}
