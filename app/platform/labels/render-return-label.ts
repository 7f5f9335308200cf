import { cleanTitle } from "./clean-text";
import { openDocument } from "./document";
import type { LabelFormat, LabelInput, PaperFormat } from "./label-input";
import { drawRoll, ROLL } from "./layout-4x6";
import { drawSheet, SHEETS } from "./layout-sheet";
import { safeLocale } from "./locale";
import { Pen } from "./pen";
import { typeSetter } from "./type-setter";

/** Page width and height, points. */
export const PAGE_SIZES: Readonly<Record<PaperFormat, readonly [number, number]>> = {
  ...SHEETS,
  "4x6": ROLL,
};

const EPOCH = new Date(0);

function open(input: LabelInput, format: PaperFormat, compress: boolean): PDFKit.PDFDocument {
  return openDocument({
    size: PAGE_SIZES[format],
    title: cleanTitle(`${input.words.title} ${input.returnNumber}`),
    language: safeLocale(input.locale),
    date: Number.isNaN(input.date.getTime()) ? EPOCH : input.date,
    compress,
  });
}

function draw(doc: PDFKit.PDFDocument, input: LabelInput, format: PaperFormat): void {
  const [width, height] = PAGE_SIZES[format];
  const pen = new Pen(doc, width, height, input.direction === "rtl");
  (format === "4x6" ? drawRoll : drawSheet)(pen, input, typeSetter(input));
  pen.end();
}

/**
 * Draws a return label as a PDF: tagged, titled, in the label's language, with the fonts inside; or as a PNG of
 * the label alone, one bit a dot at 203 dpi. Papers for customs follow the label when `customs` is given.
 *
 * Whatever the strings are, they are printed as literal text and bounded; nothing is fetched.
 * The same input gives the same bytes. `compress: false` leaves the drawing readable, for tests.
 */
export async function renderReturnLabel(
  input: LabelInput,
  format: LabelFormat,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<Uint8Array> {
  if (format === "PNG") {
    const { drawAsDots } = await import("./dots"); // many processes draw no dots: PDFium stays out of theirs
    return drawAsDots(await renderReturnLabel(input, "4x6"));
  }
  const doc = open(input, format, compress);
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  draw(doc, input, format);
  doc.end();
  return finished;
}

/**
 * Many labels as one PDF, each on pages of its own, in pieces as they are drawn: hundreds take the memory of a
 * few. The document is titled after the first. Nothing comes out when there are no labels.
 */
export async function* renderReturnLabels(
  inputs: Iterable<LabelInput> | AsyncIterable<LabelInput>,
  format: PaperFormat,
): AsyncGenerator<Uint8Array, void, undefined> {
  let doc: PDFKit.PDFDocument | null = null;
  for await (const input of inputs) {
    if (doc) doc.addPage();
    else doc = open(input, format, true);
    draw(doc, input, format);
    yield* drawnSoFar(doc);
  }
  if (!doc) return;
  doc.end();
  for await (const chunk of doc) yield chunk as Uint8Array;
}

/** What the document has written by now, without waiting for more. */
function* drawnSoFar(doc: PDFKit.PDFDocument): Generator<Uint8Array> {
  for (let chunk = doc.read(); chunk !== null; chunk = doc.read()) yield chunk as Uint8Array;
}
