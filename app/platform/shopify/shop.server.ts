import { SafeError } from "~/platform/log.server";
import { numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { GrantedScopesDocument, ShopProfileDocument } from "./generated";
import type { ShopProfile } from "./nouns";
import { readAddress } from "./read-order";

/** Who the shop is, as Shopify knows it. */
export async function fetchShopProfile(shopId: ShopId): Promise<ShopProfile> {
  const answer = await shopify(shopId, ShopProfileDocument, {}, { urgency: "staff" });
  const { shop, shopLocales, currentAppInstallation } = answer;
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
    scopes: currentAppInstallation.accessScopes.map((scope) => scope.handle),
  };
}

/** What the merchant lets us do at this moment, in Shopify's access scopes. */
export async function fetchGrantedScopes(shopId: ShopId): Promise<string[]> {
  const { currentAppInstallation } = await shopify(shopId, GrantedScopesDocument, {});
  return currentAppInstallation.accessScopes.map((scope) => scope.handle);
}
