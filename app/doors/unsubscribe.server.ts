import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { readUnsubscribePass } from "~/platform/unsubscribe-pass.server";

/**
 * The door of unsubscribe links: the signed address itself says which shop's message its holder got. Null when it
 * is forged or over, or the shop has removed the app.
 */
export async function unsubscriber(token: string): Promise<{ shop: Shop; notificationId: string } | null> {
  const pass = readUnsubscribePass(token, new Date());
  if (!pass || !(await isInstalled(pass.shopId))) return null;
  return { shop: mintShop(pass.shopId), notificationId: pass.notificationId };
}
