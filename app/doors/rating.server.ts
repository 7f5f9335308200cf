import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { type RatingPass, readRatingPass } from "~/platform/rating-pass.server";

export type Rater = Omit<RatingPass, "shopId"> & { shop: Shop };

/**
 * The door of rating links: the signed address itself says what its holder was asked about. Null when it is forged or
 * over, or the shop has removed the app.
 */
export async function rater(token: string): Promise<Rater | null> {
  const pass = readRatingPass(token, new Date());
  if (!pass || !(await isInstalled(pass.shopId))) return null;
  const { shopId, ...asked } = pass;
  return { shop: mintShop(shopId), ...asked };
}
