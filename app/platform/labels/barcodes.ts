import bwipjs from "bwip-js/node";
import { correction, generate } from "lean-qr";
import { Kept } from "./kept";

/** Clear space on either side of a Code 128 symbol, in modules (ISO/IEC 15417, 4.2: at least 10X). */
export const CODE128_QUIET = 10;
/** Clear space around a QR symbol, in modules (ISO/IEC 18004, 6.3.8: at least 4X). */
export const QR_QUIET = 4;

/** Longest text put in a Code 128 symbol: more would not fit a label at a scannable module width. */
const CODE128_LIMIT = 40;
/** Most UTF-8 bytes put in a QR symbol: a version 13 symbol at level M, 69 modules wide. */
const QR_LIMIT = 300;

export interface Bars {
  /** Widths in modules: a bar, a space, a bar …, ending with a bar. */
  readonly widths: readonly number[];
  /** Sum of the widths, quiet zones not counted. */
  readonly modules: number;
}

export interface Matrix {
  /** Modules on each side, quiet zone not counted. */
  readonly size: number;
  /** Horizontal strokes of dark modules; neighbouring dark modules are one stroke. */
  readonly strokes: readonly { readonly row: number; readonly column: number; readonly length: number }[];
}

/**
 * A Code 128 symbol (ISO/IEC 15417) of exactly this text, or null when the text is empty, too long
 * or not printable ASCII: no barcode is better than one that says something else.
 */
export function code128(text: string): Bars | null {
  if (!/^[\x20-\x7e]+$/.test(text) || text.length > CODE128_LIMIT) return null;
  const [symbol] = bwipjs.raw("code128", text, "");
  if (!symbol || !("sbs" in symbol)) return null;
  const widths = [...symbol.sbs];
  return { widths, modules: widths.reduce((sum, width) => sum + width, 0) };
}

/** Symbols kept: one label is drawn in several sizes. */
const kept = new Kept<Matrix>(32);

/** A QR symbol (ISO/IEC 18004, level M, 15 % recovery) of exactly this text, or null when it is empty or over 300 bytes. */
export function qrCode(text: string): Matrix | null {
  const bytes = Buffer.byteLength(text);
  if (bytes === 0 || bytes > QR_LIMIT || /\p{Surrogate}/u.test(text)) return null;
  const known = kept.get(text);
  if (known) return known;
  const symbol = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  const { size } = symbol;
  const strokes: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!symbol.get(column, row)) continue;
      const start = column;
      while (column + 1 < size && symbol.get(column + 1, row)) column++;
      strokes.push({ row, column: start, length: column - start + 1 });
    }
  }
  const matrix = { size, strokes };
  kept.set(text, matrix);
  return matrix;
}
