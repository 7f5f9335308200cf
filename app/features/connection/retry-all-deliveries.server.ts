import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result } from "~/values/result";
import { wakeReader } from "./read-webhooks.server";
import * as store from "./store.server";

/** Staff give all parked deliveries another chance. Answers how many there were. */
export const retryAllDeliveries = (shop: Shop): Promise<Result<{ retried: number }>> =>
  shop.transact(async (tx) => {
    const retried = await store.unparkAll(tx);
    if (retried > 0) await wakeReader(tx);
    return ok({ retried });
  });
