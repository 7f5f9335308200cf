import { z } from "zod";
import { decrypt, encrypt } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";
import type { FetchedPicture } from "./fetch-picture.server";

/**
 * Where a mail's picture from elsewhere is, for its reader: with us. The address holds the picture's own one, sealed,
 * for a while: nobody but us can make one, nor read in a log what was looked at.
 */
const PURPOSE = "mail picture";
const PLACE = "/mail-picture/";
const SEEN_MS = 3_600_000;

const sealed = z.object({ s: z.string(), u: z.string(), x: z.number() });

/** The path at which we hand out the picture at `address` to this shop's staff, for an hour from `now`. */
export const mailPicturePath = (shopId: ShopId, address: string, now: Date): string =>
  `${PLACE}${encrypt(PURPOSE, JSON.stringify({ s: shopId, u: address, x: now.getTime() + SEEN_MS }))}`;

/** The shop and address that were sealed; null for what is not ours, or over. */
export function readMailPicture(token: string, now: Date): { shopId: ShopId; address: string } | null {
  const text = decrypt(PURPOSE, token);
  const said = text === null ? null : sealed.parse(JSON.parse(text));
  const shopId = readShopId(said?.s);
  return said && shopId && said.x > now.getTime() ? { shopId, address: said.u } : null;
}

/**
 * Hands a picture to the frame that shows a mail: as a picture and nothing else. The frame has no origin of its own, so
 * it is from elsewhere for it.
 */
export const mailPictureAnswer = ({ bytes, contentType }: FetchedPicture): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "content-type": contentType,
      "content-length": String(bytes.length),
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "referrer-policy": "no-referrer",
      "cache-control": "private, max-age=3600",
      "x-robots-tag": "noindex",
    },
  });
