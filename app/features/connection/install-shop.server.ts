import type { Shop } from "~/platform/database/shop.server";
import { noteInstalledIn } from "~/platform/database/shops.server";
import { enqueue } from "~/platform/queue/enqueue.server";

/**
 * Notes that a shop has us installed, and asks Shopify for what a new one needs: who the shop is, and the
 * orders of the last weeks. Runs whenever a token was exchanged; only a fresh installation starts anything,
 * and is noted only together with what it starts.
 */
export async function installShop(shop: Shop): Promise<void> {
  await shop.transact(async (tx) => {
    if (!(await noteInstalledIn(tx))) return;
    await enqueue(tx, "refresh-profile", {}, { key: `refresh-profile:${shop.id}` });
    await enqueue(tx, "sweep-orders", {}, { key: `sweep-orders:${shop.id}` });
    await enqueue(tx, "begin-backfill", {}, { key: `begin-backfill:${shop.id}` });
  });
}
