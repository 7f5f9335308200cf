import { printedMoney, printedValue, printedWeight, totalValue, wholeCount } from "./customs";
import { CUSTOMS_WORDS as SAYS } from "./customs-words";
import type { LabelInput } from "./label-input";
import type { Piece } from "./packing-list";
import type { Pen } from "./pen";
import type { TypeSetter } from "./type-setter";
import type { TextBlock } from "./wrap-text";

/** Lengths in points. */
export interface CustomsType {
  readonly margin: number;
  readonly heading: number;
  readonly body: number;
  readonly small: number;
  readonly line: number;
  readonly gap: number;
}

/** Everything a part of the form needs. */
export interface Sheet {
  readonly pen: Pen;
  readonly input: LabelInput;
  readonly set: TypeSetter;
  readonly type: CustomsType;
  readonly width: number;
}

const MOST_ITEMS = 60;
/** Widths of the table's columns, of the whole. */
const COLUMNS = [
  ["contents", 0.42],
  ["hsCode", 0.17],
  ["origin", 0.11],
  ["weight", 0.13],
  ["value", 0.17],
] as const;

/** The cells of one row, each in its column; those of numbers end where the column ends. */
function row(sheet: Sheet, cells: readonly TextBlock[]): Piece {
  const { pen, type, width } = sheet;
  const height = Math.max(...cells.map((cell) => cell.height)) + type.gap;
  return {
    height,
    draw: (_, x, y) => {
      let at = x;
      cells.forEach((cell, index) => {
        const column = width * (COLUMNS[index]?.[1] ?? 0);
        pen.text(cell, at, y, column - type.gap, { align: index >= 3 ? "end" : "start", tag: "TD" });
        at += column;
      });
    },
  };
}

function cellsOf(
  { set, type, width }: Sheet,
  texts: readonly string[],
  size: number,
  bold: boolean,
  heading = false,
): TextBlock[] {
  return texts.map((text, index) =>
    set.word(
      text,
      width * (COLUMNS[index]?.[1] ?? 0) - type.gap,
      {
        size,
        minSize: Math.min(size, type.small * 0.7),
        leading: 1.2,
        maxLines: index === 0 || heading ? 3 : 1,
      },
      bold,
    ),
  );
}

/** A row for each kind of goods, and one with the sums. */
export function tableRows(sheet: Sheet): Piece[] {
  const { customs } = sheet.input;
  const { items = [], currency = "" } = customs ?? {};
  const shown = items.slice(0, MOST_ITEMS);
  const rows = shown.map((item) => {
    const contents = `${wholeCount(item.quantity)} × ${item.description.slice(0, 200)}`;
    const texts = [contents, item.hsCode ?? "", item.origin ?? "", printedWeight([item]), printedValue(item)];
    return row(sheet, cellsOf(sheet, texts, sheet.type.body, false));
  });
  if (items.length > shown.length)
    rows.push(
      row(
        sheet,
        cellsOf(sheet, [`+ ${items.length - shown.length}`, "", "", "", ""], sheet.type.body, false),
      ),
    );
  const total = { amount: totalValue(items, currency), currency };
  const sums = [SAYS.total, "", "", printedWeight(items), printedMoney(total)];
  rows.push(row(sheet, cellsOf(sheet, sums, sheet.type.body, true)));
  return rows;
}

/** The heads of the columns. */
export function headRow(sheet: Sheet): Piece {
  const heads = COLUMNS.map(([name]) => SAYS.columns[name]);
  return row(sheet, cellsOf(sheet, heads, sheet.type.small, false, true));
}
