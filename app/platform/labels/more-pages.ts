import type { LabelInput } from "./label-input";
import { printedNumber } from "./locale";
import { drawList, type ListType, type Piece, takeFitting } from "./packing-list";
import type { Pen } from "./pen";
import type { TypeSetter } from "./type-setter";

/** Two lists, each under its heading, that run over as many pages as they need. */
export interface Section {
  readonly heading: Piece | null;
  readonly pieces: readonly Piece[];
}

interface Area {
  readonly margin: number;
  readonly width: number;
  readonly height: number;
}

/** Shares out sections over pages of `height`; a heading never stands alone at the foot of a page. */
function paginate(sections: readonly Section[], height: number, gap: number): Section[][] {
  const pages: Section[][] = [];
  let page: Section[] = [];
  let used = 0;
  for (const section of sections) {
    let { heading, pieces } = section;
    while (pieces.length > 0) {
      const top = (used > 0 ? gap : 0) + (heading?.height ?? 0);
      const [taken, rest] = takeFitting(pieces, height - used - top, used === 0);
      if (taken.length > 0) {
        page.push({ heading, pieces: taken });
        used += top + taken.reduce((sum, piece) => sum + piece.height, 0);
        pieces = rest;
        heading = null;
      }
      if (pieces.length > 0) {
        pages.push(page);
        page = [];
        used = 0;
      }
    }
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/**
 * Draws sections on pages after the first one, with the return number at the head and the page count
 * at the foot. Nothing is drawn, and no page made, when the sections are empty.
 */
export function drawMorePages(
  pen: Pen,
  input: LabelInput,
  set: TypeSetter,
  sections: readonly Section[],
  type: ListType,
  { margin, width, height }: Area,
): void {
  const number = (value: number) => printedNumber(value, input.locale);
  const title = set.data(
    input.returnNumber,
    width,
    { size: type.body, minSize: type.small, maxLines: 1 },
    true,
  );
  const top = margin + title.height + type.gap * 2;
  const foot = type.small * 1.25 + type.gap;
  const pages = paginate(sections, height - margin - top - foot, type.gap * 2);
  pages.forEach((page, index) => {
    pen.newPage();
    pen.text(title, margin, margin, width);
    pen.rule(margin, margin + title.height + type.gap * 0.5, width, type.hairline);
    let at = top;
    page.forEach(({ heading, pieces }, place) => {
      if (place > 0) at += type.gap * 2;
      heading?.draw(pen, margin, at, width);
      at = drawList(pen, pieces, margin, at + (heading?.height ?? 0), width);
    });
    const count = input.words.pageOf
      .replace("{page}", () => number(index + 2))
      .replace("{pages}", () => number(pages.length + 1));
    const line = set.word(count, width, { size: type.small, maxLines: 1 });
    pen.text(line, margin, height - margin - line.height, width, { align: "end", colour: type.muted });
  });
}
