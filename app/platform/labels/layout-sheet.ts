import { addressLines } from "./address-lines";
import { drawCustoms } from "./customs-page";
import type { CustomsType } from "./customs-table";
import { type Grid, qrMatrix, returnNumberBars, symbolName } from "./label-codes";
import { drawBlocks, setFacts } from "./label-facts";
import type { LabelInput } from "./label-input";
import { safeLocale } from "./locale";
import { drawMorePages, type Section } from "./more-pages";
import {
  drawList,
  headingPiece,
  itemPieces,
  type ListType,
  type Piece,
  stepPieces,
  takeFitting,
} from "./packing-list";
import type { Pen } from "./pen";
import { setAddress, type TypeSetter } from "./type-setter";

/** ISO 216 A4 and US Letter, points. */
export const SHEETS = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

const MUTED = "#555555";
const HAIRLINE = 0.6;
const MARGIN = 36;
const PAD = 20;
/** Between the label's frame and the cut line. */
const CUT_GAP = 20;
/** Modules on whole dots of a 300 dpi printer (0.24 pt), and so of a 600 dpi one: 0.25 to 0.51 mm for the bars. */
const BAR_GRID: Grid = { dot: 0.24, min: 3, max: 6 };
const QR_GRID: Grid = { dot: 0.24, min: 4, max: 15 };

const FROM_ROW = 92;
const CODE_ROW = 94;
const BAR_HEIGHT = 54;
const FACTS_WIDTH = 124;

const TYPE: ListType = {
  heading: 13.5,
  body: 10.5,
  small: 8.5,
  gap: 8,
  box: 10,
  hairline: 0.8,
  muted: MUTED,
};

const CUSTOMS: CustomsType = { margin: 48, heading: 15, body: 10, small: 8, line: 0.8, gap: 6 };

// Scissors, drawn in a 24 × 24 box: two rings and two crossing blades.
const SCISSORS =
  "M9 6a3 3 0 1 1-6 0a3 3 0 1 1 6 0zM9 18a3 3 0 1 1-6 0a3 3 0 1 1 6 0zM8.1 8.1L20 20M8.1 15.9L20 4M14.8 14.8L12 12";

/**
 * A4 or Letter: the label, framed, on the upper half; a dashed line to cut along the middle;
 * what to do and what to put in beneath it, running over to further pages when they are long.
 */
export function drawSheet(pen: Pen, input: LabelInput, set: TypeSetter): void {
  const middle = pen.pageHeight / 2;
  const width = pen.pageWidth - 2 * MARGIN;
  drawLabel(pen, input, set, width, middle - MARGIN - CUT_GAP);
  drawCutLine(pen, input, set, middle, width);
  const left = drawPacking(pen, input, set, middle + 34, width);
  drawMorePages(pen, input, set, left, TYPE, { margin: MARGIN, width, height: pen.pageHeight });
  drawCustoms(pen, input, CUSTOMS);
}

function drawLabel(pen: Pen, input: LabelInput, set: TypeSetter, width: number, height: number): void {
  const locale = safeLocale(input.locale);
  const x = MARGIN + PAD;
  const room = width - 2 * PAD;
  const wide = room - FACTS_WIDTH - PAD;
  const side = MARGIN + width - PAD - FACTS_WIDTH;
  const toTop = MARGIN + FROM_ROW;
  const toRow = height - FROM_ROW - CODE_ROW;
  const small = { size: 8, minSize: 6.5, maxLines: 1 };

  pen.frame(MARGIN, MARGIN, width, height, 1.2, 6);
  pen.rule(MARGIN, toTop, width, HAIRLINE);
  pen.rule(MARGIN, toTop + toRow, width, HAIRLINE);

  const from = set.word(input.words.from, wide, small);
  pen.text(from, x, MARGIN + 13, wide, { colour: MUTED });
  const sender = setAddress(addressLines(input.from, locale), set, wide, FROM_ROW - 20 - from.height, {
    size: 9,
    minSize: 6,
    leading: 1.2,
  });
  drawBlocks(pen, sender, x, MARGIN + 14 + from.height, wide);
  setFacts(input, set, FACTS_WIDTH, { small: 7.5, size: 10, gap: 3 }).draw(pen, side, MARGIN + 13, MUTED);

  const to = set.word(input.words.returnTo, wide, small, true);
  pen.text(to, x, toTop + 14, wide, { tag: "H1" });
  const receiver = setAddress(addressLines(input.to, locale, input.from), set, wide, toRow - 28 - to.height, {
    size: 15,
    minSize: 8,
    leading: 1.22,
  });
  drawBlocks(pen, receiver, x, toTop + 18 + to.height, wide);

  const qr = qrMatrix(input, Math.min(FACTS_WIDTH + PAD, toRow - 8), QR_GRID);
  if (qr) {
    // The first dark module stands under the facts; the quiet zone lies in the gutter before it.
    pen.matrix(qr.matrix, side, toTop + (toRow - qr.side) / 2 + qr.quiet, qr.module, symbolName(input));
  }
  drawReturnNumber(pen, input, set, x, toTop + toRow, room);
}

