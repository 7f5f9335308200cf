import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationChanged } from "./facts";
import { noteSeenBy } from "./follower-store.server";
import type { Doer, StaffMember } from "./people";
import * as store from "./store.server";
import { PRIORITIES, type Priority } from "./views";

/** Nobody owes an answer any more. A person's next message opens it again. Closing twice is closing once. */
export const closeConversation = (
  shop: Shop,
  conversationId: string,
  by: Doer | string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.state === "closed") return ok(null);
    await store.saveConversation(tx, conversationId, {
      state: "closed",
      unread: false,
      closedAt: tx.now,
      awaitingSince: null,
      replyBy: null,
    });
    await record(tx, conversationChanged("closed", about(conversation), by));
    return ok(null);
  });

/**
 * Staff take up a closed conversation again, or one that sleeps. Refuses `inbox.notFound`, and
 * `inbox.sameConversation` for one that was merged into another.
 */
export const reopenConversation = (
  shop: Shop,
  conversationId: string,
  by: Doer | string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.mergedIntoId) return refuse("inbox.sameConversation");
    if (conversation.state !== "closed" && conversation.state !== "snoozed") return ok(null);
    await store.saveConversation(tx, conversationId, { state: "open", closedAt: null });
    await record(tx, conversationChanged("reopened", about(conversation), by));
    return ok(null);
  });

/** Staff have read it: it is not new to anybody any more, and whoever follows it has seen the news. */
export const markSeen = (shop: Shop, conversationId: string, by: StaffMember): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    await noteSeenBy(tx, conversationId, by.id);
    await store.saveConversation(tx, conversationId, { unread: false });
    return ok(null);
  });

/** Says how urgent it is. */
export const prioritise = (shop: Shop, conversationId: string, priority: Priority): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    await store.saveConversation(tx, conversationId, { priority: PRIORITIES.indexOf(priority) });
    return ok(null);
  });

const about = ({ id, orderId }: store.KnownConversation) => ({ conversationId: id, orderId });
