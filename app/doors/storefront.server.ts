import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { noteInLog } from "~/platform/log.server";
import { keyedDigest } from "~/platform/secrets.server";
import { isSignedProxyQuery } from "~/platform/shopify/api.server";
import { shopifyApp } from "~/platform/shopify/app.server";
import { readShopId } from "~/values/ids";

export type StorefrontVisit = {
  shop: Shop;
  /** Shopify's number of the signed-in customer, or null */
  customerId: string | null;
  /** keyed digest of the visitor's network address: enough to count, not to know */
  visitor: string;
  /** where the shop shows our pages: "/apps/aftercare" */
  base: string;
  /** the language the page asked for by name (`locale` in its address), or null */
  askedLocale: string | null;
  /** the languages the browser prefers, the best first */
  accepts: string[];
  /** where our small stylesheet is */
  stylesheetUrl: string;
};

/**
 * The storefront's door: a request that Shopify's app proxy signed. Throws 401 for any other, 404 when the
 * shop has removed the app. The signature covers the query only, so nothing else says who is there.
 */
export async function storefront(request: Request): Promise<StorefrontVisit> {
  const query = new URL(request.url).searchParams;
  const shopId = readShopId(query.get("shop"));
  if (!shopId || !(await isSignedProxyQuery(query))) throw new Response(null, { status: 401 });
  if (!(await isInstalled(shopId))) throw new Response(null, { status: 404 });
  const customer = query.get("logged_in_customer_id") ?? "";
  const address = (request.headers.get("x-forwarded-for") ?? "").split(",")[0]?.trim() ?? "";
  const base = query.get("path_prefix") ?? "";
  noteInLog({ shopId });
  return {
    shop: mintShop(shopId),
    customerId: /^\d{1,20}$/.test(customer) ? customer : null,
    visitor: keyedDigest("visitor", `${shopId} ${address}`).slice(0, 22),
    askedLocale: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.exec(query.get("locale") ?? "")?.[0] ?? null,
    accepts: acceptedLanguages(request.headers.get("accept-language")),
    stylesheetUrl: `${shopifyApp.url}/storefront.css`,
    base: /^\/[a-z]+\/[a-z0-9-]+$/.test(base) ? base : "/apps/aftercare",
  };
}

/** What an Accept-Language header prefers, the best first (RFC 9110 §12.5.4); at most ten are read. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .slice(0, 500)
    .split(",")
    .slice(0, 10)
    .map((part) => {
      const [language = "", ...options] = part.split(";").map((text) => text.trim());
      const weight = options.find((option) => option.startsWith("q="))?.slice(2);
      return { language, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ language, weight }) => weight > 0 && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language))
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
