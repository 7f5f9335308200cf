import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from "fontkit";
import { GlyphSubset, glyphTables } from "./glyph-subset";
import { Kept } from "./kept";
import { tolerateMissingAnchors } from "./missing-anchors";

/**
 * U+200F at the very start of a text tells a face to shape it from right to left.
 * It travels inside the text because pdfkit passes nothing else on to the font.
 */
export const RTL_MARK = "\u200f";

interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly width: number;
}

/** One font file in one weight, parsed once for the life of the process. */
export interface Face {
  /** Unique, e.g. 'noto-sans-hebrew-hebrew-700'. */
  readonly id: string;
  has(codePoint: number): boolean;
  /** Advance width in thousandths of the font size. `text` is in logical order, see RTL_MARK. */
  width(text: string): number;
  /** What pdfkit takes for a font: the parsed font with our own `layout`. */
  readonly pdfFont: object;
}

/** Shaped words kept for each face, so that memory stays flat. */
const KEPT_WORDS = 2000;
/** Longer words are shaped anew each time: they are not names that come back. */
const KEPT_WORD_LENGTH = 40;

/** Parses a plain TrueType/OpenType font and remembers the words it has shaped. */
export function makeFace(id: string, sfnt: Buffer): Face {
  const font = create(sfnt);
  tolerateMissingAnchors(font);
  const scale = 1000 / font.unitsPerEm;
  const tables = glyphTables(sfnt);
  const kept = new Kept<Shaped>(KEPT_WORDS);

  const shapeWord = (word: string, rtl: boolean): Shaped => {
    const key = rtl ? RTL_MARK + word : word;
    const known = kept.get(key);
    if (known) return known;
    // fontkit remembers a glyph's characters from whoever asked first; forgetting them
    // keeps the text map of one PDF free of what was printed before it.
    font._glyphs = {};
    const run = layoutOrSpell(font, word, rtl);
    const width = run.positions.reduce((sum, position) => sum + position.xAdvance, 0) * scale;
    const shaped = { glyphs: run.glyphs, positions: run.positions, width };
    if (key.length <= KEPT_WORD_LENGTH) kept.set(key, shaped);
    return shaped;
  };

  const shape = (text: string): Shaped[] => {
    const rtl = text.startsWith(RTL_MARK);
    const words = (rtl ? text.slice(1) : text).match(/ |[^ ]+/g) ?? [];
    const shaped = words.map((word) => shapeWord(word, rtl));
    return rtl ? shaped.reverse() : shaped;
  };

  const layout = (text: string) => {
    const words = shape(text);
    return {
      glyphs: words.flatMap((word) => word.glyphs),
      // pdfkit scales these in place, so each caller gets copies.
      positions: words.flatMap((word) => word.positions.map(copyPosition)),
      advanceWidth: words.reduce((sum, word) => sum + word.width, 0) / scale,
    };
  };

  return {
    id,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text) => shape(text).reduce((sum, word) => sum + word.width, 0),
    pdfFont: wrap(font, {
      layout: { value: layout },
      postscriptName: { value: id },
      ...(tables ? { createSubset: { value: () => new GlyphSubset(tables) } } : {}),
    }),
  };
}

/** Shapes a word; one that the shaper cannot cope with is spelled out glyph by glyph rather than lost. */
function layoutOrSpell(font: Font, word: string, rtl: boolean): Pick<GlyphRun, "glyphs" | "positions"> {
  try {
    return font.layout(word, [], undefined, undefined, rtl ? "rtl" : "ltr");
  } catch {
    const glyphs = Array.from(word, (char) => font.glyphForCodePoint(char.codePointAt(0) ?? 0));
    if (rtl) glyphs.reverse();
    const positions = glyphs.map((glyph) => ({
      xAdvance: glyph.advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return { glyphs, positions };
  }
}

const copyPosition = ({ xAdvance, yAdvance, xOffset, yOffset }: GlyphPosition): GlyphPosition => ({
  xAdvance,
  yAdvance,
  xOffset,
  yOffset,
});

// The subsets of a family share one PostScript name, by which pdfkit would take them for the same font.
const wrap = (font: Font, properties: PropertyDescriptorMap): object =>
  Object.create(font, properties) as object;
