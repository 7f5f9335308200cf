import { SafeError } from "~/platform/log.server";
import { numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { ShopProfileDocument } from "./generated";
import type { ShopProfile } from "./nouns";
import { readAddress } from "./read-order";

/** Who the shop is, as Shopify knows it. */
export async function fetchShopProfile(shopId: ShopId): Promise<ShopProfile> {
  const { shop, shopLocales } = await shopify(shopId, ShopProfileDocument, {}, { urgency: "staff" });
  if (!shop) throw new SafeError("Shopify did not say who the shop is");
  return {
    shopifyId: numberOf(shop.id),
    name: shop.name,
    email: shop.email,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    locale: shopLocales.find((locale) => locale.primary)?.locale ?? "en",
    storefrontUrl: String(shop.primaryDomain.url).replace(/\/$/, ""),
    address: readAddress({ ...shop.shopAddress, company: shop.shopAddress.company ?? shop.name }),
  };
}
