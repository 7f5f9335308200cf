import type { Shop } from "~/platform/database/shop.server";
import { fileToken, mailFileToken, readMailFileToken } from "~/platform/files/links.server";
import { mailFile } from "./mail-parts.server";
import type { ShopperFile } from "./queries.server";

const SEEN_MS = 86_400_000;

/** Where a file of a shopper's conversation is on the storefront, for a day; `href` makes an address of ours there. */
export const shopperFileHref =
  (shop: Shop, href: (path: string, query: Record<string, string>) => string) =>
  ({ at }: Pick<ShopperFile, "at">): string => {
    const until = new Date(shop.now().getTime() + SEEN_MS);
    return "fileId" in at
      ? href("/file", { f: fileToken(shop.id, at.fileId, until) })
      : href("/file", { m: mailFileToken(shop.id, at.messageId, at.place, until) });
  };

/** A file in the mail that a shopper sent, by its link; null when that is guessed, over, or another shop's. */
export async function fileInMail(shop: Shop, token: string | null): Promise<Response | null> {
  const named = readMailFileToken(shop.id, token, shop.now());
  return named && mailFile(shop, named.messageId, named.place);
}
