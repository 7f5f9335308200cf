import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { watch } from "./acknowledge.server";
import { undoDeeds } from "./automation/undo-deeds.server";
import { draftOf, keepDraft } from "./desk-store.server";
import { takeOutAgain } from "./mail-out/enclosure-store.server";
import { lastMessageAt } from "./merge-store.server";
import type { StaffMember } from "./people";
import { nowTakenBack } from "./rules";
import { rebuildWords } from "./search-store.server";
import * as store from "./store.server";
import { deleteLeaving, isAnsweredSince, lockLeaving } from "./take-back-store.server";

/**
 * Staff take back an answer that has not left yet: its text is their draft again, before whatever they have begun
 * since, what macros did with it is undone, and the conversation is as it was, unless it was answered again since.
 * Whether it has left the sending of it decides, which locks the same row. Refuses `inbox.notFound`, and `inbox.alreadyOut` once somebody has begun to send it.
 */
export const takeBack = (
  shop: Shop,
  conversationId: string,
  messageId: string,
  by: StaffMember,
): Promise<Result<{ text: string }>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    const message = await lockLeaving(tx, messageId);
    if (!conversation || message?.conversationId !== conversationId) return refuse("inbox.notFound");
    if (!message.isStill || !message.before) return refuse("inbox.alreadyOut");
    await takeOutAgain(tx, messageId, { conversationId, staffId: by.id });
    await deleteLeaving(tx, messageId);
    const begun = await draftOf(tx, conversationId, by.id);
    const text = begun && !begun.isNote ? `${message.text}\n\n${begun.text}` : message.text;
    await keepDraft(tx, conversationId, by.id, { isNote: false, text });
    const isOver = await isAnsweredSince(tx, message);
    const standing = message.deeds ? await undoDeeds(tx, conversation, message.deeds, by) : conversation;
    const change = isOver ? null : nowTakenBack(standing, message.before);
    await store.saveConversation(tx, conversationId, {
      ...change,
      lastMessageAt: await lastMessageAt(tx, conversationId, conversation.createdAt),
    });
    if (change?.replyBy) await watch(tx, conversationId, 0);
    await rebuildWords(tx, conversationId);
    return ok({ text });
  });
