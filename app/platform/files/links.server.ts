import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";

const PURPOSE = "file link";

/** The staff member for whose page a link was made, by Shopify's user id, and what page that was. */
export type LinkReader = { staffId: string; screen: string };

const readerSays = (by: LinkReader | null): Record<string, string> =>
  by ? { w: by.staffId, v: by.screen } : {};

/**
 * A token that lets its holder fetch one file of one shop until `expiresAt`. Signed with 128 bits, and it
 * names a file by its random id, so it cannot be guessed.
 */
export const fileToken = (
  shopId: ShopId,
  fileId: string,
  expiresAt: Date,
  by: LinkReader | null = null,
): string => signToken(PURPOSE, { s: shopId, f: fileId, ...readerSays(by) }, expiresAt);

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
export const mailFileToken = (
  shopId: ShopId,
  messageId: string,
  place: number,
  expiresAt: Date,
  by: LinkReader | null = null,
): string => signToken(IN_MAIL, { s: shopId, m: messageId, p: String(place), ...readerSays(by) }, expiresAt);

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

/**
 * For whose page such a token was made, and of what: the file's id, or the message's whose mail it is in. Null for a
 * shopper's, and for one that is forged or over.
 */
export function readerOfToken(
  token: string,
  now: Date,
): (LinkReader & { shopId: ShopId; thingId: string }) | null {
  const data = readToken(PURPOSE, token, now) ?? readToken(IN_MAIL, token, now);
  const shopId = readShopId(data?.s);
  const thingId = data?.f ?? data?.m;
  return shopId && thingId && data?.w ? { shopId, thingId, staffId: data.w, screen: data.v ?? "" } : null;
}
