import { FIELD_LIMIT } from "./clean-text";
import type { LabelInput } from "./label-input";
import { printedNumber } from "./locale";
import type { Pen } from "./pen";
import type { TypeSetter } from "./type-setter";

/** Most steps and items printed: what is beyond shows as a count. */
const MAX_STEPS = 12;
const MAX_ITEMS = 100;

/** A piece of a list that is kept together when a page ends. */
export interface Piece {
  readonly height: number;
  draw(pen: Pen, x: number, y: number, width: number): void;
}

/** Sizes of a list, in points. */
export interface ListType {
  readonly heading: number;
  readonly body: number;
  readonly small: number;
  readonly gap: number;
  /** Side of the check box. */
  readonly box: number;
  readonly hairline: number;
  readonly muted: string;
}

/** A heading, kept small enough to stand on one line or two. */
export function headingPiece(text: string, set: TypeSetter, width: number, type: ListType): Piece | null {
  const block = set.word(text, width, { size: type.heading, minSize: type.body, maxLines: 2 }, true);
  if (block.lines.length === 0) return null;
  return {
    height: block.height + type.gap,
    draw: (pen, x, y) => pen.text(block, x, y, width, { tag: "H2" }),
  };
}

/** The packing steps, numbered, with their text hanging clear of the numbers. */
export function stepPieces(input: LabelInput, set: TypeSetter, width: number, type: ListType): Piece[] {
  const hang = type.body * 1.9;
  const steps = input.words.packingSteps.filter((step) => step.trim() !== "").slice(0, MAX_STEPS);
  return steps.map((step, index) => {
    const count = set.data(printedNumber(index + 1, input.locale), hang, { size: type.body }, true);
    const text = set.word(step, width - hang, {
      size: type.body,
      minSize: type.small,
      leading: 1.35,
      maxLines: 6,
    });
    return {
      height: text.height + type.gap * 0.7,
      draw: (pen, x, y) =>
        pen.group("LI", () => {
          pen.text({ ...count, leading: text.leading }, x, y, hang, { tag: "Lbl" });
          pen.text(text, x + hang, y, width - hang, { tag: "LBody" });
        }),
    };
  });
}

/** The things to put in, each with a box to tick, its quantity, title and SKU. */
export function itemPieces(input: LabelInput, set: TypeSetter, width: number, type: ListType): Piece[] {
  const shown = input.items.slice(0, MAX_ITEMS);
  const more = input.items.length - shown.length;
  const pieces = shown.map((item) =>
    itemPiece(item, printedNumber(countOf(item.quantity), input.locale), set, width, type),
  );
  if (more > 0) {
    const block = set.data(`+ ${printedNumber(more, input.locale)}`, width, { size: type.body }, true);
    pieces.push({ height: block.height, draw: (pen, x, y) => pen.text(block, x, y, width) });
  }
  return pieces;
}

function itemPiece(
  item: LabelInput["items"][number],
  count: string,
  set: TypeSetter,
  width: number,
  type: ListType,
): Piece {
  const quantityAt = type.box + type.body * 0.7;
  const titleAt = quantityAt + type.body * 2.6;
  const room = width - titleAt;
  const quantity = set.data(
    `${count} ×`,
    type.body * 2.4,
    { size: type.body, minSize: type.body / 2, maxLines: 1 },
    true,
  );
  const title = set.data(item.title.slice(0, FIELD_LIMIT), room, {
    size: type.body,
    minSize: type.small,
    leading: 1.3,
    maxLines: 2,
  });
  const sku = set.data(item.sku ?? "", room, { size: type.small, minSize: type.small * 0.8, maxLines: 1 });
  return {
    height: Math.max(title.height, type.body * 1.3) + sku.height + type.gap * 0.8,
    draw: (pen, x, y) =>
      pen.group("LI", () => {
        pen.frame(x, y + (type.body * 1.3 - type.box) / 2, type.box, type.box, type.hairline);
        pen.text({ ...quantity, leading: type.body * 1.3 }, x + quantityAt, y, type.body * 2.4, {
          tag: "Lbl",
        });
        pen.text(title, x + titleAt, y, room, { tag: "LBody" });
        pen.text(sku, x + titleAt, y + title.height, room, { tag: "LBody", colour: type.muted });
      }),
  };
}

const countOf = (quantity: number): number =>
  Number.isFinite(quantity) ? Math.trunc(Math.min(Math.max(quantity, 0), 9999)) : 1;

/** Takes the pieces that fit into `height`; the first always fits, so that pages come to an end. */
export function takeFitting(pieces: readonly Piece[], height: number, mustTake = true): [Piece[], Piece[]] {
  let used = 0;
  let count = 0;
  for (const piece of pieces) {
    if (used + piece.height > height && !(mustTake && count === 0)) break;
    used += piece.height;
    count++;
  }
  return [pieces.slice(0, count), pieces.slice(count)];
}

/** Draws pieces one under another as one list and tells where it ended. */
export function drawList(pen: Pen, pieces: readonly Piece[], x: number, y: number, width: number): number {
  let at = y;
  if (pieces.length === 0) return at;
  pen.group("L", () => {
    for (const piece of pieces) {
      piece.draw(pen, x, at, width);
      at += piece.height;
    }
  });
  return at;
}
