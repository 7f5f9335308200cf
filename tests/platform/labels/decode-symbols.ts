import jsQR from "jsqr";
import { boundsOf, type Rectangle } from "./read-pdf";

// ISO/IEC 15417, table 1: bar and space widths of the values 0 to 105, six digits each; 106 is the stop.
const PATTERNS = (
  "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 " +
  "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 " +
  "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 " +
  "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 " +
  "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 " +
  "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 " +
  "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
).split(" ");
const STOP = "2331112";
const [CODE_C, CODE_B, CODE_A, START_A, START_B, START_C] = [99, 100, 101, 103, 104, 105] as const;

/** Width of one module: the narrowest bar. */
export const moduleOf = (bars: readonly Rectangle[]): number => Math.min(...bars.map((bar) => bar.width));

function widthsOf(bars: readonly Rectangle[]): string {
  const module = moduleOf(bars);
  const sorted = [...bars].sort((a, b) => a.x - b.x);
  const widths: number[] = [];
  sorted.forEach((bar, index) => {
    const before = sorted[index - 1];
    if (before) widths.push((bar.x - before.x - before.width) / module);
    widths.push(bar.width / module);
  });
  for (const width of widths) {
    if (Math.abs(width - Math.round(width)) > 0.01) throw new Error(`A width of ${width} modules`);
  }
  return widths.map(Math.round).join("");
}

/** Reads a Code 128 symbol from its bars, checking its check character (code sets A and B as ASCII 32 to 95, and C). */
export function readCode128(bars: readonly Rectangle[]): string {
  const widths = widthsOf(bars);
  if (!widths.endsWith(STOP)) throw new Error("No stop pattern");
  const values = (widths.slice(0, -STOP.length).match(/.{6}/g) ?? []).map((pattern) =>
    PATTERNS.indexOf(pattern),
  );
  if (values.includes(-1)) throw new Error("An unknown pattern");
  const check = values.pop();
  const sum = values.reduce((total, value, index) => total + value * Math.max(index, 1), 0);
  if (check !== sum % 103) throw new Error("Wrong check character");
  let set = values.shift();
  if (set !== START_A && set !== START_B && set !== START_C) throw new Error("No start character");
  let text = "";
  for (const value of values) {
    if (set === START_C && value < 100) text += String(value).padStart(2, "0");
    else if (value < 96) text += String.fromCharCode(value + 32);
    else if (value === CODE_A) set = START_A;
    else if (value === CODE_B) set = START_B;
    else if (value === CODE_C) set = START_C;
    else throw new Error(`Unexpected value ${value}`);
  }
  return text;
}

/** Reads a QR symbol by painting its rectangles, four pixels a module, with a quiet zone of four modules. */
export function readQr(rects: readonly Rectangle[]): string | null {
  const bounds = boundsOf(rects);
  const module = Math.min(...rects.map((rect) => rect.height));
  const size = Math.round(bounds.width / module);
  const side = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const at = (value: number, from: number) => (Math.round((value - from) / module) + 4) * 4;
  for (const rect of rects) {
    for (let y = at(rect.y, bounds.y); y < at(rect.y + rect.height, bounds.y); y++) {
      const [start, end] = [at(rect.x, bounds.x), at(rect.x + rect.width, bounds.x)];
      for (let x = start; x < end; x++) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data ?? null;
}
