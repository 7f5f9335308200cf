import { brandOf, senderOf, shopFace } from "~/features/settings/queries.server";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import { type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { shopifyApp } from "~/platform/shopify/app.server";
import { ticketName } from "../threading";
import { renderNotice } from "../ui/notice-mail";
import { slaWords } from "../words/sla-staff";
import { missedClock } from "./clock-store.server";

const words = slaWords.mail;

/**
 * Tells the address that the clock's policy names of a missed target: which ticket, which target, and the way to
 * it, but nothing of the shopper. It has one Message-ID however often it is tried.
 */
export async function mailMissedTarget(shop: Shop, clockId: string): Promise<void> {
  const mail = await shop.transact((tx) => compose(shop, tx, clockId));
  if (!mail) throw new NeverMind("The clock or its policy is gone");
  await sendMail(mail);
}

async function compose(shop: Shop, tx: ShopTx, clockId: string): Promise<OutgoingMail | null> {
  const clock = await missedClock(tx, clockId);
  const face = await shopFace(tx);
  const to = face.settings.inbox.sla.find(({ id }) => id === clock?.policyId)?.onMiss.mailTo;
  if (!clock || !to) return null;
  const ticket = clock.number === null ? "" : ticketName(clock.number);
  const href = `https://${shop.id}/admin/apps/${shopifyApp.key}/app/inbox/${clock.conversationId}`;
  return {
    ...(await senderOf(tx, face)),
    to: { name: "", address: to },
    subject: words.subject(ticket, clock.metric),
    ...renderNotice({
      brand: brandOf(face, "en"),
      title: words.title,
      text: words.text(ticket, clock.metric, clock.policyName),
      link: { text: words.open, href },
      footer: words.why,
    }),
    messageId: messageIdFor(shop.id, clockId),
    automatic: true,
  };
}
