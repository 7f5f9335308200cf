import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "~/env.server";

/** Who we are to Shopify. The secret signs and verifies; it never leaves the process but to Shopify. */
export const shopifyApp = {
  key: env.SHOPIFY_API_KEY,
  secret: env.SHOPIFY_API_SECRET,
  /** where we are reached, without a slash at the end */
  url: env.SHOPIFY_APP_URL.replace(/\/$/, ""),
};

/** Did Shopify sign exactly these bytes (HMAC-SHA256, base64)? Takes the same time wherever they differ. */
export function isSignedByShopify(body: Buffer, signature: string): boolean {
  const digest = createHmac("sha256", shopifyApp.secret).update(body).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === digest.length && timingSafeEqual(given, digest);
}
