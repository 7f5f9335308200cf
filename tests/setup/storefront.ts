import { proxySignature, signedProxyQuery } from "#tests/store/proxy/signature";
import { env } from "~/env.server";
import { SHOP } from "./database";
import type { Site } from "./site";

type Asking = {
  shop?: string;
  customerId?: string;
  /** the visitor's network address */
  from?: string;
  language?: string;
};

/** A shopper on a shop's storefront: their requests reach us as Shopify's app proxy passes them on. */
export function shopperOn(site: Site, asking: Asking = {}) {
  const sign = (path: string) => {
    const [place = "", query = ""] = path.split("?");
    const visit = {
      shop: asking.shop ?? SHOP,
      prefix: "/apps/aftercare",
      customerId: asking.customerId,
    };
    const signed = signedProxyQuery(new URLSearchParams(query.split("#")[0]), visit, env.SHOPIFY_API_SECRET);
    return `/proxy${place}?${signed}`;
  };
  const headers = {
    "x-forwarded-for": asking.from ?? "203.0.113.7",
    ...(asking.language ? { "accept-language": asking.language } : {}),
  };
  return {
    get: (path: string) => site.get(sign(path), headers),
    post: (path: string, form: Record<string, string>) => site.post(sign(path), form, headers),
    sign,
  };
}

export { proxySignature };

/** The first value a hidden field or link of ours carries the pass in. */
export function passIn(html: string): string {
  const found = /name="t" value="([^"]+)"/.exec(html)?.[1] ?? /[?&;]t=([\w.-]+)/.exec(html)?.[1];
  if (!found) throw new Error("No pass on this page");
  return found;
}
