import { cleanTitle } from "./clean-text";
import { openDocument } from "./document";
import type { LabelFormat, LabelInput } from "./label-input";
import { drawRoll, ROLL } from "./layout-4x6";
import { drawSheet, SHEETS } from "./layout-sheet";
import { safeLocale } from "./locale";
import { Pen } from "./pen";
import { typeSetter } from "./type-setter";

/** Page width and height, points. */
export const PAGE_SIZES: Readonly<Record<LabelFormat, readonly [number, number]>> = {
  ...SHEETS,
  "4x6": ROLL,
};

const EPOCH = new Date(0);

/**
 * Draws a return label as a PDF: tagged, titled, in the label's language, with the fonts inside.
 *
 * Whatever the strings are, they are printed as literal text and bounded; nothing is fetched.
 * The same input gives the same bytes. `compress: false` leaves the drawing readable, for tests.
 */
export async function renderReturnLabel(
  input: LabelInput,
  format: LabelFormat,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<Uint8Array> {
  const size = PAGE_SIZES[format];
  const doc = openDocument({
    size,
    title: cleanTitle(`${input.words.title} ${input.returnNumber}`),
    language: safeLocale(input.locale),
    date: Number.isNaN(input.date.getTime()) ? EPOCH : input.date,
    compress,
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  const pen = new Pen(doc, size[0], size[1], input.direction === "rtl");
  (format === "4x6" ? drawRoll : drawSheet)(pen, input, typeSetter(input));
  pen.end();
  return finished;
}
