import { type Bars, CODE128_QUIET, code128, type Matrix, QR_QUIET, qrCode } from "./barcodes";
import { cleanText } from "./clean-text";
import type { LabelInput } from "./label-input";

/** A symbol with the width of its modules, chosen on the grid of the printer. */
export interface SizedBars {
  readonly bars: Bars;
  /** Points a module. */
  readonly module: number;
  /** Points, with both quiet zones. */
  readonly width: number;
  /** Points, one quiet zone. */
  readonly quiet: number;
}

export interface SizedMatrix {
  readonly matrix: Matrix;
  readonly module: number;
  /** Points on each side, with the quiet zones. */
  readonly side: number;
  readonly quiet: number;
}

/** The printer's grid: modules are whole multiples of `dot`, at least `min` and at most `max` of them. */
export interface Grid {
  /** Points. */
  readonly dot: number;
  readonly min: number;
  readonly max: number;
}

/** Largest whole number of dots a module so that all of them fit, or null below the least. */
function dotsFor(modules: number, room: number, { dot, min, max }: Grid): number | null {
  const dots = Math.min(max, Math.floor(room / (modules * dot) + 1e-6));
  return dots < min ? null : dots;
}

/** The return number in bars that fit `room` points, or null when it cannot be said or scanned there. */
export function returnNumberBars(input: LabelInput, room: number, grid: Grid): SizedBars | null {
  const bars = code128(input.returnNumber);
  if (!bars) return null;
  const modules = bars.modules + 2 * CODE128_QUIET;
  const dots = dotsFor(modules, room, grid);
  if (dots === null) return null;
  const module = dots * grid.dot;
  return { bars, module, width: modules * module, quiet: CODE128_QUIET * module };
}

/** The QR payload (or the return number, when the payload is too long) in a square that fits `room` points. */
export function qrMatrix(input: LabelInput, room: number, grid: Grid): SizedMatrix | null {
  for (const text of [input.qrPayload, input.returnNumber]) {
    const matrix = qrCode(text);
    const modules = (matrix?.size ?? 0) + 2 * QR_QUIET;
    const dots = matrix && dotsFor(modules, room, grid);
    if (!matrix || dots === null) continue;
    const module = dots * grid.dot;
    return { matrix, module, side: modules * module, quiet: QR_QUIET * module };
  }
  return null;
}

/** What a screen reader says in place of a symbol. */
export const symbolName = ({ words, returnNumber }: LabelInput): string =>
  cleanText(`${words.returnNumber} ${returnNumber}`);
