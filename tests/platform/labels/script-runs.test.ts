import { describe, expect, it } from "vitest";
import { cleanText } from "~/platform/labels/clean-text";
import { clustersOf, REPLACEMENT, visualRuns } from "~/platform/labels/script-runs";

interface Laid {
  readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[];
}

/** The characters of a line as they are seen from left to right, read off the shaped glyphs. */
function seen(text: string, direction: "ltr" | "rtl" | "auto" = "auto"): string {
  const clusters = clustersOf(text, { weight: 400, direction, locale: "en" });
  return visualRuns(clusters)
    .flatMap((run) => (run.face.pdfFont as { layout(text: string): Laid }).layout(run.text).glyphs)
    .map((glyph) => String.fromCodePoint(...[...glyph.codePoints].reverse()))
    .join("");
}

describe("the order in which a line is seen", () => {
  it.each([
    ["Latin stays", "Flat 4, Main St", "auto", "Flat 4, Main St"],
    ["Hebrew runs from the right", "שלום", "auto", "םולש"],
    ["words of a Hebrew line, too", "רחוב הרצל", "auto", "לצרה בוחר"],
    ["numbers keep their order", "הרצל 12, תל אביב", "auto", "ביבא לת ,12 לצרה"],
    ["brackets are mirrored", "דירה (ב) 3", "auto", "3 (ב) הריד"],
    ["Latin inside Hebrew", "בניין Building B2 כאן", "auto", "ןאכ Building B2 ןיינב"],
    ["Hebrew inside English", "Street רחוב הרצל 12", "ltr", "Street 12 לצרה בוחר"],
    ["a phone number is left to right", "+972 3-555", "auto", "+972 3-555"],
    ["punctuation alone in a right-to-left line", "א ...!", "rtl", "!... א"],
  ] as const)("%s", (_, text, direction, expected) => {
    expect(seen(text, direction)).toBe(expected);
  });

  it("joins Arabic letters", () => {
    const glyphs = (text: string) =>
      visualRuns(clustersOf(text, { weight: 400, direction: "auto", locale: "ar" })).flatMap((run) =>
        (run.face.pdfFont as { layout(text: string): Laid }).layout(run.text).glyphs.map((glyph) => glyph.id),
      );
    const alone = glyphs("س")[0];
    const joined = glyphs("سسس");
    expect(joined).toHaveLength(3);
    expect(new Set([alone, ...joined]).size).toBe(4);
    expect(seen("سلام عليكم").replace(/ +/, " ").split(" ")[1]).toMatch(/س$/);
  });

  it("sets the ring of a Thai or Lao am below the tone mark, as it is read", () => {
    expect(cleanText("น้ำ")).toBe("น\u0e4d\u0e49\u0e32");
    expect(cleanText("ທ້ຳ")).toBe("ທ\u0ecd\u0ec9\u0eb2");
    expect(cleanText("ทำ")).toBe("ทำ");
    expect(seen("น้ำผึ้ง")).not.toContain("\ufffd");
  });

  it("prints a visible mark for what no font can draw, one for each character a reader sees", () => {
    expect(seen("a𓀀b")).toBe(`a${REPLACEMENT}b`);
    expect(seen("👩‍👩‍👧‍👦")).toBe(REPLACEMENT);
  });

  it("draws every European script and keeps accents", () => {
    for (const text of ["Ťřišť Łódź", "Đặng Thị", "Ψυχή", "Київ Ѯ", "ÅÉîøü ß", "नमस्ते"]) {
      expect(seen(text)).not.toContain(REPLACEMENT);
    }
  });
});
