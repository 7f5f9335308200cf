import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationChanged } from "./facts";
import * as store from "./store.server";

/** Nobody owes an answer any more. A person's next message opens it again. Closing twice is closing once. */
export const closeConversation = (
  shop: Shop,
  conversationId: string,
  staffName: string,
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
    await record(tx, conversationChanged("closed", about(conversation), staffName));
    return ok(null);
  });

/** Staff take up a closed conversation again. */
export const reopenConversation = (
  shop: Shop,
  conversationId: string,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.state !== "closed") return ok(null);
    await store.saveConversation(tx, conversationId, { state: "open", closedAt: null });
    await record(tx, conversationChanged("reopened", about(conversation), staffName));
    return ok(null);
  });

/** Somebody takes a conversation on, or (null) gives it back to all. */
export const assignConversation = (
  shop: Shop,
  conversationId: string,
  assignee: string | null,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.assignee === assignee) return ok(null);
    await store.saveConversation(tx, conversationId, { assignee });
    const change = assignee === null ? "unassigned" : "assigned";
    await record(tx, conversationChanged(change, about(conversation), staffName));
    return ok(null);
  });

/** Staff have read it. */
export const markSeen = (shop: Shop, conversationId: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    await store.saveConversation(tx, conversationId, { unread: false });
    return ok(null);
  });

const about = ({ id, orderId }: store.KnownConversation) => ({ conversationId: id, orderId });
