import { orderDetail } from "~/features/orders/queries.server";
import { brandOf, senderOf, shopFace } from "~/features/settings/queries.server";
import { takesMail } from "~/platform/channels/email/inbound.server";
import { mailboxAddress, messageIdFor } from "~/platform/channels/email/reply-address.server";
import { type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { direction, pickLocale } from "~/platform/i18n/locales";
import { NeverMind } from "~/platform/queue/failures";
import { stopAskingUrl } from "~/platform/rating-pass.server";
import { renderReply } from "../ui/reply-mail";
import { words } from "../words";
import { questionMail } from "./question-mail.server";
import { loadRecommendation, saveRecommendation } from "./recommendation-store.server";

/** Sends the question, with one Message-ID however often it is tried. Sent, answered or erased, it is left alone. */
export async function sendRecommendation(shop: Shop, id: string): Promise<void> {
  const mail = await shop.transact((tx) => compose(shop, tx, id));
  if (!mail) throw new NeverMind("The question is gone, sent, or not wanted");
  await sendMail(mail);
  await shop.transact((tx) => saveRecommendation(tx, id, { sentAt: tx.now }));
}

async function compose(shop: Shop, tx: ShopTx, id: string): Promise<OutgoingMail | null> {
  const asked = await loadRecommendation(tx, id);
  if (!asked || asked.sentAt || asked.answeredAt || asked.stoppedAt) return null;
  const order = await orderDetail(tx, asked.orderId);
  if (!order || order.redacted) return null;
  const face = await shopFace(tx);
  const sender = await senderOf(tx, face);
  const locale = pickLocale(asked.locale);
  const { title, choices } = questionMail(shop, "nps", id, locale, face.profile.name);
  const { recommend, mail } = words(locale);
  const bodies = renderReply({
    brand: brandOf(face, locale),
    lang: locale,
    dir: direction(locale),
    title,
    text: recommend.invitation,
    pictures: [],
    signature: null,
    choices,
    quote: null,
    footer: [mail.about(order.name)],
  });
  return {
    ...sender,
    to: { name: order.customerName ?? "", address: asked.email },
    ...(takesMail() ? { replyTo: { name: sender.from.name, address: mailboxAddress(shop.id) } } : {}),
    subject: title,
    ...bodies,
    messageId: messageIdFor(shop.id, id),
    automatic: true,
    unsubscribeUrl: stopAskingUrl(shop, id),
  };
}
