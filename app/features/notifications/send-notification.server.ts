import { orderDetail } from "~/features/orders/queries.server";
import { returnForMail } from "~/features/returns/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import { OUR_SENDER, type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { TryAgain } from "~/platform/queue/failures";
import { issuePass } from "~/platform/shopper-pass.server";
import type { Kind, Occasion } from "./kind";
import { kindOf } from "./registry";
import * as store from "./store.server";
import { notificationLetter } from "./ui/notification-letter";
import { words } from "./words";

/**
 * Sends one message of the outbox. Its Message-ID is made from its id, so that a second try after a broken
 * connection is the same message to every mail system. A message no longer queued is left alone, and one that
 * somebody is sending right now is looked at again later.
 */
export async function sendNotification(shop: Shop, notificationId: string): Promise<void> {
  const sent = await unlessBusy(`mail ${shop.id} ${notificationId}`, async () => {
    const mail = await shop.transact(async (tx) => {
      const queued = await store.takeQueued(tx, notificationId);
      return queued ? compose(shop, tx, queued) : null;
    });
    if (!mail) return;
    await sendMail(mail);
    await shop.transact((tx) => store.noteSent(tx, notificationId, mail.messageId));
  });
  if (!sent) throw new TryAgain("Another process is sending this message");
}

/** A message that cannot be sent until somebody mends something is given up, with the reason shown. */
export const giveUp = (shop: Shop, notificationId: string, reason: string): Promise<void> =>
  shop.transact((tx) => store.noteUnsent(tx, notificationId, "failed", reason));

async function compose(
  shop: Shop,
  tx: ShopTx,
  queued: store.QueuedNotification,
): Promise<OutgoingMail | null> {
  const kind = kindOf(queued.kind);
  const order = await orderDetail(tx, queued.orderId);
  if (!kind || !order || !kind.stillTrue(order)) {
    await store.noteUnsent(tx, queued.id, "dropped", "noLongerTrue");
    return null;
  }
  const face = await shopFace(tx);
  const about = queued.returnId ? await returnForMail(tx, queued.returnId) : null;
  const locale = pickLocale(queued.locale);
  const occasion: Occasion = {
    order,
    return: about,
    data: queued.data,
    settings: face.settings,
    shopName: face.profile.name,
    timeZone: face.profile.timeZone,
    locale,
    words: words(locale),
    orderUrl: orderUrl(shop, face, order.id),
  };
  return toMail(kind, occasion, face, queued);
}

/** A link that opens the order's status without signing in; it holds nothing personal. */
const orderUrl = (shop: Shop, { profile }: ShopFace, orderId: string) =>
  `${profile.storefrontUrl}/apps/aftercare/order?t=${issuePass(shop, { orderId, level: "status" })}`;

function toMail(
  kind: Kind,
  occasion: Occasion,
  face: ShopFace,
  queued: store.QueuedNotification,
): OutgoingMail {
  const said = kind.say(occasion);
  const from = face.settings.mail.fromAddress ?? OUR_SENDER;
  return {
    from: { name: face.settings.mail.fromName ?? occasion.shopName, address: from },
    to: { name: occasion.order.customerName ?? "", address: queued.recipient },
    subject: said.subject,
    ...notificationLetter(said, occasion, face),
    messageId: `n.${queued.id}@${from.split("@")[1]}`,
    automatic: true,
    attachments: kind.attachLabels ? (occasion.return?.labels ?? []) : [],
  };
}
