import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { conversationAssigned, conversationChanged } from "../facts";
import type { Doer } from "../people";
import * as store from "../store.server";
import { addTag, removeTag, tagsOf } from "../tag-store.server";
import { deleteNotes } from "../take-back-store.server";
import { type MacroDeeds, type StandingBefore, undoingOf } from "./macro-deeds";

export async function standingOf(
  tx: ShopTx,
  { id, state, snoozedUntil, priority, assignee, assigneeId, teamId }: store.KnownConversation,
): Promise<StandingBefore> {
  return { state, snoozedUntil, priority, assignee, assigneeId, teamId, tags: await tagsOf(tx, id) };
}

/**
 * Undoes what macros did to a conversation, whose row the caller has locked, with an answer that is taken back: tags,
 * whose it is, how urgent, its state and their notes, each unless somebody changed it since. Answers the conversation as
 * it stands then. Macros do nothing beyond the inbox, so there is nothing that stays done elsewhere.
 */
export async function undoDeeds(
  tx: ShopTx,
  conversation: store.KnownConversation,
  deeds: MacroDeeds,
  by: Doer,
): Promise<store.KnownConversation> {
  const { id } = conversation;
  const undoing = undoingOf(deeds, await standingOf(tx, conversation));
  const { change, isStateBack } = undoing;
  for (const tag of undoing.untag) await removeTag(tx, id, tag);
  for (const tag of undoing.tag) await addTag(tx, id, tag);
  await deleteNotes(tx, id, deeds.notes);
  const state = isStateBack ? stateBack(deeds.was, tx.now) : {};
  await store.saveConversation(tx, id, { ...change, ...state });
  const about = { conversationId: id, orderId: conversation.orderId };
  if ("assigneeId" in change || "teamId" in change) {
    const { assignee: name, assigneeId } = { ...conversation, ...change };
    await record(
      tx,
      name && assigneeId
        ? conversationAssigned(about, { id: assigneeId, name }, by)
        : conversationChanged("unassigned", about, by),
    );
  }
  if (isStateBack && deeds.became.state === "closed")
    await record(tx, conversationChanged("reopened", about, by));
  return { ...conversation, ...change, ...state };
}

/** One that was to sleep until a time that has passed is awake. */
function stateBack({ state, snoozedUntil }: StandingBefore, now: Date) {
  if (state !== "snoozed") return { state, closedAt: state === "closed" ? now : null };
  return snoozedUntil && snoozedUntil > now
    ? { state, snoozedUntil, closedAt: null }
    : { state: "open" as const, closedAt: null };
}
