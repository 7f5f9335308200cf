import { env } from "~/env.server";
import type { Shop } from "~/platform/database/shop.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";

const PURPOSE = "rating";
const LASTS_MS = 60 * 86_400_000;

/** Whether something was solved well: 1 yes, 0 no. */
export type Score = 0 | 1;

/** Where a shopper says how well a conversation was solved, their answer chosen already: signed, for 60 days. */
export const ratingUrl = (shop: Shop, conversationId: string, score: Score): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}/rate/${signToken(
    PURPOSE,
    { s: shop.id, c: conversationId, r: String(score) },
    new Date(shop.now().getTime() + LASTS_MS),
  )}`;

/** What such an address says; null when it is forged or over. */
export function readRatingPass(
  token: string,
  now: Date,
): { shopId: ShopId; conversationId: string; score: Score } | null {
  const data = readToken(PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  if (!shopId || !data?.c) return null;
  return { shopId, conversationId: data.c, score: data.r === "1" ? 1 : 0 };
}
