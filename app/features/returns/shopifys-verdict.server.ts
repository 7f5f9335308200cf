import { setTimeout as sleep } from "node:timers/promises";
import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { fetchReturnableUnits } from "~/platform/shopify/returnable.server";
import type { ShopifyVerdict } from "./rules";

/** Longer than this no shopper waits for a second opinion. */
const PATIENCE_MS = 2_500;

/**
 * What Shopify lets come back of an order: "silent" when it does not answer in time or is away, and then our
 * own policy decides alone, which the decision notes. Never call it inside a transaction.
 */
export async function shopifysVerdict(shop: Shop, orderId: string): Promise<ShopifyVerdict> {
  const stop = new AbortController();
  const asked: Promise<ShopifyVerdict> = fetchReturnableUnits(shop.id, orderId).catch((error: unknown) => {
    log.info({ error }, "Shopify was not asked what may come back");
    return "silent" as const;
  });
  const enough = sleep(PATIENCE_MS, "silent" as const, { signal: stop.signal, ref: false }).catch(
    () => "silent" as const,
  );
  try {
    return await Promise.race([asked, enough]);
  } finally {
    stop.abort();
  }
}
