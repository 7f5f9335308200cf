import { isInstalled } from "~/platform/database/shops.server";
import { type PublicWire, publicWire } from "~/platform/files/fetch-elsewhere.server";
import { fetchPicture } from "~/platform/files/fetch-picture.server";
import { mailPictureAnswer, readMailPicture } from "~/platform/files/mail-picture.server";

/**
 * The door of pictures that a mail has elsewhere: we fetch them, so that their owner does not learn who reads it. The
 * address itself says for whom. Null when it is forged or over, the app is gone, or there is no such picture.
 */
export async function mailPictureByToken(
  token: string,
  wire: PublicWire = publicWire,
): Promise<Response | null> {
  const named = readMailPicture(token, new Date());
  if (!named || !(await isInstalled(named.shopId))) return null;
  const picture = await fetchPicture(named.address, wire);
  return picture && mailPictureAnswer(picture);
}
