import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type RefusalCode, type Result, refuse } from "~/values/result";
import { watch } from "../acknowledge.server";
import { conversationAssigned, conversationChanged } from "../facts";
import type { StaffMember } from "../people";
import * as store from "../store.server";
import { tagConversation, untagConversation } from "../tag-conversation.server";
import { addedUp, type BulkAnswer, type ItemBefore, type UndoableKind } from "./bulk";
import { closedAtOf, takeBefore } from "./bulk-store.server";
import { fewAtATime } from "./few-at-a-time";

type Undone = { kind: UndoableKind; given: string | null; at: Date };

/**
 * Makes many conversations what they were before somebody changed them at once. What was changed again since stays
 * so (`inbox.changedSince`). Undone once; only by who did it, and within a day. Refuses `inbox.notFound` otherwise.
 */
export async function undoMany(shop: Shop, undoId: string, by: StaffMember): Promise<Result<BulkAnswer>> {
  const taken = await shop.transact((tx) => takeBefore(tx, undoId, by.id));
  if (!taken) return refuse("inbox.notFound");
  const { kind, before, at } = taken;
  const refused: RefusalCode[] = [];
  await fewAtATime(before.items, async (item) => {
    const done = await undoOne(shop, item, { kind, given: before.given, at }, by);
    if (!done.ok) refused.push(done.refusal.code);
  });
  return ok({ done: before.items.length - refused.length, refused: addedUp(refused), undoId: null });
}

async function undoOne(shop: Shop, item: ItemBefore, undone: Undone, by: StaffMember): Promise<Result<null>> {
  if (undone.kind === "tag") return untagConversation(shop, item.id, undone.given ?? "");
  if (undone.kind === "untag") return tagConversation(shop, item.id, undone.given ?? "");
  return shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, item.id);
    if (!conversation) return refuse("inbox.notFound");
    if (undone.kind === "close") return openAgain(tx, conversation, item, undone, by);
    return giveBack(tx, conversation, item, undone, by);
  });
}

/** Only what is still closed, and by that step. */
async function openAgain(
  tx: ShopTx,
  conversation: store.KnownConversation,
  { state, awaitingSince, replyBy, snoozedUntil }: ItemBefore,
  { at }: Undone,
  by: StaffMember,
): Promise<Result<null>> {
  const closedAt = await closedAtOf(tx, conversation.id);
  if (!closedAt || closedAt < at || conversation.mergedIntoId) return refuse("inbox.changedSince");
  const sleeps = state === "snoozed" && snoozedUntil !== null && snoozedUntil > tx.now;
  await store.saveConversation(tx, conversation.id, {
    state: state === "snoozed" && !sleeps ? "open" : state,
    closedAt: null,
    awaitingSince,
    replyBy,
    ...(sleeps ? { snoozedUntil } : {}),
  });
  if (replyBy) await watch(tx, conversation.id, 0);
  await record(tx, conversationChanged("reopened", aboutOf(conversation), by));
  return ok(null);
}

/** Only what is still whose that step made it. */
async function giveBack(
  tx: ShopTx,
  conversation: store.KnownConversation,
  { assignee, assigneeId, teamId }: ItemBefore,
  { kind, given }: Undone,
  by: StaffMember,
): Promise<Result<null>> {
  const now = kind === "team" ? conversation.teamId : conversation.assigneeId;
  if (now !== given) return refuse("inbox.changedSince");
  await store.saveConversation(tx, conversation.id, {
    assignee,
    assigneeId,
    ...(kind === "team" ? { teamId } : {}),
  });
  const about = aboutOf(conversation);
  await record(
    tx,
    assigneeId && assignee
      ? conversationAssigned(about, { id: assigneeId, name: assignee }, by)
      : conversationChanged("unassigned", about, by),
  );
  return ok(null);
}

const aboutOf = ({ id, orderId }: store.KnownConversation) => ({ conversationId: id, orderId });
