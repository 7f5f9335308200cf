import { brandOf, type ShopFace } from "~/features/settings/queries.server";
import { direction } from "~/platform/i18n/locales";
import { renderLetter } from "~/ui/mail/render-letter";
import { addressLines } from "~/values/address";
import type { Occasion, Said } from "../kind";

/** A message's two bodies, in the shop's look and the reader's direction. */
export function notificationLetter(
  said: Said,
  { words, shopName, locale }: Occasion,
  face: ShopFace,
  markup: object | null = null,
) {
  const address = face.settings.brand.footer.address ? addressLine(face, locale) : "";
  const footer = [words.footer(shopName), words.footerReply, address].filter(Boolean);
  const brand = { ...brandOf(face, locale), shopName };
  return renderLetter({ ...said, footer, markup }, { brand, lang: locale, dir: direction(locale) });
}

/** The shop with its address; Shopify fills in the shop's name as the company, too. */
const addressLine = ({ profile }: ShopFace, locale: string): string =>
  [...new Set([profile.name, ...addressLines({ ...profile.address, name: null }, locale)])].join(", ");
