import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import PDFDocument from "pdfkit";
import { code128, qrCode } from "~/platform/labels/barcodes";
import type { LabelInput } from "~/platform/labels/label-input";
import { renderReturnLabel } from "~/platform/labels/render-return-label";
import { woffToSfnt } from "~/platform/labels/woff-to-sfnt";
import { english } from "../platform/labels/samples";
import { answerQuestions } from "./part";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** No two labels are alike: another shopper, number and address to open. */
const label = (count: number): LabelInput => ({
  ...english,
  from: { ...english.from, name: `Shopper ${count}`, lines: [`${count} Marchmont Street`] },
  returnNumber: `RMA-${count.toString(36).toUpperCase().padStart(6, "7")}`,
  orderName: `#${1000 + count}`,
  qrPayload: `https://fernandfable.example/apps/aftercare/r/${count}`,
});

const texts = ({ from, to, words, returnNumber, orderName }: LabelInput): string[] =>
  [
    ...[from, to].flatMap((one) => [
      one.name,
      one.company,
      ...(one.lines ?? []),
      one.city,
      one.zip,
      one.countryCode,
      one.phone,
    ]),
    words.from,
    words.returnTo,
    returnNumber,
    returnNumber,
    words.returnNumber,
    orderName,
    words.order,
    words.date,
    "21 Nov 2026",
  ].filter((text): text is string => Boolean(text));

const font = (weight: number) =>
  woffToSfnt(
    readFileSync(
      path.join(
        path.dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans/unicode.json")),
        `files/noto-sans-latin-${weight}-normal.woff`,
      ),
    ),
  );
const FONTS = { embedded: [font(400), font(700)], standard: ["Helvetica", "Helvetica"] } as const;

/** The same texts, bars and squares on one sheet by pdfkit alone: no fitting, no tags, no other script. */
function bare(input: LabelInput, [plain, bold]: (typeof FONTS)[keyof typeof FONTS]): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: "A4", margin: 0 });
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((fulfil) => doc.on("end", () => fulfil(Buffer.concat(chunks))));
  doc.registerFont("plain", plain as string).registerFont("bold", bold as string);
  texts(input).forEach((text, line) => {
    doc
      .font(line % 6 === 0 ? "bold" : "plain")
      .fontSize(10)
      .text(text, 40, 40 + line * 12, { lineBreak: false });
  });
  let x = 40;
  code128(input.returnNumber)?.widths.forEach((width, index) => {
    if (index % 2 === 0) doc.rect(x, 380, width, 50);
    x += width;
  });
  doc.fill("black");
  for (const { row, column, length } of qrCode(input.qrPayload)?.strokes ?? [])
    doc.rect(400 + 3 * column, 200 + 3 * row, 3 * length, 3);
  doc.fill("black");
  input.words.packingSteps.forEach((step, index) => {
    doc
      .font("plain")
      .fontSize(10)
      .text(`${index + 1}`, 40, 460 + index * 40, { lineBreak: false });
    doc.text(step, 60, 460 + index * 40, { width: 220 });
  });
  input.items.forEach(({ title, quantity, sku }, index) => {
    doc.rect(300, 460 + index * 40, 10, 10).stroke();
    doc.text(`${quantity} x`, 316, 460 + index * 40, { lineBreak: false });
    doc.text(title, 344, 460 + index * 40, { width: 200 });
    if (sku) doc.text(sku, 344, 486 + index * 40, { lineBreak: false });
  });
  doc.end();
  return done;
}

let count = 0;
const ways = {
  ours: () => renderReturnLabel(label(++count), "A4"),
  roll: () => renderReturnLabel(label(++count), "4x6"),
  bare: () => bare(label(++count), FONTS.embedded),
  standard: () => bare(label(++count), FONTS.standard),
};
export type Way = keyof typeof ways;

answerQuestions({
  /** Labels a second of one way. */
  rate: async ({ way, times }: { way: Way; times: number }) => {
    for (let warm = 0; warm < times / 5; warm++) await ways[way]();
    const began = process.hrtime.bigint();
    for (let time = 0; time < times; time++) await ways[way]();
    return times / (Number(process.hrtime.bigint() - began) / 1e9);
  },
  /** Megabytes of this process, garbage collected, after so many more labels. */
  megabytes: async (times: number) => {
    for (let time = 0; time < times; time++) await (time % 2 ? ways.ours() : ways.roll());
    collect();
    return process.memoryUsage().rss / 1e6;
  },
});
