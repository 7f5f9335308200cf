import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationChanged, conversationWoke } from "./facts";
import { tellFollowers } from "./follower-store.server";
import type { Doer } from "./people";
import { businessHours } from "./promise-store.server";
import { type SnoozeWish, snoozeEnd } from "./snooze";
import * as store from "./store.server";

/**
 * Staff put a conversation aside until a time; it wakes then, and at once when a person writes. A promise to
 * answer goes on. Refuses `inbox.notFound`, `inbox.sameConversation` for one that was merged into another, and
 * `inbox.noTime` when the time has passed or is more than a year away.
 */
export const snoozeConversation = (
  shop: Shop,
  conversationId: string,
  wish: SnoozeWish,
  by: Doer | string,
): Promise<Result<{ until: Date }>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.mergedIntoId) return refuse("inbox.sameConversation");
    const { hours } = await businessHours(tx);
    const until = snoozeEnd(wish, tx.now, hours);
    if (!until) return refuse("inbox.noTime");
    await store.saveConversation(tx, conversationId, {
      state: "snoozed",
      snoozedUntil: until,
      unread: false,
      closedAt: null,
    });
    await wakeAt(tx, conversationId, until);
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, conversationChanged("snoozed", about, by));
    return ok({ until });
  });

/** Opens a conversation whose time has come. One that is awake, or sleeps longer since, is left alone. */
export const wakeConversation = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    const until = conversation?.snoozedUntil;
    if (!until || conversation.state !== "snoozed") return;
    if (until > tx.now) return wakeAt(tx, conversationId, until);
    await store.saveConversation(tx, conversationId, { state: "open", unread: true });
    await tellFollowers(tx, conversationId, null);
    await record(tx, conversationWoke({ conversationId, orderId: conversation.orderId }, until));
  });

const wakeAt = (tx: ShopTx, conversationId: string, until: Date): Promise<void> =>
  enqueue(
    tx,
    "wake-conversation",
    { conversationId },
    { key: `wake:${conversationId}`, delayMs: Math.max(1_000, until.getTime() - tx.now.getTime()) },
  );
