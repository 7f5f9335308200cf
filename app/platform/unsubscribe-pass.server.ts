import { env } from "~/env.server";
import type { Shop } from "~/platform/database/shop.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";

const PURPOSE = "unsubscribe";
/** Mail is kept for long, and who reads it late must still be able to end it. */
const LASTS_MS = 400 * 86_400_000;

/** Where whoever got a message ends its sort: signed, so that nobody ends it for somebody else. */
export const unsubscribeUrl = (shop: Shop, notificationId: string): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}/unsubscribe/${signToken(
    PURPOSE,
    { s: shop.id, n: notificationId },
    new Date(shop.now().getTime() + LASTS_MS),
  )}`;

/** What such an address says; null when it is forged or over. */
export function readUnsubscribePass(
  token: string,
  now: Date,
): { shopId: ShopId; notificationId: string } | null {
  const data = readToken(PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  return shopId && data?.n ? { shopId, notificationId: data.n } : null;
}
