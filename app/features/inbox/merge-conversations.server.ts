import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationMerged, conversationSeparated } from "./facts";
import * as merging from "./merge-store.server";
import { rebuildWords } from "./search-store.server";
import * as store from "./store.server";
import { settleFirst } from "./ties/tie-order.server";

/**
 * Staff say that two conversations are one: the messages of the first go into the second, where they are
 * marked, and the first is closed; what is written to its address goes there too. Nobody sees more than before:
 * answers still go to the conversation's own shopper, to whom nothing is shown or quoted that was said with
 * somebody else. Merging twice changes nothing.
 * Refuses with `inbox.notFound` when either is gone, `inbox.sameConversation` when both are one, or the second
 * was itself merged into the first.
 */
export const mergeConversations = (
  shop: Shop,
  conversationId: string,
  intoId: string,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const both = await lockBoth(tx, conversationId, intoId);
    if (!both) return refuse("inbox.notFound");
    const [one, into] = both;
    if (one.id === into.id || into.mergedIntoId) return refuse("inbox.sameConversation");
    if (one.mergedIntoId) return one.mergedIntoId === into.id ? ok(null) : refuse("inbox.sameConversation");
    await merging.moveMessages(tx, one, into.id, !isSamePerson(one, into));
    await merging.moveMerged(tx, one.id, into.id);
    await merging.noteMerged(tx, one.id, into.id);
    await store.saveConversation(tx, one.id, {
      state: "closed",
      unread: false,
      closedAt: tx.now,
      awaitingSince: null,
      replyBy: null,
    });
    const isOpen = one.state === "open" || into.state === "open";
    await store.saveConversation(tx, into.id, {
      lastMessageAt: await merging.lastMessageAt(tx, into.id, tx.now),
      ...(isOpen ? { state: "open", closedAt: null, unread: true } : {}),
      awaitingSince: earlier(one.awaitingSince, into.awaitingSince),
      replyBy: earlier(one.replyBy, into.replyBy),
    });
    await settleFirst(tx, into.id);
    for (const { id } of both) await rebuildWords(tx, id);
    const about = { conversationId: into.id, orderId: into.orderId };
    await record(tx, conversationMerged(about, one.id, staffName));
    return ok(null);
  });

/**
 * Takes a merged conversation out again: the messages that came from it go back, and it is open. Refuses with
 * `inbox.notFound` when it is gone; one that was not merged is left alone.
 */
export const separateConversation = (
  shop: Shop,
  conversationId: string,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const seen = await store.loadConversation(tx, conversationId);
    const both = seen?.mergedIntoId ? await lockBoth(tx, conversationId, seen.mergedIntoId) : null;
    if (!both) return seen ? ok(null) : refuse("inbox.notFound");
    const [one, from] = both;
    if (one.mergedIntoId !== from.id) return ok(null);
    await merging.moveBack(tx, one.id, from.id);
    await merging.noteMerged(tx, one.id, null);
    for (const { id } of both)
      await store.saveConversation(tx, id, { lastMessageAt: await merging.lastMessageAt(tx, id, tx.now) });
    await store.saveConversation(tx, one.id, { state: "open", closedAt: null, unread: true });
    for (const { id } of both) {
      await settleFirst(tx, id);
      await rebuildWords(tx, id);
    }
    await record(
      tx,
      conversationSeparated({ conversationId: from.id, orderId: from.orderId }, one.id, staffName),
    );
    return ok(null);
  });

const isSamePerson = (one: store.KnownConversation, other: store.KnownConversation): boolean =>
  one.email.toLowerCase() === other.email.toLowerCase() ||
  (one.customerId !== null && one.customerId === other.customerId);

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** Both rows locked, always in the same order, so that two merges never wait for each other. */
async function lockBoth(
  tx: ShopTx,
  firstId: string,
  secondId: string,
): Promise<[store.KnownConversation, store.KnownConversation] | null> {
  const found = new Map<string, store.KnownConversation>();
  for (const id of [...new Set([firstId, secondId])].sort()) {
    const conversation = await store.lockConversation(tx, id);
    if (!conversation) return null;
    found.set(id, conversation);
  }
  const [first, second] = [found.get(firstId), found.get(secondId)];
  return first && second ? [first, second] : null;
}
