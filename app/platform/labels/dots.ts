import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";

/** Dots an inch of the thermal printers that labels are printed on. */
export const DOTS_PER_INCH = 203;
/**
 * Ink covering less of a dot than this leaves it white (0 is black). Above the middle, since thin strokes of
 * small letters cover no dot wholly and heat spreads rather than shrinks.
 */
const WHITE_FROM = 150;
/** A page larger than this is no label (A3 at 203 dpi), and would fill the memory. */
const MOST_DOTS = 10_000_000;

let library: Promise<PDFiumLibrary> | undefined;

/**
 * The first page of a PDF as a PNG of black and white dots at 203 dpi, one bit a dot, as thermal printers take
 * it. Throws when the PDF cannot be read, has no page, or its page is no label's.
 */
export async function drawAsDots(pdf: Uint8Array): Promise<Uint8Array> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const page = document.getPage(0);
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    const scale = DOTS_PER_INCH / 72;
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (across < 1 || down < 1 || across * down > MOST_DOTS) throw new RangeError("Not the size of a label");
    const { data } = await page.render({
      width: across,
      height: down,
      colorSpace: "Gray",
      render: ({ data, width, height }) => asPng(data, width, height),
    });
    return data;
  } finally {
    document.destroy();
  }
}

const asPng = (gray: Uint8Array, width: number, height: number): Promise<Uint8Array> =>
  sharp(gray, { raw: { width, height, channels: 1 } })
    .threshold(WHITE_FROM)
    .withMetadata({ density: DOTS_PER_INCH })
    .png({ palette: true, colours: 2, dither: 0, compressionLevel: 9 })
    .toBuffer();
