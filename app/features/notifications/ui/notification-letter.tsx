import type { ShopFace } from "~/features/settings/queries.server";
import { direction } from "~/platform/i18n/locales";
import { renderLetter } from "~/ui/mail/render-letter";
import type { Occasion, Said } from "../kind";

/** A message's two bodies, in the shop's look and the reader's direction. */
export function notificationLetter(said: Said, { words, shopName, locale }: Occasion, face: ShopFace) {
  const footer = [words.footer(shopName), words.footerReply, addressLine(face)].filter(Boolean);
  const brand = { shopName, colour: face.settings.brand.colour, shopUrl: face.profile.storefrontUrl };
  return renderLetter({ ...said, footer }, { brand, lang: locale, dir: direction(locale) });
}

const addressLine = ({ profile }: ShopFace): string =>
  [profile.name, profile.address.line1, profile.address.zip, profile.address.city, profile.address.country]
    .filter(Boolean)
    .join(", ");
