import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { fileAnswer, getFile } from "~/platform/files/files.server";
import {
  fileToken,
  type LinkReader,
  mailFileToken,
  readerOfToken,
  readFileToken,
  shopOfFileToken,
  shopOfMailFileToken,
} from "~/platform/files/links.server";
import { shopifyApp } from "~/platform/shopify/app.server";

const HOUR_MS = 3_600_000;

/**
 * A token for one file of the shop, for links on a page: whoever holds it may fetch the file for a day. `by`: the staff
 * member whose page it is, so that their looking at it can be noted.
 */
export const fileLink = (shop: Shop, fileId: string, by: LinkReader | null = null): string =>
  fileToken(shop.id, fileId, new Date(shop.now().getTime() + 24 * HOUR_MS), by);

/** Where the file of a token is, for pages that are not on the shop's own address. */
export const fileAddress = (token: string): string => `${shopifyApp.url}/files/${token}`;

/** Where a file is that came in a message's mail, for a day, for pages that are not on the shop's own address. */
export const mailFileAddress = (shop: Shop, messageId: string, place: number): string => {
  const until = new Date(shop.now().getTime() + 24 * HOUR_MS);
  return `${shopifyApp.url}/mail-file/${mailFileToken(shop.id, messageId, place, until)}`;
};

/** The file behind a token of this shop. Null when it is forged, over, another shop's, or the file is gone. */
export async function linkedFile(shop: Shop, token: string | null): Promise<Response | null> {
  const fileId = readFileToken(shop.id, token, shop.now());
  const file = fileId ? await shop.transact((tx) => getFile(tx, fileId)) : null;
  return file && fileAnswer(file);
}

/**
 * The door of file links: the token itself says which shop let its holder in. Answers null as `linkedFile`
 * does, and when the shop has removed the app.
 */
export async function fileByLink(token: string): Promise<Response | null> {
  const shopId = shopOfFileToken(token, new Date());
  if (!shopId || !(await isInstalled(shopId))) return null;
  return linkedFile(mintShop(shopId), token);
}

/** The shop whose staff was given a link to a file in a mail; null when it is forged or over, or the app is gone. */
export async function shopByMailFileLink(token: string): Promise<Shop | null> {
  const shopId = shopOfMailFileToken(token, new Date());
  return shopId && (await isInstalled(shopId)) ? mintShop(shopId) : null;
}

/** The staff member for whose page such a link was made, and what it shows; null: it is a shopper's, or no link. */
export function staffOfLink(token: string): (LinkReader & { shop: Shop; thingId: string }) | null {
  const reader = readerOfToken(token, new Date());
  if (!reader) return null;
  const { shopId, ...about } = reader;
  return { ...about, shop: mintShop(shopId) };
}
