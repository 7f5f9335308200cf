import { returnWindowDays } from "~/features/returns/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";

/** The shop as its mails speak of it: the days in which one may return are the return policy's, not the older settings'. */
export async function mailFace(tx: ShopTx): Promise<ShopFace> {
  const face = await shopFace(tx);
  const windowDays = await returnWindowDays(tx, face);
  return { ...face, settings: { ...face.settings, returns: { ...face.settings.returns, windowDays } } };
}
