import { orderDetail } from "~/features/orders/queries.server";
import { returnForMail } from "~/features/returns/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { TextChannel, TextMessage } from "~/platform/channels/channel";
import { OptedOut } from "~/platform/channels/opted-out";
import { type TextChannelKey, textChannels } from "~/platform/channels/registry";
import { Unclear } from "~/platform/channels/unclear";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { partnerUrl } from "~/platform/partner-pass.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { fillApproved } from "./approved-texts";
import { occasionOf, orderUrl } from "./compose.server";
import { consentWords } from "./consent-words";
import { kindOf } from "./registry";
import { whyNotNow } from "./rules";
import { standingOf } from "./standing";
import { templateFor } from "./template";
import { textsFor } from "./template-store.server";
import { accountSettings } from "./text-account.server";
import * as store from "./text-store.server";
import { beforeTryingAgain, consentAfter, NO_ANSWER, textOf, whyNoText } from "./texts";

/**
 * Sends a message to a phone. A second try first asks the provider whether the one before arrived there, or waits to
 * hear of it where it cannot be asked. One whose news is over by now is dropped; who turns out to have opted out is
 * not written to again.
 */
export async function sendText(shop: Shop, notificationId: string): Promise<void> {
  const name = `text ${shop.id} ${notificationId}`;
  const busy = await unlessBusy([name], async (isFree) => {
    if (!isFree(name)) return;
    const composed = await shop.transact((tx) => compose(shop, tx, notificationId));
    if (composed === "unheard") throw new TryAgain("Waiting to hear whether the message arrived");
    if (composed) await send(shop, composed);
  });
  if (busy) throw new TryAgain("Another process is sending this message");
}

type Composed = { key: TextChannelKey; channel: TextChannel; account: unknown; message: TextMessage };

async function send(shop: Shop, { key, channel, account, message }: Composed): Promise<void> {
  const note = (change: Parameters<typeof store.noteText>[2]) =>
    shop.transact((tx) => store.noteText(tx, message.id, change));
  try {
    const { providerId } = await channel.send(account, message, { fetch: (url, init) => fetch(url, init) });
    await note({ from: ["queued"], state: "sent", providerId });
  } catch (error) {
    if (error instanceof OptedOut) return void (await optOut(shop, key, message));
    if (error instanceof NeedsMerchant || error instanceof NeverMind)
      await giveUpText(shop, message.id, error.message);
    else if (error instanceof TryAgain && !channel.capabilities.finds) {
      const why = error instanceof Unclear ? NO_ANSWER : error.message;
      await note({ from: ["queued"], state: "queued", step: { did: "tried", why } });
    }
    throw error;
  }
}

/** A message that cannot be sent until somebody mends something is given up, with the reason shown. */
export const giveUpText = (shop: Shop, notificationId: string, reason: string): Promise<void> =>
  shop.transact((tx) => store.noteText(tx, notificationId, { from: ["queued"], state: "failed", reason }));

const optOut = (shop: Shop, key: TextChannelKey, { id, to }: TextMessage): Promise<void> =>
  shop.transact(async (tx) => {
    await store.saveConsent(tx, key, to, consentAfter(null, "stop"), "provider");
    await store.noteText(tx, id, { from: ["queued"], state: "suppressed", reason: "optedOut" });
  });

async function compose(shop: Shop, tx: ShopTx, id: string): Promise<Composed | "unheard" | null> {
  const queued = await store.takeText(tx, id);
  if (!queued) return null;
  const channel: TextChannel = textChannels[queued.channel];
  if (!channel.capabilities.finds) {
    const before = beforeTryingAgain(queued.attempts, queued.trace, tx.now);
    // Thrown, it takes the count of this try back.
    if (before === "wait") throw new TryAgain("Waiting to hear whether the message arrived");
    if (before === "lost") {
      await store.noteLostTry(tx, id);
      return "unheard";
    }
  }
  const account = await store.loadAccount(tx, queued.channel);
  const face = await shopFace(tx);
  const said = (await store.consentsOf(tx, queued.channel, [queued.recipient])).get(queued.recipient);
  const barred = whyNoText(said, account?.onlyAgreed ?? false);
  if (barred) {
    await store.noteText(tx, id, { from: ["queued"], state: "suppressed", reason: barred });
    return null;
  }
  const written = await write(shop, tx, queued, account, face);
  if ("why" in written) {
    await store.noteText(tx, id, { from: ["queued"], state: "dropped", reason: written.why });
    return null;
  }
  const message = {
    ...written.message,
    id,
    to: queued.recipient,
    triedSince: queued.attempts > 1 ? queued.createdAt : null,
    statusUrl: partnerUrl(shop.id, id),
  };
  return { key: queued.channel, channel, account: written.settings, message };
}

type Written = { settings: unknown; message: Pick<TextMessage, "text" | "template"> } | { why: string };

/** What a message says, or why it says nothing any more. */
async function write(
  shop: Shop,
  tx: ShopTx,
  queued: store.QueuedText,
  account: store.TextAccount | null,
  face: ShopFace,
): Promise<Written> {
  const kind = kindOf(queued.kind);
  const order = await orderDetail(tx, queued.orderId);
  const settings = account?.enabled ? accountSettings(queued.channel, account) : null;
  if (!kind || !order || !account || !settings) return { why: "switchedOff" };
  const why = whyNotNow(kind, face.settings.notifications, standingOf(order, queued.data));
  if (why) return { why: why === "paused" ? "pausedTooLong" : why };
  const approved = account.templates[kind.key];
  if (textChannels[queued.channel].capabilities.approvedOnly && !approved) return { why: "switchedOff" };
  const locale = pickLocale(queued.locale);
  const about = {
    order,
    return: queued.returnId ? await returnForMail(tx, queued.returnId) : null,
    data: queued.data,
    locale,
    stranger: false,
  };
  const { kind: key, createdAt: at } = queued;
  const texts = (await textsFor(tx, [{ kind: key, locale, at }]))(at);
  const occasion = occasionOf(face, about, orderUrl(shop, face, order.id));
  const spoken = templateFor(kind, locale, texts)(occasion);
  const link = `${face.profile.storefrontUrl}/apps/aftercare`;
  return {
    settings,
    message: {
      text: textOf(spoken.subject, link, consentWords(locale).texts.ending),
      template: approved ? fillApproved(approved, kind, occasion, spoken) : null,
    },
  };
}
