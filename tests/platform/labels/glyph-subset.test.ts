import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { GlyphSubset, glyphTables } from "~/platform/labels/glyph-subset";
import { Kept } from "~/platform/labels/kept";
import { woffToSfnt } from "~/platform/labels/woff-to-sfnt";

const require = createRequire(import.meta.url);
const sfntOf = (name: string) =>
  woffToSfnt(readFileSync(require.resolve(`@fontsource/${name}-400-normal.woff`)));
type Outlined = { path: { toSVG(): string }; advanceWidth: number };
const glyphOf = (font: unknown, id: number) => (font as { getGlyph(id: number): Outlined }).getGlyph(id);

describe.each([
  ["noto-sans/files/noto-sans-latin", "Aé Ångström ½ fi"],
  ["noto-sans-hebrew/files/noto-sans-hebrew-hebrew", "שלום בּ"],
  ["noto-sans-thai/files/noto-sans-thai-thai", "สมชาย"],
  ["noto-sans-kr/files/noto-sans-kr-119", "가나다"],
])("a subset of %s", (name, text) => {
  it("is a font in which every glyph looks and measures as it did", () => {
    const sfnt = sfntOf(name);
    const whole = create(sfnt);
    const tables = glyphTables(sfnt);
    expect(tables).not.toBeNull();
    if (!tables) return;
    const subset = new GlyphSubset(tables);
    const places = Array.from(text, (char) => {
      const { id } = whole.glyphForCodePoint(char.codePointAt(0) ?? 0);
      return [id, subset.includeGlyph(id)] as const;
    });
    const bytes = subset.encode();
    expect(bytes.length).toBeLessThan(sfnt.length);
    const small = create(bytes);
    for (const [id, place] of places) {
      expect(glyphOf(small, place).path.toSVG()).toBe(glyphOf(whole, id).path.toSVG());
      expect(glyphOf(small, place).advanceWidth).toBe(glyphOf(whole, id).advanceWidth);
    }
    expect(subset.includeGlyph(places[0]?.[0] ?? 0)).toBe(places[0]?.[1]);
  });
});

it("what is not outlined as TrueType is left to others", () => {
  const bare = Buffer.alloc(12);
  bare.write("OTTO", 0, "latin1");
  expect(glyphTables(bare)).toBeNull();
});

it("what is asked for stays, what is not is forgotten", () => {
  const kept = new Kept<number>(10);
  kept.set("often", 1);
  for (let at = 0; at < 100; at++) {
    expect(kept.get("often")).toBe(1);
    kept.set(`once ${at}`, at);
  }
  expect(kept.get("once 0")).toBeUndefined();
  expect(kept.get("once 99")).toBe(99);
});
