import { env } from "~/env.server";
import type { Shop } from "~/platform/database/shop.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";
import { isScore, type Question, readQuestion } from "~/values/survey";

const PURPOSE = "rating";
const LASTS_MS = 60 * 86_400_000;
/** In place of a score: they want no such question again. */
const STOP = "stop";

const addressOf = (shop: Shop, data: { c: string; q: Question; r: string }): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}/rate/${signToken(
    PURPOSE,
    { s: shop.id, ...data },
    new Date(shop.now().getTime() + LASTS_MS),
  )}`;

/**
 * Where a shopper answers a question, their answer chosen already: signed, for 60 days. `about`: the conversation's id
 * (csat, ces) or the recommendation's (nps).
 */
export const ratingUrl = (shop: Shop, about: string, score: number, question: Question = "csat"): string =>
  addressOf(shop, { c: about, q: question, r: String(score) });

/** Where one POST ends such questions (RFC 8058); a person who opens it is asked first. */
export const stopAskingUrl = (shop: Shop, recommendationId: string): string =>
  addressOf(shop, { c: recommendationId, q: "nps", r: STOP });

export type RatingPass = {
  shopId: ShopId;
  question: Question;
  about: string;
  /** null: the address that ends such questions */
  score: number | null;
};

/** What such an address says; null when it is forged or over. */
export function readRatingPass(token: string, now: Date): RatingPass | null {
  const data = readToken(PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  if (!shopId || !data?.c) return null;
  // an address that was sent before there were several questions names none
  const question = readQuestion(data.q) ?? "csat";
  const score = Number(data.r);
  if (data.r !== STOP && !isScore(question, score)) return null;
  return { shopId, question, about: data.c, score: data.r === STOP ? null : score };
}
