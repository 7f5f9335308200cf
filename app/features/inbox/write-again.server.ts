import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { MOST_CONTACT_CHARACTERS } from "./contact";
import { addPhotos, lockOwn } from "./contact-store.server";
import { mayContact } from "./contact-us.server";
import { conversationReopenedBy, messageReceived } from "./facts";
import { nowAwaiting } from "./rules";
import * as store from "./store.server";

export type FurtherMessage = { conversationId: string; text: string; requestKey: string };

/**
 * The owner of an account writes again in one of their conversations, which is open from then on even if it was
 * closed. Sent twice, it is one message. Refuses `inbox.notFound` when the conversation is not theirs,
 * `inbox.empty`, `inbox.tooLong` (beyond MOST_CONTACT_CHARACTERS), and `limits.tooMany` after five an hour, the
 * forms that begin a conversation counted in.
 */
export const writeAgain = (
  shop: Shop,
  { conversationId, text, requestKey }: FurtherMessage,
  { customerId, visitor }: { customerId: string; visitor: string },
  photos: readonly Uint8Array[],
): Promise<Result<{ conversationId: string; email: string }>> =>
  shop.transact(async (tx) => {
    const conversation = await lockOwn(tx, conversationId, customerId);
    if (!conversation) return refuse("inbox.notFound");
    if (text.trim() === "") return refuse("inbox.empty");
    if (text.length > MOST_CONTACT_CHARACTERS)
      return refuse("inbox.tooLong", { most: MOST_CONTACT_CHARACTERS });
    const { id, email, name } = conversation;
    const key = `again:${id}:${requestKey}`;
    if (await store.findByRequestKey(tx, key)) return ok({ conversationId: id, email });
    if (!(await mayContact(tx, visitor))) return refuse("limits.tooMany");
    const messageId = await store.addMessage(tx, {
      conversationId: id,
      direction: "in",
      authorKind: "shopper",
      authorName: name,
      authorEmail: email || null,
      text,
      state: "received",
      requestKey: key,
    });
    await addPhotos(tx, messageId, photos);
    await store.saveConversation(tx, id, {
      state: "open",
      unread: true,
      closedAt: null,
      lastMessageAt: tx.now,
      ...nowAwaiting(conversation, tx.now),
    });
    const about = { conversationId: id, orderId: conversation.orderId };
    await record(tx, messageReceived(about, { id: messageId, authorKind: "shopper", automatic: null }));
    if (conversation.state === "closed") await record(tx, conversationReopenedBy(about, messageId));
    return ok({ conversationId: id, email });
  });
