import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { silentSince } from "./close-silent-store.server";
import { conversationClosedInSilence } from "./facts";
import * as store from "./store.server";

const DAY_MS = 86_400_000;
/** So many a run; the rest has the next hour's. */
const MOST_A_RUN = 1_000;

/**
 * Closes the conversations that have waited for their shopper for as many days as the merchant set, and in which
 * nobody has written anything since. Nobody is asked how it was: no person closed them. A new message opens them
 * again as any other. Does nothing where the merchant set no days.
 */
export async function closeSilent(shop: Shop): Promise<void> {
  const { ids, days } = await shop.transact(async (tx) => {
    const { settings } = await shopFace(tx);
    const days = settings.inbox.autoCloseDays;
    return { days, ids: days === null ? [] : await silentSince(tx, since(tx.now, days), MOST_A_RUN) };
  });
  if (days !== null) for (const id of ids) await closeOne(shop, id, days);
}

const since = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** Each in a transaction of its own: whoever writes meanwhile finds it open. */
const closeOne = (shop: Shop, id: string, days: number): Promise<void> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, id);
    if (conversation?.state !== "waiting") return;
    if (conversation.lastMessageAt > since(tx.now, days)) return;
    await store.saveConversation(tx, id, {
      state: "closed",
      unread: false,
      closedAt: tx.now,
      awaitingSince: null,
      replyBy: null,
    });
    const about = { conversationId: id, orderId: conversation.orderId };
    await record(tx, conversationClosedInSilence(about, days));
  });
