/** The small part of fontkit (which has no types of its own) that the labels use. */
declare module "fontkit" {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: number[];
  }
  export interface GlyphPosition {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  export interface GlyphRun {
    readonly glyphs: Glyph[];
    readonly positions: GlyphPosition[];
  }
  /** Places marks on their bases. Not part of fontkit's promised interface. */
  export interface MarkPositioning {
    applyAnchor(mark: { readonly markAnchor: unknown }, base: unknown, baseIndex: number): void;
    applyLookup(type: number, table: unknown): boolean;
  }
  export interface Font {
    readonly _layoutEngine: { readonly engine?: { readonly GPOSProcessor?: MarkPositioning | null } | null };
    readonly postscriptName: string | null;
    readonly unitsPerEm: number;
    _glyphs: Record<number, Glyph>;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(
      text: string,
      features?: string[],
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ): GlyphRun;
  }
  export function create(data: Uint8Array): Font;
}
