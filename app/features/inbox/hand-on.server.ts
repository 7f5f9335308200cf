import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationAssigned, conversationChanged } from "./facts";
import { addFollower, removeFollower } from "./follower-store.server";
import type { Doer, StaffMember } from "./people";
import * as store from "./store.server";

/**
 * Staff take a conversation on or give it to somebody who has opened the app, who follows it from then on and
 * has news unless they took it themselves. Giving it to whom it belongs changes nothing. Refuses
 * `inbox.notFound`, and `inbox.unknownStaff` for whoever is not known here.
 */
export async function assignConversation(
  shop: Shop,
  conversationId: string,
  toId: string,
  by: Doer,
): Promise<Result<null>> {
  const to = toId === by.id ? by : (await staffWhoOpened(shop.id)).find(({ id }) => id === toId);
  return shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (!to) return refuse("inbox.unknownStaff");
    if (conversation.assigneeId === to.id) return ok(null);
    await store.saveConversation(tx, conversationId, { assignee: to.name, assigneeId: to.id });
    await addFollower(tx, conversationId, to, to.id !== by.id);
    await record(tx, conversationAssigned({ conversationId, orderId: conversation.orderId }, to, by));
    return ok(null);
  });
}

/** Gives a conversation back to all. Refuses `inbox.notFound`. */
export const unassignConversation = (
  shop: Shop,
  conversationId: string,
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.assignee === null) return ok(null);
    await store.saveConversation(tx, conversationId, { assignee: null, assigneeId: null });
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, conversationChanged("unassigned", about, by.name));
    return ok(null);
  });

/** Staff want to hear of whatever happens in it, or no longer. Refuses `inbox.notFound`. */
export const followConversation = (
  shop: Shop,
  conversationId: string,
  wants: boolean,
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    await (wants ? addFollower(tx, conversationId, by, false) : removeFollower(tx, conversationId, by.id));
    await store.saveConversation(tx, conversationId, {});
    return ok(null);
  });