function drawReturnNumber(
  pen: Pen,
  input: LabelInput,
  set: TypeSetter,
  x: number,
  top: number,
  room: number,
): void {
  const symbol = returnNumberBars(input, room, BAR_GRID);
  const text = set.data(
    input.returnNumber,
    room,
    { size: symbol ? 13 : 22, minSize: 7, maxLines: symbol ? 1 : 2 },
    true,
  );
  if (!symbol) {
    pen.text(text, x, top + (CODE_ROW - text.height) / 2, room, { align: "center" });
    return;
  }
  const y = top + (CODE_ROW - BAR_HEIGHT - 6 - text.height) / 2;
  pen.bars(
    symbol.bars,
    x + (room - symbol.width) / 2 + symbol.quiet,
    y,
    symbol.module,
    BAR_HEIGHT,
    symbolName(input),
  );
  pen.text(text, x, y + BAR_HEIGHT + 6, room, { align: "center" });
}

function drawCutLine(pen: Pen, input: LabelInput, set: TypeSetter, y: number, width: number): void {
  const words = set.word(input.words.cutHere, width / 2, { size: 7.5, minSize: 6, maxLines: 1 });
  const gap = words.width > 0 ? words.width + 16 : 0;
  pen.mark(SCISSORS, MARGIN, y - 7, 14);
  pen.dashes(MARGIN + 20, y, width - 20 - gap, 0.8);
  pen.text(words, MARGIN + width - words.width, y - words.height / 2, words.width, { colour: MUTED });
}

/** Fills the lower half and gives back what did not fit. */
function drawPacking(pen: Pen, input: LabelInput, set: TypeSetter, top: number, width: number): Section[] {
  const gutter = 32;
  const both = input.items.length > 0 && input.words.packingSteps.some((step) => step.trim() !== "");
  const column = both ? (width - gutter) / 2 : width;
  const height = pen.pageHeight - MARGIN - top;
  const steps = stepPieces(input, set, column, TYPE);
  const items = itemPieces(input, set, column, TYPE);
  const place = (words: string, pieces: readonly Piece[], x: number): readonly Piece[] => {
    if (pieces.length === 0) return [];
    const heading = headingPiece(words, set, column, TYPE);
    const [taken, rest] = takeFitting(pieces, height - (heading?.height ?? 0));
    heading?.draw(pen, x, top, column);
    drawList(pen, taken, x, top + (heading?.height ?? 0), column);
    return rest;
  };
  const restOfSteps = place(input.words.packing, steps, MARGIN);
  const restOfItems = place(input.words.items, items, both ? MARGIN + column + gutter : MARGIN);
  const again = (
    all: readonly Piece[],
    rest: readonly Piece[],
    wide: readonly Piece[],
    words: string,
  ): Section => ({
    heading: rest.length > 0 ? headingPiece(words, set, width, TYPE) : null,
    pieces: wide.slice(all.length - rest.length),
  });
  return [
    again(steps, restOfSteps, stepPieces(input, set, width, TYPE), input.words.packing),
    again(items, restOfItems, itemPieces(input, set, width, TYPE), input.words.items),
  ];
}
