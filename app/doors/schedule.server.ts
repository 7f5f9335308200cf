import { mintShop, type Shop } from "~/platform/database/shop.server";
import { installedShops, shopsWithMailbox } from "~/platform/database/shops.server";

/** The clock knocks for every installed shop in turn. */
export async function* mintShopForSchedule(): AsyncGenerator<Shop> {
  for await (const shopId of installedShops()) yield mintShop(shopId);
}

/** The clock knocks for the shops that have a mailbox to be read. */
export const mintShopsWithMailbox = async (): Promise<Shop[]> => (await shopsWithMailbox()).map(mintShop);
