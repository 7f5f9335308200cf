import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { drawAsDots } from "~/platform/labels/dots";

/** A label has a page or some; a catalogue is none. */
const MOST_PAGES = 20;
const MOST_PIXELS = 30_000_000;
const POINTS_PER_DOT = 72 / 203;

/** Can this file be printed as a label: a PDF that opens without a password, or a PNG that is whole? */
export async function isReadableLabel(bytes: Uint8Array, contentType: string): Promise<boolean> {
  try {
    if (contentType === "application/pdf") {
      const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
      return pages > 0 && pages <= MOST_PAGES;
    }
    if (contentType !== "image/png") return false;
    await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).stats();
    return true;
  } catch {
    return false;
  }
}

/** Files of labels, PDF or PNG, as the pages of one PDF, in their order. One that cannot be read is left out. */
export async function joinLabels(
  files: readonly { contentType: string; bytes: Uint8Array }[],
): Promise<Uint8Array> {
  const all = await PDFDocument.create();
  for (const { contentType, bytes } of files) {
    if (contentType === "image/png") await addPicture(all, bytes);
    else await addPages(all, bytes);
  }
  return all.save();
}

async function addPages(all: PDFDocument, bytes: Uint8Array): Promise<void> {
  const one = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => null);
  if (!one) return;
  for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page);
}

/** A label drawn in dots, as large as a thermal printer prints it. */
async function addPicture(all: PDFDocument, bytes: Uint8Array): Promise<void> {
  // Written anew: a PDF takes neither interlaced PNGs nor those of 16 bits.
  const plain = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).toColourspace("srgb").png().toBuffer();
  const picture = await all.embedPng(plain);
  const { width, height } = picture.scale(POINTS_PER_DOT);
  all.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
}

/** A code's file as a PNG, which a page and a phone show at once. */
export const asPng = (file: { contentType: string; bytes: Uint8Array }): Promise<Uint8Array> =>
  file.contentType === "image/png" ? Promise.resolve(file.bytes) : drawAsDots(file.bytes);

/** A label's file as a PDF, which every place that shows or prints one takes. Throws when it cannot be read. */
export const asPdf = (file: { contentType: string; bytes: Uint8Array }): Promise<Uint8Array> =>
  file.contentType === "application/pdf" ? Promise.resolve(file.bytes) : joinLabels([file]);
