import { addressLines } from "./address-lines";
import { type CustomsType, headRow, type Sheet, tableRows } from "./customs-table";
import { CUSTOMS_WORDS as SAYS } from "./customs-words";
import type { LabelAddress, LabelInput } from "./label-input";
import { printedDate } from "./locale";
import { type Piece, takeFitting } from "./packing-list";
import type { Pen } from "./pen";
import { heightOf, setAddress, typeSetter } from "./type-setter";
import type { TextBlock } from "./wrap-text";

/**
 * A CN 22, a CN 23 or a commercial invoice on pages of its own, marked "returned goods". Always in the reading
 * order of English and French, whatever the label's is. Draws nothing when the parcel crosses no border.
 */
export function drawCustoms(pen: Pen, input: LabelInput, type: CustomsType): void {
  const { customs } = input;
  if (!customs || customs.items.length === 0) return;
  const set = typeSetter({ locale: "en", direction: "ltr" });
  const sheet: Sheet = { pen, input, set, type, width: pen.pageWidth - 2 * type.margin };
  pen.leftToRight(() => {
    const foot = footBlocks(sheet);
    const footHeight = heightOf(foot) + type.gap * 4;
    let rows = tableRows(sheet);
    do {
      pen.newPage();
      const top = drawHead(sheet);
      const room = pen.pageHeight - type.margin - top;
      const fits = rows.reduce((sum, row) => sum + row.height, 0) <= room - footHeight;
      const [taken, rest] = fits ? [rows, []] : takeFitting(rows, room);
      const end = drawRows(sheet, taken, top);
      if (fits) drawFoot(sheet, foot, end);
      rows = rest;
      if (!fits && rows.length === 0) rows = [emptyRow];
    } while (rows.length > 0);
  });
}

/** Makes room for the foot on a page of its own when the last rows left none. */
const emptyRow: Piece = { height: 0, draw: () => undefined };

function drawHead(sheet: Sheet): number {
  const { pen, input, set, type, width } = sheet;
  const form = input.customs?.form ?? "CN23";
  const isInvoice = form === "invoice";
  let y = type.margin;
  const code = set.word(
    isInvoice ? "" : form.replace("CN", "CN "),
    width * 0.2,
    { size: type.heading, maxLines: 1 },
    true,
  );
  const title = set.word(
    isInvoice ? SAYS.invoice : SAYS.declaration,
    width * 0.78,
    { size: type.heading, minSize: type.body, maxLines: 2 },
    true,
  );
  pen.text(title, type.margin, y, width * 0.78, { tag: "H1" });
  pen.text(code, type.margin + width * 0.8, y, width * 0.2, { align: "end" });
  y += title.height + type.gap * 0.5;
  if (!isInvoice) {
    const opened = set.word(SAYS.opened, width, { size: type.small, minSize: type.small * 0.8, maxLines: 1 });
    pen.text(opened, type.margin, y, width);
    y += opened.height + type.gap * 0.5;
  }
  y = drawLine(sheet, y);
  y = form === "CN22" ? y : drawEnds(sheet, y, isInvoice);
  y = isInvoice ? drawInvoiceFacts(sheet, y) : drawCategories(sheet, y);
  const heads = headRow(sheet);
  heads.draw(pen, type.margin, y, width);
  return drawLine(sheet, y + heads.height - type.gap * 0.5);
}

function drawLine({ pen, type, width }: Sheet, y: number): number {
  pen.rule(type.margin, y, width, type.line);
  return y + type.line + type.gap;
}

