import type { Shop } from "~/platform/database/shop.server";
import { isInstalled, noteUninstalled } from "~/platform/database/shops.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";

/**
 * The shop removed the app at `at`: its tokens are forgotten, and its jobs find it gone. Data stays until
 * Shopify asks to erase it, 48 hours later. A late message from before a reinstallation changes nothing.
 */
export async function uninstallShop(shop: Shop, at: Date): Promise<void> {
  await noteUninstalled(shop.id, at);
  // Asked anew: a try that was cut off between the two must forget the tokens when it runs again.
  if (!(await isInstalled(shop.id))) await sessionStorage.forgetShop(shop.id);
}
