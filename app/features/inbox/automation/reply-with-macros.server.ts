import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result } from "~/values/result";
import { countUse } from "../macro-store.server";
import type { StaffMember } from "../people";
import { type Reply, replyToConversation } from "../reply-to-conversation.server";
import { findByRequestKey } from "../store.server";
import type { Action } from "./actions";
import { runActions } from "./run-actions.server";

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
  const done = await runActions(shop, reply.conversationId, actions, by, `${reply.requestKey}-macro`);
  const notDone = done.flatMap(({ action, refused }) => (refused ? [action] : []));
  return ok({ messageId: replied.value.messageId, notDone });
}
