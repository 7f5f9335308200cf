import type { ShopTx } from "~/platform/database/shop.server";
import type { ShopProfile } from "~/platform/shopify/nouns";
import type { Settings } from "./schema";
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
});
