import type { LabelInput } from "./label-input";
import { printedDate } from "./locale";
import type { Pen } from "./pen";
import { heightOf, type TypeSetter } from "./type-setter";
import type { TextBlock } from "./wrap-text";

interface Fact {
  readonly heading: TextBlock;
  readonly value: TextBlock;
}

export interface Facts {
  readonly height: number;
  draw(pen: Pen, x: number, y: number, colour: string): void;
}

/** Return number, order and date: small headings over their values, in a column. */
export function setFacts(
  input: LabelInput,
  set: TypeSetter,
  width: number,
  { small, size, gap }: { readonly small: number; readonly size: number; readonly gap: number },
): Facts {
  const { words, returnNumber, orderName } = input;
  const facts: Fact[] = [
    { name: words.returnNumber, value: returnNumber, bold: true },
    { name: words.order, value: orderName, bold: false },
    { name: words.date, value: printedDate(input.date, input.locale, input.timeZone), bold: false },
  ]
    .filter(({ value }) => value.trim() !== "")
    .map(({ name, value, bold }) => ({
      heading: set.word(name, width, { size: small, minSize: small * 0.8, maxLines: 1 }),
      value: set.data(value, width, { size, minSize: size * 0.65, maxLines: 1 }, bold),
    }));
  return {
    height:
      facts.reduce((sum, { heading, value }) => sum + heightOf([heading, value]), 0) +
      gap * Math.max(0, facts.length - 1),
    draw: (pen, x, y, colour) => {
      let at = y;
      for (const { heading, value } of facts) {
        pen.text(heading, x, at, width, { colour });
        pen.text(value, x, at + heading.height, width);
        at += heading.height + value.height + gap;
      }
    },
  };
}

/** Draws blocks one under another. */
export function drawBlocks(
  pen: Pen,
  blocks: readonly TextBlock[],
  x: number,
  y: number,
  width: number,
): void {
  let at = y;
  for (const block of blocks) {
    pen.text(block, x, at, width);
    at += block.height;
  }
}
