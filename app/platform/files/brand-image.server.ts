import sharp from "sharp";
import { readToken, signToken } from "~/platform/secrets.server";
import { shopifyApp } from "~/platform/shopify/app.server";
import { readShopId, type ShopId } from "~/values/ids";
import type { StoredFile } from "./files.server";
import { sniff } from "./sniff";

/** The largest picture a merchant may hand over as a logo, in bytes. */
export const MOST_LOGO_BYTES = 4 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
/** What is kept, in pixels: twice what is shown, for sharp screens. */
const LARGEST = { width: 600, height: 160 };
const TYPES = new Set(["image/jpeg", "image/png", "image/webp"]);
const PATIENCE_SECONDS = 10;

export type BrandImage = { bytes: Uint8Array; width: number; height: number };

/**
 * A logo as we keep it: decoded and written anew as PNG, which every mail program shows, so that nothing but its
 * pixels is left; its see-through parts stay. Null when the bytes are no JPEG, PNG or WebP, are broken, larger
 * than 4 MB or 40 million pixels.
 */
export async function cleanLogo(bytes: Uint8Array): Promise<BrandImage | null> {
  if (bytes.length > MOST_LOGO_BYTES || !TYPES.has(sniff(bytes))) return null;
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 })
    .autoOrient()
    .toColourspace("srgb")
    .resize({ ...LARGEST, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 9, palette: true, quality: 95 })
    .timeout({ seconds: PATIENCE_SECONDS })
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ bytes: data, width: info.width, height: info.height }))
    .catch(() => null);
}

const PURPOSE = "brand image";
/** Mails are looked at years later, and show the logo they were sent with. */
const NEVER = new Date("9999-01-01T00:00:00Z");

/** Names one picture of one shop in its address; signed, so that no other file can be asked for by it. */
export const brandImageToken = (shopId: ShopId, fileId: string): string =>
  signToken(PURPOSE, { s: shopId, f: fileId }, NEVER);

export const brandImageUrl = (token: string): string => `${shopifyApp.url}/brand/${token}`;

/** The shop and file that a token names; null when we did not make it. */
export function readBrandImageToken(token: string, now: Date): { shopId: ShopId; fileId: string } | null {
  const data = readToken(PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  return shopId && data?.f ? { shopId, fileId: data.f } : null;
}

/** Hands a logo to whatever shows a mail: as a picture and nothing else, kept for good, from any page. */
export const brandImageAnswer = ({ bytes, contentType }: StoredFile): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "content-type": contentType,
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=31536000, immutable",
      "x-robots-tag": "noindex",
    },
  });
