import { addressLines } from "./address-lines";
import { drawCustoms } from "./customs-page";
import type { CustomsType } from "./customs-table";
import { type Grid, qrMatrix, returnNumberBars, symbolName } from "./label-codes";
import { drawBlocks, setFacts } from "./label-facts";
import type { LabelInput } from "./label-input";
import { safeLocale } from "./locale";
import { drawMorePages } from "./more-pages";
import { headingPiece, itemPieces, type ListType, stepPieces } from "./packing-list";
import { INK, type Pen } from "./pen";
import { setAddress, type TypeSetter } from "./type-setter";

/** One dot of a thermal printer at 203 dpi, points. */
export const DOT = 72 / 203;
const dots = (count: number): number => count * DOT;

/** 4 × 6 inches: 812 × 1218 dots. */
export const ROLL = [dots(812), dots(1218)] as const;

const MARGIN = dots(30);
const WIDTH = dots(812 - 2 * 30);
const RULE = dots(3);
/** 0.25 to 0.5 mm a module. */
const BAR_GRID: Grid = { dot: DOT, min: 2, max: 4 };
const QR_GRID: Grid = { dot: DOT, min: 3, max: 10 };

// Where things begin, in dots from the top.
const FROM_TOP = 28;
const TO_TOP = 232;
const CODE_TOP = 626;
const BAR_HEIGHT = 156;
const FOOT_TOP = 886;
const PAGE_END = 1218;
const QR_ROOM = 310;

const TYPE: ListType = {
  heading: 12,
  body: 9.5,
  small: 8,
  gap: 7,
  box: dots(28),
  hairline: dots(2),
  muted: INK,
};

const CUSTOMS: CustomsType = {
  margin: MARGIN,
  heading: 11,
  body: 8,
  small: 6.5,
  line: dots(2),
  gap: dots(10),
};

/**
 * A label for a thermal roll: black only, every stroke on whole dots of the printer. The packing steps and
 * the items have pages of their own: they go into the parcel, and what is inside is nobody's business outside.
 */
export function drawRoll(pen: Pen, input: LabelInput, set: TypeSetter): void {
  const locale = safeLocale(input.locale);
  const small = { size: 8, minSize: 7, maxLines: 1 };
  const heightTo = (top: number, end: number, used: number) => dots(end - top - 16) - used;

  const from = set.word(input.words.from, WIDTH, small);
  const sender = setAddress(
    addressLines(input.from, locale),
    set,
    WIDTH,
    heightTo(FROM_TOP, TO_TOP, from.height),
    { size: 8.5, minSize: 6.5, leading: 1.18 },
  );
  pen.text(from, MARGIN, dots(FROM_TOP), WIDTH);
  drawBlocks(pen, sender, MARGIN, dots(FROM_TOP) + from.height, WIDTH);

  const to = set.word(input.words.returnTo, WIDTH, { ...small, size: 9 }, true);
  const receiver = setAddress(
    addressLines(input.to, locale, input.from),
    set,
    WIDTH,
    heightTo(TO_TOP, CODE_TOP, to.height + dots(16)),
    { size: 15, minSize: 8, leading: 1.18 },
  );
  pen.rule(MARGIN, dots(TO_TOP), WIDTH, RULE);
  pen.text(to, MARGIN, dots(TO_TOP + 16), WIDTH, { tag: "H1" });
  drawBlocks(pen, receiver, MARGIN, dots(TO_TOP + 20) + to.height, WIDTH);

  pen.rule(MARGIN, dots(CODE_TOP), WIDTH, RULE);
  drawReturnNumber(pen, input, set);
  pen.rule(MARGIN, dots(FOOT_TOP), WIDTH, RULE);
  drawFoot(pen, input, set);

  const steps = {
    heading: headingPiece(input.words.packing, set, WIDTH, TYPE),
    pieces: stepPieces(input, set, WIDTH, TYPE),
  };
  const items = {
    heading: headingPiece(input.words.items, set, WIDTH, TYPE),
    pieces: itemPieces(input, set, WIDTH, TYPE),
  };
  drawMorePages(pen, input, set, [steps, items], TYPE, {
    margin: MARGIN,
    width: WIDTH,
    height: pen.pageHeight,
  });
  drawCustoms(pen, input, CUSTOMS);
}

/** Rounds to a whole dot, so that the edges of bars are sharp. */
const onGrid = (points: number): number => Math.round(points / DOT) * DOT;

function drawReturnNumber(pen: Pen, input: LabelInput, set: TypeSetter): void {
  // The margins are white too, so the quiet zones may reach into them.
  const symbol = returnNumberBars(input, dots(812 - 16), BAR_GRID);
  const text = set.data(
    input.returnNumber,
    WIDTH,
    { size: symbol ? 14 : 22, minSize: 8, maxLines: symbol ? 1 : 2 },
    true,
  );
  if (!symbol) {
    pen.text(text, MARGIN, dots((CODE_TOP + FOOT_TOP) / 2) - text.height / 2, WIDTH, { align: "center" });
    return;
  }
  const x = onGrid((pen.pageWidth - symbol.width) / 2) + symbol.quiet;
  pen.bars(symbol.bars, x, dots(CODE_TOP + 24), symbol.module, dots(BAR_HEIGHT), symbolName(input));
  pen.text(text, MARGIN, dots(CODE_TOP + 24 + BAR_HEIGHT + 10), WIDTH, { align: "center" });
}

function drawFoot(pen: Pen, input: LabelInput, set: TypeSetter): void {
  const height = dots(PAGE_END - FOOT_TOP);
  const qr = qrMatrix(input, dots(QR_ROOM), QR_GRID);
  const top = onGrid(dots(FOOT_TOP) + (height - (qr?.side ?? 0)) / 2);
  // The dark modules stand under the text; the margin is their quiet zone, when it is wide enough.
  const x = Math.max(MARGIN, qr?.quiet ?? 0);
  if (qr) pen.matrix(qr.matrix, x, top + qr.quiet, qr.module, symbolName(input));
  const start = qr ? x - qr.quiet + qr.side + dots(12) : MARGIN;
  const width = MARGIN + WIDTH - start;
  const facts = setFacts(input, set, width, { small: 8, size: 12, gap: 4 });
  facts.draw(pen, start, dots(FOOT_TOP) + (height - facts.height) / 2, INK);
}
