import { orderDetails } from "~/features/orders/queries.server";
import { returnForMail } from "~/features/returns/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import { OUR_SENDER, type OutgoingMail, sendMail } from "~/platform/channels/email/send.server";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { inGroups } from "~/platform/queue/in-groups";
import { issuePass } from "~/platform/shopper-pass.server";
import type { ShopId } from "~/values/ids";
import type { Kind, Occasion } from "./kind";
import { kindOf } from "./registry";
import * as store from "./store.server";
import { notificationLetter } from "./ui/notification-letter";
import { words } from "./words";

/**
 * Sends messages of the outbox. A Message-ID is made from the message's id, so that a second try after a
 * broken connection is the same message to every mail system. A message no longer queued is left alone, and
 * one that somebody is sending right now is looked at again later. Each is noted as soon as it is accepted;
 * one that the mail server refuses for good is given up, and keeps no other from going out.
 */
export async function sendNotifications(shop: Shop, notificationIds: string[]): Promise<void> {
  const nameOf = (id: string) => `mail ${shop.id} ${id}`;
  const failures: unknown[] = [];
  const busy = await unlessBusy(notificationIds.map(nameOf), async (isFree) => {
    const free = notificationIds.filter((id) => isFree(nameOf(id)));
    const mails = await shop.transact(async (tx) => compose(shop, tx, await store.takeQueued(tx, free)));
    const send = async ({ id, mail }: Composed) => {
      await sendMail(mail);
      await noteSent(shop, { id, messageId: mail.messageId });
    };
    await Promise.all(
      mails.map((one) =>
        send(one).catch(async (error: unknown) => {
          if (error instanceof NeedsMerchant) await giveUp(shop, [one.id], error.message);
          failures.push(error);
        }),
      ),
    );
  });
  const again = failures.find((error) => !(error instanceof NeedsMerchant));
  if (again) throw again;
  if (busy) throw new TryAgain("Another process is sending this message");
}

/** So much later at most begins the commit that notes a message as sent; a process killed before it sends it again. */
const NOTED_WITHIN_MS = 15;
const notes = new Map<ShopId, (sent: store.SentNotification) => Promise<void>>();

/** Notes a message as accepted; those a shop's mails bring while one note is written go together into the next. */
function noteSent(shop: Shop, sent: store.SentNotification): Promise<void> {
  let note = notes.get(shop.id);
  if (!note) {
    note = inGroups(NOTED_WITHIN_MS, (all) => shop.transact((tx) => store.noteSent(tx, all)));
    notes.set(shop.id, note);
  }
  return note(sent);
}

/** Messages that cannot be sent until somebody mends something are given up, with the reason shown. */
export const giveUp = (shop: Shop, notificationIds: string[], reason: string): Promise<void> =>
  shop.transact((tx) => store.noteUnsent(tx, notificationIds, "failed", reason));

type Composed = { id: string; mail: OutgoingMail };

async function compose(shop: Shop, tx: ShopTx, all: store.QueuedNotification[]): Promise<Composed[]> {
  if (all.length === 0) return [];
  const face = await shopFace(tx);
  const orders = await orderDetails(
    tx,
    all.map((queued) => queued.orderId),
  );
  const composed: Composed[] = [];
  for (const queued of all) {
    const kind = kindOf(queued.kind);
    const order = orders.get(queued.orderId);
    if (!kind || !order || !kind.stillTrue(order)) {
      await store.noteUnsent(tx, [queued.id], "dropped", "noLongerTrue");
      continue;
    }
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
    composed.push({ id: queued.id, mail: toMail(kind, occasion, face, queued) });
  }
  return composed;
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
