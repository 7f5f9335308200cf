import { orderDetails } from "~/features/orders/queries.server";
import { returnForMail } from "~/features/returns/queries.server";
import { senderOf } from "~/features/settings/queries.server";
import type { OutgoingMail } from "~/platform/channels/email/send.server";
import { channels } from "~/platform/channels/registry";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { SafeError } from "~/platform/log.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { inGroups } from "~/platform/queue/in-groups";
import type { ShopId } from "~/values/ids";
import { addTexts } from "./add-texts.server";
import { askedBy, digestOf, localeOf, occasionOf, orderUrl, toMail, write } from "./compose.server";
import { mailFace } from "./mail-face.server";
import { isOptional, postmarks } from "./postmarks.server";
import { lookAgainLater } from "./queue.server";
import { kindOf } from "./registry";
import { type DropReason, PAUSED_AT_MOST, whyNotNow } from "./rules";
import { standingOf } from "./standing";
import * as store from "./store.server";
import type { BarReason } from "./suppression";
import { barOf, barredAmong } from "./suppression-store.server";
import { noteFailures, textsFor } from "./template-store.server";

/**
 * Sends messages of the outbox. A Message-ID is made from the message's id, so that a second try after a
 * broken connection is the same message to every mail system. A message no longer queued is left alone, and
 * one that somebody is sending right now is looked at again later. Each is noted as soon as it is accepted;
 * one that the mail server refuses for good is given up, and keeps no other from going out.
 */
export async function sendNotifications(shop: Shop, notificationIds: string[]): Promise<void> {
  const nameOf = (id: string) => `mail ${shop.id} ${id}`;
  const failures: { id: string; error: unknown }[] = [];
  const busy = await unlessBusy(notificationIds.map(nameOf), async (isFree) => {
    const free = notificationIds.filter((id) => isFree(nameOf(id)));
    const mails = await shop.transact(async (tx) => compose(shop, tx, await store.takeQueued(tx, free)));
    const send = async ({ id, mail, digest }: Composed) => {
      await channels.email.send(mail);
      await noteSent(shop, { id, digest, messageId: mail.messageId });
    };
    await Promise.all(
      mails.map((one) =>
        send(one).catch(async (error: unknown) => {
          if (error instanceof NeedsMerchant) await giveUp(shop, [one.id], error.message);
          failures.push({ id: one.id, error });
        }),
      ),
    );
  });
  const again = failures.filter(({ error }) => !(error instanceof NeedsMerchant));
  if (again.length > 0) {
    await noteTries(shop, again);
    throw again[0]?.error;
  }
  if (busy) throw new TryAgain("Another process is sending this message");
}

/** So much later at most begins the commit that notes a message as sent; a process killed before it sends it again. */
const NOTED_WITHIN_MS = 60;
const notes = new Map<ShopId, (sent: store.SentNotification) => Promise<void>>();

/** Notes a message as accepted; those a shop's mails bring while one note is written go together into the next. */
function noteSent(shop: Shop, sent: store.SentNotification): Promise<void> {
  let note = notes.get(shop.id);
  if (!note) {
    note = inGroups(NOTED_WITHIN_MS, (all) =>
      shop.transact(async (tx) => {
        const { phones } = await store.noteSent(tx, all);
        const ids = all.map(({ id }) => id);
        if (phones) await addTexts(tx, ids);
      }),
    );
    notes.set(shop.id, note);
  }
  return note(sent);
}

/** Messages that cannot be sent until somebody mends something are given up, with the reason shown. */
export const giveUp = (shop: Shop, notificationIds: string[], reason: string): Promise<void> =>
  shop.transact((tx) => store.noteUnsent(tx, notificationIds, "failed", reason));

/** Notes tries that failed, as far as their reason may be shown. */
const noteTries = (shop: Shop, failures: { id: string; error: unknown }[]): Promise<void> =>
  shop.transact((tx) =>
    store.noteTried(
      tx,
      failures.map(({ id, error }) => ({ id, why: error instanceof SafeError ? error.message : "" })),
    ),
  );

