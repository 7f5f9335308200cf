import type { Shopify, ShopifyOptions } from "./contract";

export type * from "./contract";

export function createShopify(_options: ShopifyOptions = {}): Shopify {
  throw new Error("Not built yet");
}
