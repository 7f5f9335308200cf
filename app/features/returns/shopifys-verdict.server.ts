import type { Shop } from "~/platform/database/shop.server";
import { fetchReturnableUnits } from "~/platform/shopify/returnable.server";
import { soon } from "./patience";
import type { ShopifyVerdict } from "./rules";

/** Longer than this no shopper waits for a second opinion. */
const PATIENCE_MS = 2_500;

/**
 * What Shopify lets come back of an order: "silent" when it does not answer in time or is away, and then our
 * own policy decides alone, which the decision notes. Never call it inside a transaction.
 */
export const shopifysVerdict = async (shop: Shop, orderId: string): Promise<ShopifyVerdict> =>
  (await soon(fetchReturnableUnits(shop.id, orderId), PATIENCE_MS)) ?? "silent";
