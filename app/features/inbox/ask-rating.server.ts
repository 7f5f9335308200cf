import { shopFace } from "~/features/settings/queries.server";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { conversationRated, messageWritten } from "./facts";
import { mayAskRating, ratingKey } from "./rating";
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
    await enqueue(tx, "ask-rating", { conversationId }, { key: ratingKey(conversationId), delayMs });
  });

/** Asks whether a conversation was solved well, where that may be asked (rating.ts). Asked again, nothing changes. */
export const askRating = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    await lockConversation(tx, conversationId);
    const conversation = await ratings.closedConversation(tx, conversationId);
    if (!conversation) return;
    const { settings } = await shopFace(tx);
    const lastAsked = await ratings.lastAsked(tx, conversation.email);
    const afterMs = settings.inbox.ratingAfterHours * HOUR_MS;
    if (!settings.inbox.askRating || !mayAskRating(conversation, { now: tx.now, afterMs, lastAsked })) return;
    const id = newId(tx.now);
    await addMessage(
      tx,
      {
        conversationId,
        direction: "out",
        authorKind: "system",
        authorName: null,
        authorEmail: null,
        text: words(pickLocale(conversation.locale)).rating.invitation,
        state: "queued",
        requestKey: ratingKey(conversationId),
        mailMessageId: messageIdFor(shop.id, id),
      },
      id,
    );
    await ratings.noteAsked(tx, conversationId);
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, messageWritten(about, { id, attempts: 0 }, null));
  });

/** What the page behind a rating link shows; null when nobody was asked. */
export const ratingPage = (shop: Shop, conversationId: string) =>
  shop.transact(async (tx) => {
    const asked = await ratings.askedConversation(tx, conversationId);
    return asked && { locale: pickLocale(asked.locale), comment: asked.ratingComment };
  });

/** Keeps a shopper's answer; a later one takes its place. Refuses `inbox.notFound` when nobody was asked. */
export const rate = (
  shop: Shop,
  conversationId: string,
  { score, comment }: { score: 0 | 1; comment: string },
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const asked = await ratings.askedConversation(tx, conversationId);
    if (!asked) return refuse("inbox.notFound");
    await ratings.saveRating(tx, conversationId, score, comment);
    if (asked.rating !== score)
      await record(tx, conversationRated({ conversationId, orderId: asked.orderId }, score));
    return ok(null);
  });