function drawEnds(sheet: Sheet, y: number, isInvoice: boolean): number {
  const { pen, input, set, type, width } = sheet;
  const column = (width - type.gap * 2) / 2;
  const most = type.body * 11;
  const end = (heading: string, address: LabelAddress, x: number): number => {
    const head = set.word(heading, column, { size: type.small, maxLines: 1 });
    const lines = setAddress(addressLines(address, "en"), set, column, most, {
      size: type.body,
      minSize: type.small * 0.85,
      leading: 1.2,
    });
    pen.text(head, x, y, column);
    let at = y + head.height;
    for (const line of lines) {
      pen.text(line, x, at, column);
      at += line.height;
    }
    return at;
  };
  const heads = isInvoice ? [SAYS.exporter, SAYS.importer] : [SAYS.from, SAYS.to];
  const left = end(heads[0] ?? "", input.from, type.margin);
  const right = end(heads[1] ?? "", input.to, type.margin + column + type.gap * 2);
  return drawLine(sheet, Math.max(left, right) + type.gap * 0.5);
}

function drawInvoiceFacts(sheet: Sheet, y: number): number {
  const { pen, input, set, type, width } = sheet;
  const facts = [
    [SAYS.number, input.returnNumber],
    [SAYS.reference, input.orderName],
    [SAYS.date, printedDate(input.date, "en-GB", input.timeZone)],
    [SAYS.reason, SAYS.returned],
    [SAYS.terms, SAYS.deliveredAtPlace],
  ] as const;
  let at = y;
  for (const [name, value] of facts) {
    const head = set.word(name, width * 0.35, { size: type.small, maxLines: 1 });
    const said = set.data(value, width * 0.62, { size: type.body, minSize: type.small, maxLines: 1 }, true);
    const height = Math.max(head.height, said.height);
    pen.text({ ...head, leading: height }, type.margin, at, width * 0.35);
    pen.text({ ...said, leading: height }, type.margin + width * 0.38, at, width * 0.62);
    at += height;
  }
  return drawLine(sheet, at + type.gap * 0.5);
}

function drawCategories(sheet: Sheet, y: number): number {
  const { pen, set, type, width } = sheet;
  const column = width / 2;
  const box = type.body;
  const inset = box + type.gap;
  const height = Math.max(type.body * 1.5, type.small * 2.5);
  SAYS.categories.forEach((name, index) => {
    const x = type.margin + (index % 2) * column;
    const top = y + Math.floor(index / 2) * height;
    const ticked = index === SAYS.returnedGoods;
    const room = column - inset - type.gap;
    const words = set.word(name, room, { size: type.small, minSize: type.small * 0.8, maxLines: 2 }, ticked);
    pen.frame(x, top + (height - box) / 2, box, box, type.line);
    if (ticked) pen.cross(x, top + (height - box) / 2, box, type.line * 1.5);
    pen.text(words, x + inset, top + (height - words.height) / 2, room);
  });
  return drawLine(sheet, y + height * Math.ceil(SAYS.categories.length / 2) + type.gap * 0.5);
}

function drawRows({ pen, type, width }: Sheet, rows: readonly Piece[], top: number): number {
  let y = top;
  pen.group("Table", () => {
    for (const one of rows) {
      one.draw(pen, type.margin, y, width);
      y += one.height;
    }
  });
  return y;
}

function footBlocks({ input, set, type, width }: Sheet): TextBlock[] {
  const { form = "CN23", signer = "" } = input.customs ?? {};
  const certified = form === "invoice" ? SAYS.invoiceCertified : SAYS.certified;
  const small = { size: type.small, minSize: type.small * 0.8, leading: 1.25 };
  return [
    set.word(certified, width, { ...small, maxLines: 6 }),
    set.word(SAYS.signature, width, { ...small, maxLines: 1 }),
    set.data(
      `${printedDate(input.date, "en-GB", input.timeZone)}   ${signer}`,
      width,
      { size: type.body * 1.1, minSize: type.small, leading: 1.8, maxLines: 1 },
      true,
    ),
  ];
}

function drawFoot(sheet: Sheet, blocks: readonly TextBlock[], end: number): void {
  const { pen, type, width } = sheet;
  let y = drawLine(sheet, end + type.gap * 0.5);
  for (const block of blocks) {
    pen.text(block, type.margin, y, width);
    y += block.height + type.gap * 0.5;
  }
  pen.rule(type.margin, y, width, type.line);
}
