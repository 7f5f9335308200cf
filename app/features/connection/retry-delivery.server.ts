import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { wakeReader } from "./read-webhooks.server";
import * as store from "./store.server";

/** Staff give a parked delivery another chance. */
export const retryDelivery = (shop: Shop, deliveryId: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!(await store.unpark(tx, deliveryId))) return refuse("webhooks.notFound");
    await wakeReader(tx);
    return ok(null);
  });
