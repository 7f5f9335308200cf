import { orderDetail } from "~/features/orders/queries.server";
import { brandOf, senderOf, shopFace } from "~/features/settings/queries.server";
import { takesMail } from "~/platform/channels/email/inbound.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { direction, formatDay, pickLocale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { ratingUrl, type Score } from "~/platform/rating-pass.server";
import { isMailbox } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { messageWritten } from "./facts";
import * as outgoing from "./outgoing-store.server";
import { isRatingKey } from "./rating";
import { MOST_TRIES, threadOf, worthQuoting } from "./rules";
import { loadConversation, lockConversation } from "./store.server";
import { sendAfterOf } from "./take-back-store.server";
import { renderReply } from "./ui/reply-mail";
import { words } from "./words";

/**
 * Sends the answer a fact is about, to the conversation's shopper and nobody else, once it cannot be taken back any
 * more. It has the same Message-ID
 * however often it is tried, and one that was sent or given up is left alone. How a try ended is noted on the
 * message for staff to see; what passes by itself is tried again for some ten hours.
 */
export async function sendMessage(shop: Shop, factId: string): Promise<void> {
  const taken = await shop.transact(async (tx) => {
    const messageId = await outgoing.messageOfFact(tx, factId);
    const message = messageId ? await outgoing.lockOutgoing(tx, messageId) : null;
    if (message?.state !== "queued") return null;
    const until = await sendAfterOf(tx, message.id);
    if (until && until > tx.now) return putOff(tx, factId, message.id, until);
    await outgoing.noteOutgoing(tx, message.id, { attempts: message.attempts + 1 });
    return { message, mail: await compose(shop, tx, message) };
  });
  if (taken === "later") return;
  if (!taken) throw new NeverMind("The message is gone, sent or given up");
  const { message, mail } = taken;
  if (!mail) return giveUp(shop, message.id, "noAddress");
  try {
    await sendMail(mail);
  } catch (error) {
    if (!(error instanceof TryAgain)) throw error;
    if ((message.attempts + 1) % MOST_TRIES === 0) return giveUp(shop, message.id, error.message);
    await shop.transact((tx) => outgoing.noteOutgoing(tx, message.id, { reason: error.message }));
    throw error;
  }
  await shop.transact((tx) => outgoing.noteOutgoing(tx, message.id, { state: "sent", reason: null }));
}

/** It can be taken back until then. */
async function putOff(tx: ShopTx, factId: string, messageId: string, until: Date): Promise<"later"> {
  const delayMs = until.getTime() - tx.now.getTime();
  await enqueue(tx, "send-message", { factId }, { key: `send:${messageId}`, delayMs });
  return "later";
}

const giveUp = (shop: Shop, messageId: string, reason: string) =>
  shop.transact((tx) => outgoing.noteOutgoing(tx, messageId, { state: "failed", reason }));

/** The mail server refused for good: the message says so, and staff may send it again. */
export const giveUpMessage = (shop: Shop, factId: string, reason: string): Promise<void> =>
  shop.transact(async (tx) => {
    const messageId = await outgoing.messageOfFact(tx, factId);
    if (messageId) await outgoing.noteOutgoing(tx, messageId, { state: "failed", reason });
  });

/** Staff ask to send a failed message again. Refuses with `inbox.notFound` when there is no such one. */
export const sendAgain = (
  shop: Shop,
  conversationId: string,
  messageId: string,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const message = await outgoing.lockOutgoing(tx, messageId);
    if (!conversation || message?.conversationId !== conversationId) return refuse("inbox.notFound");
    if (message.state !== "failed") return ok(null);
    // The tries begin anew, but the fact needs a number of its own.
    await outgoing.noteOutgoing(tx, messageId, { state: "queued", reason: null });
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, messageWritten(about, message, staffName));
    return ok(null);
  });

/** The mail, or null when the conversation has no address to write to. */
async function compose(
  shop: Shop,
  tx: ShopTx,
  message: outgoing.OutgoingMessage,
): Promise<OutgoingMail | null> {
  const conversation = await loadConversation(tx, message.conversationId);
  if (!conversation || !isMailbox(conversation.email) || !message.mailMessageId) return null;
  const face = await shopFace(tx);
  const { settings, profile } = face;
  const sender = await senderOf(tx, face);
  const locale = pickLocale(conversation.locale);
  const says = words(locale);
  const order = conversation.orderId ? await orderDetail(tx, conversation.orderId) : null;
  const before = await outgoing.lastOfShopper(tx, message);
  const thread = threadOf(await outgoing.threadBefore(tx, message));
  const isAsking = isRatingKey(message.requestKey);
  const choice = (score: Score, text: string) => ({ text, href: ratingUrl(shop, conversation.id, score) });
  const bodies = renderReply({
    brand: brandOf(face, locale),
    lang: locale,
    dir: direction(locale),
    title: isAsking ? says.rating.question : says.mail.title(settings.mail.fromName ?? profile.name),
    text: message.text,
    choices: isAsking ? [choice(1, says.rating.yes), choice(0, says.rating.no)] : [],
    quote:
      isAsking || !before
        ? null
        : {
            introduction: says.mail.youWrote(formatDay(before.at, locale, profile.timeZone)),
            text: worthQuoting(before.text),
          },
    footer: [order ? says.mail.about(order.name) : null, says.mail.answer].filter((line) => line !== null),
  });
  const back = replyAddress(shop.id, conversation.id);
  return {
    ...sender,
    // What comes back is filed with the conversation; without a signature SPF must speak for the shop's domain.
    ...(takesMail() && (sender.dkim || !settings.mail.fromAddress) ? { returnPath: back } : {}),
    to: { name: conversation.name ?? "", address: conversation.email },
    replyTo: { name: sender.from.name, address: back },
    subject: says.mail.re(conversation.subject),
    ...bodies,
    messageId: message.mailMessageId,
    ...(thread.inReplyTo ? { inReplyTo: thread.inReplyTo } : {}),
    references: thread.references,
    automatic: message.authorKind === "system",
  };
}
