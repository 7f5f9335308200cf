import { shopFace } from "~/features/settings/queries.server";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { dropDraft } from "./desk-store.server";
import { messageWritten } from "./facts";
import { areWaiting, sendWith } from "./mail-out/enclosure-store.server";
import { signatureOf } from "./mail-out/signature-store.server";
import type { StaffMember } from "./people";
import { isOutOfDate, MOST_CHARACTERS, nowAnswered } from "./rules";
import * as store from "./store.server";

/** Until when the answer can be taken back, and what would then be restored. */
async function untilWhen(tx: ShopTx, before: store.KnownConversation) {
  const { settings } = await shopFace(tx);
  const { undoSeconds } = settings.inbox;
  if (undoSeconds === 0) return {};
  const { state, awaitingSince, replyBy, firstRepliedAt } = before;
  return {
    sendAfter: new Date(tx.now.getTime() + undoSeconds * 1_000),
    before: { state, awaitingSince, replyBy, firstRepliedAt },
  };
}

export type Reply = {
  conversationId: string;
  text: string;
  requestKey: string;
  /** the last message the writer saw */
  seen: string | null;
  /** what goes with it, of what they have put with their draft */
  files?: readonly string[];
};

/**
 * Staff answer: the message is kept and sent by mail once it cannot be taken back, and the conversation waits for the shopper.
 * It ends with the writer's signature, and whoever was brought in gets a copy. Sending the same form again changes
 * nothing. Refuses with `inbox.notFound`, `inbox.empty`, `inbox.tooLong`, `inbox.filesGone` when one of the files is not
 * with the draft any more, `inbox.merged` when it was merged into another one, and `inbox.alreadySent` when somebody has written since the writer looked: nothing is sent, and they decide.
 */
export const replyToConversation = (
  shop: Shop,
  { conversationId, text, requestKey, seen, files = [] }: Reply,
  by: StaffMember,
): Promise<Result<{ messageId: string }>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (text.trim() === "" && files.length === 0) return refuse("inbox.empty");
    if (text.length > MOST_CHARACTERS) return refuse("inbox.tooLong", { most: MOST_CHARACTERS });
    const key = `staff:${conversationId}:${requestKey}`;
    const known = await store.findByRequestKey(tx, key);
    if (known) return ok({ messageId: known.id });
    if (conversation.mergedIntoId) return refuse("inbox.merged");
    if (isOutOfDate(seen, await store.lastMessageId(tx, conversationId))) return refuse("inbox.alreadySent");
    const draft = { conversationId, staffId: by.id };
    if (!(await areWaiting(tx, draft, files))) return refuse("inbox.filesGone");
    const id = newId(tx.now);
    const message: store.NewMessage = {
      conversationId,
      direction: "out",
      authorKind: "staff",
      authorName: by.name,
      authorId: by.id,
      authorEmail: null,
      text,
      folded: (await signatureOf(tx, by.id)) || null,
      cc: conversation.participants,
      state: "queued",
      requestKey: key,
      mailMessageId: messageIdFor(shop.id, id),
      ...(await untilWhen(tx, conversation)),
    };
    await store.addMessage(tx, message, id);
    await sendWith(tx, draft, files, id);
    await dropDraft(tx, conversationId, by.id);
    await store.saveConversation(tx, conversationId, {
      state: "waiting",
      unread: false,
      closedAt: null,
      lastMessageAt: tx.now,
      ...nowAnswered(conversation, tx.now),
    });
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, messageWritten(about, { id, attempts: 0 }, by.name));
    return ok({ messageId: id });
  });
