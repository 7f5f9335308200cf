import type { Shop } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { ok, type Result } from "~/values/result";

/** Staff do not want to wait for the next comparison with Shopify. Asked twice before it ran, it runs once. */
export const sweepNow = (shop: Shop): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await enqueue(tx, "sweep-orders", {}, { key: `sweep-orders:${tx.shopId}` });
    return ok(null);
  });
