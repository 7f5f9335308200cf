import { createHash } from "node:crypto";
import type { OrderDetail } from "~/features/orders/queries.server";
import type { ReturnForMail } from "~/features/returns/queries.server";
import type { Sender, ShopFace } from "~/features/settings/queries.server";
import type { OutgoingMail } from "~/platform/channels/email/send.server";
import type { Shop } from "~/platform/database/shop.server";
import { issueGiftPass } from "~/platform/gift-pass.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { ratingUrl, stopAskingUrl } from "~/platform/rating-pass.server";
import { issuePass } from "~/platform/shopper-pass.server";
import type { FactData, Kind, Occasion } from "./kind";
import { parcelsUrl } from "./parcel-parts";
import { structuredData } from "./structured-data";
import { type EditedTexts, OUR_TEXTS, type Spoken, templateFor } from "./template";
import { notificationLetter } from "./ui/notification-letter";
import { words } from "./words";

export type Written = Spoken & { html: string; text: string };

export type About = {
  order: OrderDetail;
  return: ReturnForMail | null;
  data: FactData;
  locale: Locale;
  /** the reader is not who ordered, and learns nothing of them */
  stranger: boolean;
};

/**
 * A link that opens the order's status without signing in; it holds nothing personal. Who sends a gift back gets
 * one to that return alone.
 */
export const orderUrl = (
  shop: Shop,
  { profile }: ShopFace,
  orderId: string,
  giftReturnId: string | null = null,
) => {
  const at = `${profile.storefrontUrl}/apps/aftercare`;
  return giftReturnId
    ? `${at}/return?t=${issueGiftPass(shop, { orderId, returnId: giftReturnId })}&r=${giftReturnId}`
    : `${at}/order?t=${issuePass(shop, { orderId, level: "status" })}`;
};

export const occasionOf = (face: ShopFace, about: About, url: string): Occasion => ({
  order: about.stranger ? { ...about.order, customerName: null, shippingAddress: null } : about.order,
  return: about.return,
  data: about.data,
  settings: face.settings,
  shopName: face.profile.name,
  timeZone: face.profile.timeZone,
  locale: about.locale,
  words: words(about.locale),
  orderUrl: url,
});

/** What a kind says of an occasion in the merchant's words or ours, in both bodies and the shop's look. */
export function write(
  kind: Kind,
  occasion: Occasion,
  face: ShopFace,
  texts: EditedTexts = OUR_TEXTS,
): Written {
  const said = templateFor(kind, occasion.locale, texts)(occasion);
  return { ...said, ...notificationLetter(said, occasion, face, structuredData(kind, occasion)) };
}

const ANSWERS = /https?:\S+\/rate\/\S+/g;

/** The same for the same words, whatever pass is in their links: 16 hexadecimal digits. */
export const digestOf = ({ subject, text }: Written, url: string): string =>
  createHash("sha256")
    .update(subject)
    .update("\0")
    .update(text.replaceAll(url, "").replaceAll(parcelsUrl(url), "").replace(ANSWERS, ""))
    .digest("hex")
    .slice(0, 16);

/** Where the answers to a kind's question are given, and where one click ends such mail; null: it asks nothing. */
export function askedBy(shop: Shop, { asks }: Kind, { recommendationId: id }: FactData) {
  if (!asks || typeof id !== "string" || id === "") return null;
  return {
    answerUrl: (score: number) => ratingUrl(shop, id, score, asks),
    unsubscribeUrl: stopAskingUrl(shop, id),
  };
}

export type Addressed = { id: string; recipient: string; locale: string };

/** A message as the mail server gets it. Its Message-ID is made from its id: the same on every try. */
export function toMail(
  kind: Kind,
  occasion: Occasion,
  { from, dkim }: Sender,
  { id, recipient }: Addressed,
  { html, text, subject }: Written,
): OutgoingMail {
  return {
    from,
    ...(dkim ? { dkim } : {}),
    to: { name: occasion.order.customerName ?? "", address: recipient },
    subject,
    html,
    text,
    messageId: `n.${id}@${from.address.split("@")[1]}`,
    automatic: true,
    attachments: kind.attachLabels ? (occasion.return?.labels ?? []) : [],
  };
}

export const localeOf = ({ locale }: Addressed): Locale => pickLocale(locale);
