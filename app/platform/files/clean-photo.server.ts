import sharp, { type Sharp } from "sharp";
import { inTurns } from "./in-turns";
import { sniff } from "./sniff";

/** The largest photo a shopper may hand over, in bytes. Phones' own cameras stay below it. */
export const MOST_PHOTO_BYTES = 12 * 1024 * 1024;
/** The most pixels that are decoded at all: a 50-megapixel camera's, and no bomb. */
export const MOST_PHOTO_PIXELS = 64_000_000;
/** The longer side of what is kept, in pixels: enough to see a scratch. */
export const LONGEST_PHOTO_SIDE = 1_600;

const PHOTO_TYPES = new Set(["image/jpeg", "image/png", "image/webp"]);
const QUALITY = 82;
const PATIENCE_SECONDS = 10;
/** Few at once: a decoded photo takes some 200 MB at worst, and the others can wait. */
const inTurn = inTurns(2);

// Photos never come twice, so nothing is cached; one thread each keeps the web process answering.
sharp.cache(false);
sharp.concurrency(1);
// Whatever the bytes pretend to be, only these decoders exist: no SVG, PDF, TIFF or HEIF is ever opened.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

/**
 * The photo as we keep it: decoded and encoded anew as a JPEG, upright, its longer side at most 1,600 pixels,
 * without a word of where, when and with what it was taken. Null when the bytes are no JPEG, PNG or WebP, are
 * broken, larger than 12 MB or 64 million pixels, or take longer than 10 seconds to decode.
 */
export const cleanPhoto = (bytes: Uint8Array): Promise<Uint8Array | null> =>
  PHOTO_TYPES.has(sniff(bytes)) ? writtenAnew(bytes, asPhoto) : Promise.resolve(null);

/**
 * A picture for the text of a mail, as `cleanPhoto` keeps photos; a PNG stays one, with its sharp edges and see-through
 * parts. Null for the same reasons.
 */
export const cleanPicture = (bytes: Uint8Array): Promise<Uint8Array | null> =>
  sniff(bytes) === "image/png" ? writtenAnew(bytes, asDrawing) : cleanPhoto(bytes);

const asPhoto = (decoded: Sharp) =>
  decoded.flatten({ background: "#ffffff" }).toColourspace("srgb").jpeg({ quality: QUALITY });

const asDrawing = (decoded: Sharp) => decoded.toColourspace("srgb").png({ compressionLevel: 9 });

async function writtenAnew(bytes: Uint8Array, encode: (decoded: Sharp) => Sharp): Promise<Uint8Array | null> {
  if (bytes.length > MOST_PHOTO_BYTES) return null;
  return inTurn(() => {
    const decoded = sharp(bytes, {
      limitInputPixels: MOST_PHOTO_PIXELS,
      failOn: "error",
      sequentialRead: true,
      pages: 1,
    })
      .autoOrient()
      .resize({
        width: LONGEST_PHOTO_SIDE,
        height: LONGEST_PHOTO_SIDE,
        fit: "inside",
        withoutEnlargement: true,
      });
    return encode(decoded)
      .timeout({ seconds: PATIENCE_SECONDS })
      .toBuffer()
      .catch(() => null);
  });
}
