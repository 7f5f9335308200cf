import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Draft, keepDraft, notePresence, othersAt, type Present } from "./desk-store.server";
import type { StaffMember } from "./people";
import { loadConversation } from "./store.server";

export type AtDesk = {
  conversationId: string;
  isTyping: boolean;
  /** what they have written so far; null: that has not changed, or they may not write */
  draft: Draft | null;
};

/** Somebody has a conversation before them: others see that, and what they write is kept. Refuses `inbox.notFound`. */
export const sitAtDesk = (
  shop: Shop,
  { conversationId, isTyping, draft }: AtDesk,
  by: StaffMember,
): Promise<Result<{ others: Present[] }>> =>
  shop.transact(async (tx) => {
    if (!(await loadConversation(tx, conversationId))) return refuse("inbox.notFound");
    if (draft) await keepDraft(tx, conversationId, by.id, draft);
    await notePresence(tx, conversationId, by, isTyping);
    return ok({ others: await othersAt(tx, conversationId, by.id) });
  });