type Composed = { id: string; mail: OutgoingMail; digest: string };

async function compose(shop: Shop, tx: ShopTx, all: store.QueuedNotification[]): Promise<Composed[]> {
  if (all.length === 0) return [];
  const face = await mailFace(tx);
  const orders = await orderDetails(
    tx,
    all.map((queued) => queued.orderId),
  );
  const sender = await senderOf(tx, face);
  const bars = await barredAmong(
    tx,
    all.map(({ recipient }) => recipient),
  );
  const textsAt = await textsFor(
    tx,
    all.map(({ kind, locale, createdAt }) => ({ kind, locale, at: createdAt })),
  );
  const failed: { id: string; why: string }[] = [];
  const composed: Composed[] = [];
  const barred = new Map<BarReason, string[]>();
  const dropped = new Map<DropReason, string[]>();
  const paused: store.QueuedNotification[] = [];
  const toPhones: string[] = [];
  for (const queued of all) {
    const kind = kindOf(queued.kind);
    const order = orders.get(queued.orderId);
    const why =
      kind && order
        ? whyNotNow(kind, face.settings.notifications, standingOf(order, queued.data))
        : "noLongerTrue";
    if (why === "paused") paused.push(queued);
    else if (why) dropped.set(why, [...(dropped.get(why) ?? []), queued.id]);
    if (why || !kind || !order) continue;
    if (queued.recipient === "") {
      toPhones.push(queued.id);
      continue;
    }
    const bar = barOf(bars, queued.recipient, isOptional(kind));
    if (bar) {
      barred.set(bar, [...(barred.get(bar) ?? []), queued.id]);
      continue;
    }
    const about = {
      order,
      return: queued.returnId ? await returnForMail(tx, queued.returnId) : null,
      data: queued.data,
      locale: localeOf(queued),
      stranger: queued.gift === true,
    };
    const url = orderUrl(shop, face, order.id, queued.gift ? queued.returnId : null);
    const asked = askedBy(shop, kind, queued.data);
    const occasion = { ...occasionOf(face, about, url), ...(asked ? { answerUrl: asked.answerUrl } : {}) };
    const written = write(kind, occasion, face, textsAt(queued.createdAt));
    if (written.failed) failed.push(written.failed);
    const mail = {
      ...toMail(kind, occasion, sender, queued, written),
      ...postmarks(shop, kind, queued.id, sender),
      ...(asked ? { unsubscribeUrl: asked.unsubscribeUrl } : {}),
    };
    composed.push({ id: queued.id, mail, digest: digestOf(written, url) });
  }
  for (const [why, ids] of dropped) await store.noteUnsent(tx, ids, "dropped", why);
  for (const [why, ids] of barred) await store.noteUnsent(tx, ids, "suppressed", why);
  await holdPaused(tx, paused);
  await tellByPhone(tx, toPhones);
  await noteFailures(tx, failed);
  return composed;
}

/** Where there is no address, a phone is told in the mail's place; what no phone may be told is left out. */
async function tellByPhone(tx: ShopTx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const told = await addTexts(tx, ids);
  await store.noteByPhone(tx, told);
  await store.noteUnsent(
    tx,
    ids.filter((id) => !told.has(id)),
    "dropped",
    "notForPhones",
  );
}

/** Messages that were on their way when the shop paused them wait with the others, from when they came up. */
async function holdPaused(tx: ShopTx, paused: store.QueuedNotification[]): Promise<void> {
  for (const { id, createdAt } of paused) {
    const until = new Date(Math.max(createdAt.getTime() + PAUSED_AT_MOST, tx.now.getTime() + 60_000));
    await store.holdQueued(tx, [id], "paused", until);
    await lookAgainLater(tx, [until]);
  }
}
