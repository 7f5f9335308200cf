import { mintShop, type Shop } from "~/platform/database/shop.server";
import { installedShops } from "~/platform/database/shops.server";

/** The clock knocks for every installed shop in turn. */
export async function* mintShopForSchedule(): AsyncGenerator<Shop> {
  for await (const shopId of installedShops()) yield mintShop(shopId);
}
