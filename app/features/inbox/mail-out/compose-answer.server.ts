import { orderDetail } from "~/features/orders/queries.server";
import { brandOf, senderOf, shopFace } from "~/features/settings/queries.server";
import { unreachableAmong } from "~/platform/channels/email/barred.server";
import { inboundMail, takesMail } from "~/platform/channels/email/inbound.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Attachment, OutgoingMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { direction, formatDay, pickLocale } from "~/platform/i18n/locales";
import { emailKey, isMailbox } from "~/values/keys";
import * as outgoing from "../outgoing-store.server";
import { isAcknowledgement } from "../promise";
import { questionOfKey } from "../rating";
import { threadOf, worthQuoting } from "../rules";
import { type KnownConversation, loadConversation } from "../store.server";
import { questionMail } from "../surveys/question-mail.server";
import { renderReply } from "../ui/reply-mail";
import { words } from "../words";
import { enclosedWith } from "./enclosure-store.server";

/**
 * The mail of an answer, the same on every try; null when the conversation has no address to write to. Who gets copies
 * was said when it was written; whoever cannot be reached any more is left out.
 */
export async function composeAnswer(
  shop: Shop,
  tx: ShopTx,
  message: outgoing.OutgoingMessage,
): Promise<OutgoingMail | null> {
  const conversation = await loadConversation(tx, message.conversationId);
  if (!conversation || !isMailbox(conversation.email) || !message.mailMessageId) return null;
  const face = await shopFace(tx);
  const sender = await senderOf(tx, face);
  const locale = pickLocale(conversation.locale);
  const thread = threadOf(await outgoing.threadBefore(tx, message));
  const { attachments, pictures } = await enclosuresOf(tx, message.id);
  const back = replyAddress(shop.id, conversation.id);
  const bodies = renderReply({
    brand: brandOf(face, locale),
    lang: locale,
    dir: direction(locale),
    text: message.text,
    pictures,
    signature: message.folded,
    ...(await around(shop, tx, message, conversation)),
  });
  return {
    ...sender,
    // What comes back is filed with the conversation; without a signature SPF must speak for the shop's domain.
    ...(takesMail() && (sender.dkim || !face.settings.mail.fromAddress) ? { returnPath: back } : {}),
    to: { name: conversation.name ?? "", address: conversation.email },
    cc: (await copiesOf(tx, message, conversation)).map((address) => ({ name: "", address })),
    ...(message.undelivered.length > 0 ? { only: message.undelivered } : {}),
    replyTo: { name: sender.from.name, address: back },
    subject: words(locale).mail.re(conversation.subject),
    ...bodies,
    attachments,
    messageId: message.mailMessageId,
    ...(thread.inReplyTo ? { inReplyTo: thread.inReplyTo } : {}),
    references: thread.references,
    automatic: message.authorKind === "system",
  };
}

/** What stands around an answer's words: its title, ways to answer, the quote, the footer. */
async function around(
  shop: Shop,
  tx: ShopTx,
  message: outgoing.OutgoingMessage,
  conversation: KnownConversation,
) {
  const { settings, profile } = await shopFace(tx);
  const locale = pickLocale(conversation.locale);
  const says = words(locale);
  const order = conversation.orderId ? await orderDetail(tx, conversation.orderId) : null;
  const before = await outgoing.lastOfShopper(tx, message);
  const question = questionOfKey(message.requestKey);
  const asked = question && questionMail(shop, question, conversation.id, locale, profile.name);
  const heading = isAcknowledgement(message.requestKey)
    ? says.sent.title
    : says.mail.title(settings.mail.fromName ?? profile.name);
  return {
    title: asked?.title ?? heading,
    choices: asked?.choices ?? [],
    quote:
      asked || !before
        ? null
        : {
            introduction: says.mail.youWrote(formatDay(before.at, locale, profile.timeZone)),
            text: worthQuoting(before.text),
          },
    footer: [order ? says.mail.about(order.name) : null, says.mail.answer].filter((line) => line !== null),
  };
}

async function copiesOf(
  tx: ShopTx,
  { cc }: outgoing.OutgoingMessage,
  { email }: KnownConversation,
): Promise<string[]> {
  const barred = new Set(await unreachableAmong(tx, cc));
  return cc.filter((one) => isMailbox(one) && one !== emailKey(email) && !barred.has(one));
}

/** What goes with it, and the pictures among its words with the addresses that the HTML knows them by. */
async function enclosuresOf(tx: ShopTx, messageId: string) {
  const enclosed = await enclosedWith(tx, messageId);
  // As unlike any other mail's as a Message-ID (RFC 2392).
  const cidOf = (id: string) => `${id}@${inboundMail.domain}`;
  const attachments: Attachment[] = enclosed.map(({ id, name, contentType, bytes, isInline }) => ({
    filename: name,
    contentType,
    content: bytes,
    ...(isInline ? { cid: cidOf(id) } : {}),
  }));
  const pictures = enclosed
    .filter(({ isInline }) => isInline)
    .map(({ id, name }) => ({ name, src: `cid:${cidOf(id)}` }));
  return { attachments, pictures };
}
