import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { currentPolicy } from "./policy";

/** May gifts be sent back by those who got them? They are not signed in, and are only ever credited. */
export async function takesGifts(tx: ShopTx): Promise<boolean> {
  const { settings } = await shopFace(tx);
  return settings.returns.guests && (await currentPolicy(tx)).outcomes.credit.on;
}
