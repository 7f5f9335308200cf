import type { Shop } from "~/platform/database/shop.server";
import { fetchShopProfile } from "~/platform/shopify/shop.server";
import { saveProfile } from "./store.server";

/** Asks Shopify who the shop is (name, currency, zone, address) and keeps the answer. */
export async function refreshProfile(shop: Shop): Promise<void> {
  const profile = await fetchShopProfile(shop.id);
  await shop.transact((tx) => saveProfile(tx, profile));
}
