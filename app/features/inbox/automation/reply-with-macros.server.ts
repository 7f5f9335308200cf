import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { ok, type Result } from "~/values/result";
import { countUse } from "../macro-store.server";
import type { StaffMember } from "../people";
import { type Reply, replyToConversation } from "../reply-to-conversation.server";
import { rebuildWords } from "../search-store.server";
import { findByRequestKey, loadConversation, lockConversation } from "../store.server";
import { noteDeeds } from "../take-back-store.server";
import type { Action } from "./actions";
import { type Done, runActions } from "./run-actions.server";
import { standingOf, undoDeeds } from "./undo-deeds.server";

export type ReplyWithMacros = Reply & { macroIds: readonly string[]; actions: readonly Action[] };

/**
 * Staff answer with what macros gave them: the answer is kept first, and then everything is done that goes with it.
 * Sent twice, it is one. Refuses as an answer does, and nothing is done then; what was not done although the answer
 * is on its way is told.
 */
export async function replyWithMacros(
  shop: Shop,
  { macroIds, actions, ...reply }: ReplyWithMacros,
  by: StaffMember,
): Promise<Result<{ messageId: string; notDone: Action[] }>> {
  const key = `staff:${reply.conversationId}:${reply.requestKey}`;
  const known = await shop.transact((tx) => findByRequestKey(tx, key));
  const replied = await replyToConversation(shop, reply, by);
  if (!replied.ok) return replied;
  if (!known && macroIds.length > 0)
    await shop.transact(async (tx) => {
      for (const id of new Set(macroIds)) await countUse(tx, id);
    });
  const done = await act(shop, reply, actions, by, known ? null : replied.value.messageId);
  const notDone = done.flatMap(({ action, refused }) => (refused ? [action] : []));
  return ok({ messageId: replied.value.messageId, notDone });
}

/** Does what macros do, and keeps with a new answer how it was before, so that taking it back undoes that, too. */
async function act(
  shop: Shop,
  { conversationId, requestKey }: Reply,
  actions: readonly Action[],
  by: StaffMember,
  newMessageId: string | null,
): Promise<Done[]> {
  if (actions.length === 0) return [];
  const standing = async (tx: ShopTx) => {
    const conversation = await loadConversation(tx, conversationId);
    return conversation && standingOf(tx, conversation);
  };
  const was = newMessageId ? await shop.transact(standing) : null;
  const key = `${requestKey}-macro`;
  const done = await runActions(shop, conversationId, actions, by, key);
  if (newMessageId && was)
    await shop.transact(async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      if (!conversation) return;
      const became = await standingOf(tx, conversation);
      const notes = actions.flatMap(({ do: deed }, at) =>
        deed === "note" ? [`staff:${conversationId}:${key}-${at}`] : [],
      );
      if (await noteDeeds(tx, newMessageId, { was, became, notes })) return;
      // it was taken back while they were at it
      await undoDeeds(tx, conversation, { was, became, notes }, by);
      await rebuildWords(tx, conversationId);
    });
  return done;
}
