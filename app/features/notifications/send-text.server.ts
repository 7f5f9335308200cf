import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { TextMessage } from "~/platform/channels/channel";
import { OptedOut } from "~/platform/channels/opted-out";
import { twilio } from "~/platform/channels/sms/twilio.server";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { partnerUrl } from "~/platform/partner-pass.server";
import { enqueueAll } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { newId } from "~/values/ids";
import { occasionOf, orderUrl } from "./compose.server";
import { consentWords } from "./consent-words";
import { kindOf } from "./registry";
import { whyNotNow } from "./rules";
import { standingOf } from "./standing";
import { templateFor } from "./template";
import { textsFor } from "./template-store.server";
import { accountSettings } from "./text-account.server";
import * as store from "./text-store.server";
import { consentAfter, mayText, phoneOf, textOf } from "./texts";

/**
 * Mails that were sent go to phones besides, where the shop wants that of their kind: once each, and not to who
 * has refused. In the transaction that notes the mails as sent.
 */
export async function addTexts(tx: ShopTx, sentMailIds: string[]): Promise<void> {
  const mails = (await store.mailsToText(tx, sentMailIds)).filter(({ kind: key }) => {
    const kind = kindOf(key);
    return kind && mayText(kind);
  });
  if (mails.length === 0) return;
  const said = await store.consentsOf(
    tx,
    mails.flatMap(({ phone }) => phoneOf(phone) ?? []),
  );
  const rows = mails.map((mail): store.NewText => {
    const phone = phoneOf(mail.phone);
    const one = { ...mail, newId: newId(tx.now), phone: phone ?? mail.phone };
    if (!phone) return { ...one, state: "dropped", reason: "badNumber" };
    const refused = said.get(phone)?.transactional === "refused";
    return { ...one, state: refused ? "suppressed" : "queued", reason: refused ? "optedOut" : null };
  });
  const queued = await store.addTextRows(tx, rows);
  await enqueueAll(
    tx,
    queued.map((notificationId) => ({ task: "send-text", payload: { notificationId } })),
  );
}

/**
 * Sends a message to a phone. A second try first asks the provider whether the one before arrived there. One whose
 * news is over by now is dropped; who turns out to have opted out is not written to again.
 */
export async function sendText(shop: Shop, notificationId: string): Promise<void> {
  const name = `text ${shop.id} ${notificationId}`;
  const busy = await unlessBusy([name], async (isFree) => {
    if (!isFree(name)) return;
    const composed = await shop.transact((tx) => compose(shop, tx, notificationId));
    if (!composed) return;
    try {
      const { providerId } = await twilio.send(composed.account, composed.message, {
        fetch: (url, init) => fetch(url, init),
      });
      await shop.transact((tx) =>
        store.noteText(tx, notificationId, { from: "queued", state: "sent", providerId }),
      );
    } catch (error) {
      if (error instanceof OptedOut) return void (await optOut(shop, notificationId, composed.message.to));
      if (error instanceof NeedsMerchant) await giveUpText(shop, notificationId, error.message);
      throw error;
    }
  });
  if (busy) throw new TryAgain("Another process is sending this message");
}

/** A message that cannot be sent until somebody mends something is given up, with the reason shown. */
export const giveUpText = (shop: Shop, notificationId: string, reason: string): Promise<void> =>
  shop.transact((tx) => store.noteText(tx, notificationId, { from: "queued", state: "failed", reason }));

const optOut = (shop: Shop, notificationId: string, phone: string): Promise<void> =>
  shop.transact(async (tx) => {
    await store.saveConsent(tx, phone, consentAfter(null, "stop"), "provider");
    await store.noteText(tx, notificationId, { from: "queued", state: "suppressed", reason: "optedOut" });
  });

type Composed = { account: unknown; message: TextMessage };

async function compose(shop: Shop, tx: ShopTx, id: string): Promise<Composed | null> {
  const queued = await store.takeText(tx, id);
  if (!queued) return null;
  const [kind, order, face] = [
    kindOf(queued.kind),
    await orderDetail(tx, queued.orderId),
    await shopFace(tx),
  ];
  const account = await store.loadAccount(tx);
  const settings = account?.enabled ? accountSettings(account) : null;
  const why =
    kind && order && settings
      ? whyNotNow(kind, face.settings.notifications, standingOf(order, queued.data))
      : "switchedOff";
  const refused = (await store.consentsOf(tx, [queued.recipient])).get(queued.recipient);
  if (refused?.transactional === "refused") {
    await store.noteText(tx, id, { from: "queued", state: "suppressed", reason: "optedOut" });
    return null;
  }
  if (why || !kind || !order) {
    const reason = why === "paused" ? "pausedTooLong" : why;
    await store.noteText(tx, id, { from: "queued", state: "dropped", reason });
    return null;
  }
  const locale = pickLocale(queued.locale);
  const about = { order, return: null, data: queued.data, locale, stranger: false };
  const { kind: key, createdAt: at } = queued;
  const texts = (await textsFor(tx, [{ kind: key, locale, at }]))(at);
  const { subject } = templateFor(
    kind,
    locale,
    texts,
  )(occasionOf(face, about, orderUrl(shop, face, order.id)));
  const message = {
    id,
    to: queued.recipient,
    text: textOf(subject, `${face.profile.storefrontUrl}/apps/aftercare`, consentWords(locale).texts.ending),
    triedSince: queued.attempts > 1 ? queued.createdAt : null,
    statusUrl: partnerUrl(shop.id, id),
  };
  return { account: settings, message };
}
