import { OUR_SENDER, type OutgoingMail } from "~/platform/channels/email/send.server";
import { openSigningKey } from "~/platform/channels/email/signing-key.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { brandImageUrl } from "~/platform/files/brand-image.server";
import type { Locale } from "~/platform/i18n/locales";
import type { ShopProfile } from "~/platform/shopify/nouns";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import type { Brand } from "~/ui/mail/letter";
import { FONTS } from "./brand-schema";
import { domainOf, mayChangeLimits, shownSize } from "./rules";
import type { Settings } from "./schema";
import { loadSigning } from "./sending-domain-store.server";
import { type LimitsForm, typedLimits } from "./staff-limits";
import { loadFace, loadProfile } from "./store.server";

/** How the shop presents itself: its settings, and what Shopify says of it. */
export type ShopFace = {
  settings: Settings;
  /** 0 until the merchant first saves: decisions note which version made them */
  settingsVersion: number;
  profile: ShopProfile;
};

/** Settings and profile. Before Shopify was asked, the profile is a plain one made from the domain. */
export async function shopFace(tx: ShopTx): Promise<ShopFace> {
  const { value, version, profile } = await loadFace(tx);
  return { settings: value, settingsVersion: version, profile: profile ?? unknownShop(tx.shopId) };
}

/** How the shop's mails look; the merchant's own lines are in `locale` where they have any in it. */
export function brandOf({ settings: { brand }, profile }: ShopFace, locale: Locale): Brand {
  const { colour, font, logo, darkLogo, footer, logoAlt } = brand;
  const size = logo && shownSize(logo, brand.logoWidth);
  const footerText = footer.translations[locale] || footer.text;
  return {
    shopName: profile.name,
    colour,
    shopUrl: profile.storefrontUrl,
    font: FONTS[font],
    logo: logo &&
      size && {
        url: brandImageUrl(logo.token),
        dark: darkLogo && brandImageUrl(darkLogo.token),
        alt: logoAlt || profile.name,
        ...size,
      },
    footer: footerText.split("\n").filter((line) => line.trim() !== ""),
    links: footer.links,
  };
}

/** Where the shop's logos can be seen. */
export const logoAddresses = ({ settings: { brand } }: ShopFace) => ({
  logo: brand.logo && brandImageUrl(brand.logo.token),
  darkLogo: brand.darkLogo && brandImageUrl(brand.darkLogo.token),
});

/** Who the shop's mail is from, and the key that signs it once its domain's DNS holds it. */
export type Sender = Pick<OutgoingMail, "from" | "dkim">;

export async function senderOf(tx: ShopTx, { settings, profile }: ShopFace): Promise<Sender> {
  const { fromName, fromAddress } = settings.mail;
  const from = { name: fromName ?? profile.name, address: fromAddress ?? OUR_SENDER };
  const domain = domainOf(fromAddress);
  const signing = domain ? await loadSigning(tx, domain) : null;
  const privateKey = signing && openSigningKey(signing.privateKey);
  if (!domain || !signing || !privateKey) return { from };
  return { from, dkim: { domain, selector: signing.selector, privateKey } };
}

/** What the screen of payout limits shows; amounts are as typed, in the shop's currency. */
export type StaffLimitsView = {
  currency: string;
  form: LimitsForm;
  /** everybody who can have a limit of their own: who opened the app, and who has one already */
  people: { id: string; name: string }[];
  /** may this person change them, as far as limits go? */
  unlimited: boolean;
};

/** Who may pay out how much, for the screen where that is decided. */
export async function staffLimits(
  shop: Shop,
  viewer: { id: string; owner: boolean },
): Promise<StaffLimitsView> {
  const opened = await staffWhoOpened(shop.id);
  const { settings, profile } = await shop.transact(shopFace);
  const { limits } = settings.staff;
  const kept = limits.people.filter(({ staffId }) => !opened.some((one) => one.id === staffId));
  return {
    currency: profile.currency,
    form: typedLimits(limits, profile.currency),
    people: [
      ...opened.filter((one) => !one.owner).map(({ id, name }) => ({ id, name })),
      ...kept.map(({ staffId, name }) => ({ id: staffId, name })),
    ],
    unlimited: mayChangeLimits(limits, viewer),
  };
}

/** Has Shopify been asked about this shop yet? */
export const profileOrNull = loadProfile;

const unknownShop = (shopId: string): ShopProfile => ({
  shopifyId: "",
  name: shopId.replace(".myshopify.com", ""),
  email: "",
  currency: "USD",
  timeZone: "UTC",
  locale: "en",
  storefrontUrl: `https://${shopId}`,
  address: {
    name: null,
    company: null,
    line1: null,
    line2: null,
    city: null,
    province: null,
    zip: null,
    country: null,
    phone: null,
  },
  scopes: [],
});
