import { randomBytes } from "node:crypto";

/** A shop's permanent myshopify.com domain, known to be well-formed. */
export type ShopId = string & { readonly __shopId: true };

/** Shopify's rule for the permanent domain: letters, digits and hyphens before .myshopify.com. */
const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/;

/** The shop id in `text`, or null when it is not a permanent shop domain. */
export function readShopId(text: string | null | undefined): ShopId | null {
  const domain = text?.toLowerCase() ?? "";
  return SHOP_DOMAIN.test(domain) ? (domain as ShopId) : null;
}

/** A new UUID version 7 (RFC 9562 §5.7): unguessable tail, sorted by creation time. */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The number in a Shopify global id (gid://shopify/Order/123 → "123"). */
export function numberOf(gid: string): string {
  const number = /\/(\d+)(?:\?.*)?$/.exec(gid)?.[1];
  if (!number) throw new Error("Not a Shopify id");
  return number;
}

/** The Shopify global id of a number. */
export const gid = (type: string, number: string) => `gid://shopify/${type}/${number}`;
