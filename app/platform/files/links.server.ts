import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";

const PURPOSE = "file link";

/**
 * A token that lets its holder fetch one file of one shop until `expiresAt`. Signed with 128 bits, and it
 * names a file by its random id, so it cannot be guessed.
 */
export const fileToken = (shopId: ShopId, fileId: string, expiresAt: Date): string =>
  signToken(PURPOSE, { s: shopId, f: fileId }, expiresAt);

/** The file a token of this shop names, or null when it is forged, over, or of another shop. */
export function readFileToken(shopId: ShopId, token: string | null | undefined, now: Date): string | null {
  const data = token ? readToken(PURPOSE, token, now) : null;
  return data?.f && data.s === shopId ? data.f : null;
}

/** The shop that a token, made by us and not over, is of. */
export function shopOfFileToken(token: string, now: Date): ShopId | null {
  return readShopId(readToken(PURPOSE, token, now)?.s);
}

const IN_MAIL = "file in a mail";

/** A token that lets its holder fetch one file of a message's kept mail, named by its place there, until `expiresAt`. */
export const mailFileToken = (shopId: ShopId, messageId: string, place: number, expiresAt: Date): string =>
  signToken(IN_MAIL, { s: shopId, m: messageId, p: String(place) }, expiresAt);

/** The message and place a token of this shop names, or null as `readFileToken` answers. */
export function readMailFileToken(
  shopId: ShopId,
  token: string | null | undefined,
  now: Date,
): { messageId: string; place: number } | null {
  const data = token ? readToken(IN_MAIL, token, now) : null;
  return data?.m && data.s === shopId ? { messageId: data.m, place: Number(data.p) } : null;
}

/** The shop that such a token, made by us and not over, is of. */
export const shopOfMailFileToken = (token: string, now: Date): ShopId | null =>
  readShopId(readToken(IN_MAIL, token, now)?.s);
