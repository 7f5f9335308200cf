import type { Shop } from "~/platform/database/shop.server";
import { noteUninstalled } from "~/platform/database/shops.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";

/**
 * The shop removed the app at `at`: its tokens are forgotten, and its jobs find it gone. Data stays until
 * Shopify asks to erase it, 48 hours later. A late message from before a reinstallation changes nothing.
 */
export async function uninstallShop(shop: Shop, at: Date): Promise<void> {
  if (await noteUninstalled(shop.id, at)) await sessionStorage.forgetShop(shop.id);
}
