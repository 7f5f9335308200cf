import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import { barredAmong } from "~/platform/channels/email/barred.server";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { quietUntil } from "~/values/quiet-hours";
import { ok, type Result, refuse } from "~/values/result";
import { isScore } from "~/values/survey";
import { zoneOfAddress } from "~/values/time-zones";
import { conversationRated, messageWritten } from "./facts";
import { type ClosingQuestion, mayAskRating, ratingKey } from "./rating";
import * as ratings from "./rating-store.server";
import { addMessage, lockConversation } from "./store.server";
import { words } from "./words";

const HOUR_MS = 3_600_000;
const A_LITTLE_MS = 1_000;

/** A conversation was closed: some hours later its shopper is asked how that was, if the shop wants to know. */
export const planRating = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const { settings } = await shopFace(tx);
    if (!settings.inbox.askRating) return;
    const delayMs = settings.inbox.ratingAfterHours * HOUR_MS + A_LITTLE_MS;
    await askLater(tx, conversationId, delayMs);
  });

const askLater = (tx: ShopTx, conversationId: string, delayMs: number) =>
  enqueue(tx, "ask-rating", { conversationId }, { key: `rating:${conversationId}`, delayMs });

/**
 * Asks how a conversation went, where that may be asked (rating.ts): nobody who wants less mail, and not while the
 * shop's quiet hours hold where they are. Asked again, nothing changes.
 */
export const askRating = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    await lockConversation(tx, conversationId);
    const conversation = await ratings.closedConversation(tx, conversationId);
    if (!conversation) return;
    const { settings, profile } = await shopFace(tx);
    const lastAsked = await ratings.lastAsked(tx, conversation.email);
    const { askRating, ratingAfterHours, closingQuestion, surveyGapDays: gapDays } = settings.inbox;
    const rules = { now: tx.now, afterMs: ratingAfterHours * HOUR_MS, gapDays, lastAsked };
    if (!askRating || !mayAskRating(conversation, rules)) return;
    if ((await barredAmong(tx, [conversation.email])).length > 0) return;
    const quiet = quietUntil(
      tx.now,
      await zoneOf(tx, conversation, profile.timeZone),
      settings.notifications.quiet,
    );
    if (quiet) return askLater(tx, conversationId, quiet.getTime() - tx.now.getTime());
    const id = newId(tx.now);
    await addMessage(
      tx,
      {
        conversationId,
        direction: "out",
        authorKind: "system",
        authorName: null,
        authorEmail: null,
        text: invitationOf(closingQuestion, pickLocale(conversation.locale)),
        state: "queued",
        requestKey: ratingKey(conversationId, closingQuestion),
        mailMessageId: messageIdFor(shop.id, id),
      },
      id,
    );
    await ratings.noteAsked(tx, conversationId);
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, messageWritten(about, { id, attempts: 0 }, null));
  });

/** Where their parcels go is where they are, as far as anybody knows. */
async function zoneOf(
  tx: ShopTx,
  { orderId }: { orderId: string | null },
  shopZone: string,
): Promise<string> {
  const order = orderId ? await orderDetail(tx, orderId) : null;
  return zoneOfAddress(order?.shippingAddress ?? null) ?? shopZone;
}

const invitationOf = (question: ClosingQuestion, locale: Locale): string =>
  question === "ces" ? words(locale).effort.question : words(locale).rating.invitation;

/** What the page behind a rating link shows; null when nobody was asked. */
export const ratingPage = (shop: Shop, conversationId: string) =>
  shop.transact(async (tx) => {
    const asked = await ratings.askedConversation(tx, conversationId);
    if (!asked) return null;
    const { profile } = await shopFace(tx);
    return { locale: pickLocale(asked.locale), comment: asked.ratingComment, shopName: profile.name };
  });

/**
 * Keeps a shopper's answer; a later one takes its place. Refuses `inbox.notFound` when nobody was asked, and
 * `input.invalid` for what is on no such scale.
 */
export const rate = (
  shop: Shop,
  conversationId: string,
  { question, score, comment }: { question: ClosingQuestion; score: number; comment: string },
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!isScore(question, score)) return refuse("input.invalid");
    const asked = await ratings.askedConversation(tx, conversationId);
    if (!asked) return refuse("inbox.notFound");
    const isEffort = question === "ces";
    const said = isEffort ? { effort: score } : { rating: score };
    await ratings.saveRating(tx, conversationId, said, comment);
    if ((isEffort ? asked.effort : asked.rating) !== score)
      await record(tx, conversationRated({ conversationId, orderId: asked.orderId }, question, score));
    return ok(null);
  });
