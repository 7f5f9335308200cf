import { orderDetail } from "~/features/orders/queries.server";
import { mailboxAddress, messageIdFor } from "~/platform/channels/email/reply-address.server";
import { OUR_SENDER } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { formatTime, pickLocale } from "~/platform/i18n/locales";
import { countWithin } from "~/platform/limits.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { zoneOfAddress } from "~/values/time-zones";
import { messageAcknowledged, messageWritten, replyOwed } from "./facts";
import { type AnswerableMail, type NoAnswer, whyNoAutomaticAnswer } from "./loops";
import { messageOfFact } from "./outgoing-store.server";
import { acknowledgementKey, promiseState, replyBy } from "./promise";
import { businessHours, incomingMessage, machineAnswers, queueNow } from "./promise-store.server";
import * as store from "./store.server";
import { ticketName } from "./threading";
import { words } from "./words";

const HOUR_MS = 3_600_000;
/** Looks at whether a machine may answer; it then answers once a day at most. */
const MOST_AN_HOUR = 20;

/**
 * A person wrote, and nobody answered yet: the reply-by clock begins, with a time that the queue and the
 * business hours allow, and the shopper is told it at once. Told once while they wait, and never a machine, nor
 * more than the loop guard allows; the clock runs all the same. Run again, nothing changes.
 */
export const acknowledge = (shop: Shop, factId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const messageId = await messageOfFact(tx, factId);
    const message = messageId ? await incomingMessage(tx, messageId) : null;
    if (message?.authorKind !== "shopper" || message.reason) return;
    const conversation = await store.lockConversation(tx, message.conversationId);
    if (!conversation?.awaitingSince || conversation.state !== "open" || conversation.replyBy) return;
    const { hours, usualMs, acknowledge: mayTell, timeZone, ownAddress } = await businessHours(tx);
    const by = replyBy(tx.now, await queueNow(tx, hours), usualMs, hours);
    await store.saveConversation(tx, conversation.id, { replyBy: by });
    await watch(tx, conversation.id, 0);
    if (mayTell && !(await whyNoMachineAnswers(tx, conversation, ownAddress, { automatic: null })))
      await tell(shop, tx, conversation, message.id, by, timeZone);
  });

/** Why no machine may answer what was written in this conversation; null when one may. */
export async function whyNoMachineAnswers(
  tx: ShopTx,
  conversation: store.KnownConversation,
  ownAddress: string | null,
  wrote: Pick<AnswerableMail, "automatic" | "isSenderDoubted">,
): Promise<NoAnswer | "tooMany" | null> {
  // Counted first: workers that answer one person's messages at the same time go one after the other.
  const subjects = [`acknowledged ${conversation.email}`];
  const { within } = await countWithin(tx, { subjects, most: MOST_AN_HOUR, windowMs: HOUR_MS });
  if (!within) return "tooMany";
  const answers = await machineAnswers(tx, conversation.email, conversation.id);
  return whyNoAutomaticAnswer(
    { ...wrote, from: { address: conversation.email } },
    {
      now: tx.now,
      conversationId: conversation.id,
      answers,
      ours: [OUR_SENDER, mailboxAddress(tx.shopId), ...(ownAddress ? [ownAddress] : [])],
    },
  );
}

async function tell(
  shop: Shop,
  tx: ShopTx,
  conversation: store.KnownConversation,
  messageId: string,
  by: Date,
  shopTimeZone: string,
): Promise<void> {
  const order = conversation.orderId ? await orderDetail(tx, conversation.orderId) : null;
  const timeZone = zoneOfAddress(order?.shippingAddress ?? null) ?? shopTimeZone;
  const locale = pickLocale(conversation.locale);
  const number = conversation.number === null ? "" : ticketName(conversation.number);
  const id = newId(tx.now);
  await store.addMessage(
    tx,
    {
      conversationId: conversation.id,
      direction: "out",
      authorKind: "system",
      authorName: null,
      authorEmail: null,
      text: words(locale).acknowledged(formatTime(by, locale, timeZone), number),
      state: "queued",
      requestKey: acknowledgementKey(messageId),
      mailMessageId: messageIdFor(shop.id, id),
    },
    id,
  );
  const about = { conversationId: conversation.id, orderId: conversation.orderId };
  await record(tx, messageAcknowledged(about, id, by));
  await record(tx, messageWritten(about, { id, attempts: 0 }, null));
}

/** Looks at a promise again after so many milliseconds: staff are warned before it is broken, and told when it is. */
export const watchPromise = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    const by = conversation?.replyBy;
    if (!conversation || !by) return;
    const { hours } = await businessHours(tx);
    const state = promiseState(by, tx.now, hours);
    const about = { conversationId, orderId: conversation.orderId };
    if (state === "soon") await record(tx, replyOwed("replyDue", about, by));
    if (state !== "late") return watch(tx, conversationId, nextLookMs(by, tx.now));
    await record(tx, replyOwed("replyLate", about, by));
    await store.saveConversation(tx, conversationId, { unread: true });
  });

const QUARTER_MS = 15 * 60_000;

/** Every quarter of an hour while the last business hour may begin, and right after the end. */
const nextLookMs = (by: Date, now: Date): number =>
  Math.min(QUARTER_MS, Math.max(1_000, by.getTime() - now.getTime() + 1_000));

/** Looks at a conversation's promise after so many milliseconds. */
export const watch = (tx: ShopTx, conversationId: string, delayMs: number): Promise<void> =>
  enqueue(tx, "watch-promise", { conversationId }, { key: `promise:${conversationId}`, delayMs });
