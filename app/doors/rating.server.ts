import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { readRatingPass, type Score } from "~/platform/rating-pass.server";

/**
 * The door of rating links: the signed address itself says which conversation its holder was asked about. Null when
 * it is forged or over, or the shop has removed the app.
 */
export async function rater(
  token: string,
): Promise<{ shop: Shop; conversationId: string; score: Score } | null> {
  const pass = readRatingPass(token, new Date());
  if (!pass || !(await isInstalled(pass.shopId))) return null;
  const { shopId, ...asked } = pass;
  return { shop: mintShop(shopId), ...asked };
}
