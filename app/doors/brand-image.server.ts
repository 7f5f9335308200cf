import { mintShop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { brandImageAnswer, readBrandImageToken } from "~/platform/files/brand-image.server";
import { getFile } from "~/platform/files/files.server";

/** The door of logos in mails: the address itself says whose it is. Null when it is forged, or the picture or app is gone. */
export async function brandImageByToken(token: string): Promise<Response | null> {
  const named = readBrandImageToken(token, new Date());
  if (!named || !(await isInstalled(named.shopId))) return null;
  const file = await mintShop(named.shopId).transact((tx) => getFile(tx, named.fileId));
  return file?.contentType === "image/png" ? brandImageAnswer(file) : null;
}
