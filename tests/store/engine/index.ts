import type { Shopify, ShopifyOptions } from "./contract";
import { StatefulShopify } from "./shopify";

export type * from "./contract";

export function createShopify(options: ShopifyOptions = {}): Shopify {
  return new StatefulShopify(options);
}
