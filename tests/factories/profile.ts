import { saveProfile } from "~/features/settings/store.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopProfile } from "~/platform/shopify/nouns";
import { anAddress } from "./order";
import { SHOP_NUMBER } from "./webhook";

export const aProfile = (over: Partial<ShopProfile> = {}): ShopProfile => ({
  shopifyId: SHOP_NUMBER,
  name: "Fern & Fable",
  email: "hello@fern-and-fable.example",
  currency: "GBP",
  timeZone: "Europe/London",
  locale: "en",
  storefrontUrl: "https://fern-and-fable.example",
  address: anAddress({ name: null, line1: "1 Mill Lane", city: "Sheffield" }),
  scopes: [],
  ...over,
});

/** Shopify has been asked who the shop is. */
export const known = (shop: Shop, over: Partial<ShopProfile> = {}) =>
  shop.transact((tx) => saveProfile(tx, aProfile(over)));
