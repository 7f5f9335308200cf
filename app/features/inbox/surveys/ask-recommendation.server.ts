import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { isScore } from "~/values/survey";
import { buyerAsked } from "../facts";
import { mayAskRecommendation } from "./recommendation";
import * as store from "./recommendation-store.server";

const DAY_MS = 86_400_000;
const A_LITTLE_MS = 60_000;

/**
 * A parcel arrived: some days later its buyer is asked whether they would recommend the shop, if the shop wants to
 * know. A later parcel of the same order puts that off.
 */
export const planRecommendation = (shop: Shop, orderId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const { inbox } = (await shopFace(tx)).settings;
    if (!inbox.askNps) return;
    const delayMs = inbox.npsAfterDays * DAY_MS + A_LITTLE_MS;
    await enqueue(tx, "ask-recommendation", { orderId }, { key: `ask-recommendation:${orderId}`, delayMs });
  });

/**
 * Asks an order's buyer, where they may be asked (recommendation.ts): how and at what hour the question reaches them is
 * the outbox's affair, as with other news. Asked again, nothing changes.
 */
export const askRecommendation = (shop: Shop, orderId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const { settings, profile } = await shopFace(tx);
    const { askNps, npsAfterDays, surveyGapDays } = settings.inbox;
    const buyer = askNps ? await store.buyerOf(tx, orderId) : null;
    const rules = { now: tx.now, afterDays: npsAfterDays, gapDays: surveyGapDays };
    if (!buyer || !mayAskRecommendation(buyer, rules)) return;
    const locale = pickLocale(buyer.locale, profile.locale);
    const recommendationId = await store.addRecommendation(tx, { orderId, email: buyer.email, locale });
    await record(tx, buyerAsked(orderId, recommendationId));
  });

/** What the page behind such a link shows; null when nobody was asked. */
export const recommendationPage = (shop: Shop, id: string) =>
  shop.transact(async (tx) => {
    const asked = await store.loadRecommendation(tx, id);
    return (
      asked && {
        locale: pickLocale(asked.locale),
        comment: asked.comment,
        shopName: (await shopFace(tx)).profile.name,
      }
    );
  });

/** Keeps an answer; a later one takes its place. Refuses `inbox.notFound` when nobody was asked, `input.invalid`. */
export const recommend = (
  shop: Shop,
  id: string,
  { score, comment }: { score: number; comment: string },
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!isScore("nps", score)) return refuse("input.invalid");
    if (!(await store.loadRecommendation(tx, id))) return refuse("inbox.notFound");
    await store.saveRecommendation(tx, id, { score, comment: comment || null, answeredAt: tx.now });
    return ok(null);
  });

/** Whoever was asked wants no such question again. Refuses `inbox.notFound` when nobody was. */
export const stopAsking = (shop: Shop, id: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!(await store.loadRecommendation(tx, id))) return refuse("inbox.notFound");
    await store.saveRecommendation(tx, id, { stoppedAt: tx.now });
    return ok(null);
  });
