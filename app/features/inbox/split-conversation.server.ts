import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { watch } from "./acknowledge.server";
import { conversationSplit } from "./facts";
import { lastMessageAt } from "./merge-store.server";
import { replyBy } from "./promise";
import { businessHours, queueNow } from "./promise-store.server";
import { rebuildWords } from "./search-store.server";
import { anotherPerson, waitingIn } from "./split";
import * as splitting from "./split-store.server";
import * as store from "./store.server";
import { copyTies } from "./ties/tie-store.server";

export type Split = { conversationId: string; messageIds: string[]; requestKey: string };

/**
 * Staff take messages out into a conversation of their own: the shopper's, about the same order, or another
 * person's when all of it is theirs (`anotherPerson`). It is open, and who waits in it has waited since they wrote; the
 * old one stays as it is, with its promise. Merging the two brings the messages back. Sending the same form again changes nothing. Refuses `inbox.notFound`
 * when one of the messages is not there or is just being sent, `inbox.empty` for none, and
 * `inbox.sameConversation` when nothing would be left behind.
 */
export const splitConversation = (
  shop: Shop,
  { conversationId, messageIds, requestKey }: Split,
  staffName: string,
): Promise<Result<{ conversationId: string }>> =>
  shop.transact(async (tx) => {
    const from = await store.lockConversation(tx, conversationId);
    if (!from) return refuse("inbox.notFound");
    const key = `split:${conversationId}:${requestKey}`;
    const made = await splitting.madeBy(tx, key);
    if (made) return ok({ conversationId: made });
    if (messageIds.length === 0) return refuse("inbox.empty");
    const chosen = await splitting.chosenMessages(tx, conversationId, messageIds);
    if (chosen.length < new Set(messageIds).size) return refuse("inbox.notFound");
    if (!(await splitting.hasOthers(tx, conversationId, messageIds))) return refuse("inbox.sameConversation");
    const other = anotherPerson(chosen);
    const { email, name, orderId, customerId, locale, subject } = from;
    const into = await store.createConversation(tx, {
      ...(other ? { ...other, orderId: null, customerId: null } : { email, name, orderId, customerId }),
      subject,
      locale,
      channel: "email",
      requestKey: key,
      verified: await splitting.isVerified(tx, conversationId),
      unread: false,
      suggestedId: conversationId,
      suggestedBy: "split",
    });
    if (!other) await copyTies(tx, conversationId, into.id);
    const wait = waitingIn(chosen, await splitting.lastAnsweredAt(tx, conversationId));
    await splitting.moveChosen(tx, messageIds, conversationId, into.id);
    for (const { id, createdAt } of [from, into]) {
      await store.saveConversation(tx, id, {
        lastMessageAt: await lastMessageAt(tx, id, createdAt),
        ...(id === into.id ? wait : {}),
      });
      await rebuildWords(tx, id);
    }
    if (wait.awaitingSince) await owe(tx, into.id, wait.awaitingSince, other ? null : from.replyBy);
    await record(tx, conversationSplit({ conversationId, orderId }, into.id, staffName));
    return ok({ conversationId: into.id });
  });

/**
 * An answer is owed: by when it was promised already, else by what a shopper who wrote then would have been told. That
 * may be over.
 */
async function owe(tx: ShopTx, id: string, since: Date, promised: Date | null): Promise<void> {
  const { hours, usualMs } = await businessHours(tx);
  const by = promised ?? replyBy(since, await queueNow(tx, hours), usualMs, hours);
  await store.saveConversation(tx, id, { replyBy: by });
  await watch(tx, id, 0);
}
