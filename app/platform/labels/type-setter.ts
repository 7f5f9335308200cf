import { cleanText } from "./clean-text";
import { Kept } from "./kept";
import type { LabelInput } from "./label-input";
import { fitText, type TextBlock, type TextStyle } from "./wrap-text";

/** Sets words and data of one label in type: words read as the page does, data by its own first letter. */
export interface TypeSetter {
  /** One of the caller's words: reads in the page's direction. */
  word(text: string, width: number, style: TextStyle, bold?: boolean): TextBlock;
  /** Something typed in: reads in the direction of its first letter. */
  data(text: string, width: number, style: TextStyle, bold?: boolean): TextBlock;
}

/** Longest of the caller's sentences that is printed, in UTF-16 units. */
const WORD_LIMIT = 600;
/** Longer texts are set anew each time: they are not what comes back. */
const MOST_KEY = 300;

/** Blocks that were set and come again with the next label: words, and the shop's own address. */
const blocks = new Kept<TextBlock>(400);

export function typeSetter({ locale, direction }: Pick<LabelInput, "locale" | "direction">): TypeSetter {
  const set = (limit: number | undefined, reading: "ltr" | "rtl" | "auto") => {
    const about = `${limit} ${reading} ${locale.slice(0, 10)}`;
    return (text: string, width: number, style: TextStyle, bold = false) => {
      const { size, minSize, leading, maxLines } = style;
      const key = `${about} ${width} ${size} ${minSize} ${leading} ${maxLines} ${bold} ${text}`;
      const known = key.length < MOST_KEY ? blocks.get(key) : undefined;
      if (known) return known;
      const as = { weight: bold ? 700 : 400, direction: reading, locale } as const;
      const block = fitText(cleanText(text, limit), as, width, style);
      if (key.length < MOST_KEY) blocks.set(key, block);
      return block;
    };
  };
  return { word: set(WORD_LIMIT, direction), data: set(undefined, "auto") };
}

/** Blocks one under another. */
export const heightOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0);

/**
 * Sets an address, the first line bold, to fit a height. A long line shrinks by itself to two thirds;
 * then all shrink together from `size` to `minSize`; then words are cut and lines shortened behind '…';
 * at last the last lines go.
 */
export function setAddress(
  lines: readonly string[],
  set: TypeSetter,
  width: number,
  height: number,
  { size, minSize, leading }: { readonly size: number; readonly minSize: number; readonly leading: number },
): TextBlock[] {
  const at = (points: number, maxLines: number): TextBlock[] =>
    lines.map((line, index) => {
      const first = index === 0;
      const style = {
        size: first ? points * 1.15 : points,
        minSize: Math.max(minSize, points * 0.66),
        leading,
        maxLines,
      };
      return set.data(line, width, style, first);
    });
  for (const mayCut of [false, true]) {
    for (let points = size; points >= minSize; points -= 0.5) {
      const blocks = at(points, 2);
      if (heightOf(blocks) <= height && (mayCut || !blocks.some((block) => block.cut))) return blocks;
    }
  }
  const blocks = at(minSize, 1);
  while (blocks.length > 1 && heightOf(blocks) > height) blocks.pop();
  return blocks;
}
