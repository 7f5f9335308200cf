import { Socket } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LabelInput, PaperFormat } from "~/platform/labels/label-input";
import { PAGE_SIZES, renderReturnLabel } from "~/platform/labels/render-return-label";
import { moduleOf, readCode128, readQr } from "./decode-symbols";
import { naughtyStrings } from "./naughty-strings";
import { boundsOf, type DrawnPage, drawnPages, type Rectangle } from "./read-pdf";
import { arabic, english, german, hebrew, japanese } from "./samples";

const FORMATS: readonly PaperFormat[] = ["A4", "Letter", "4x6"];
const SAMPLES = { english, hebrew, arabic, german, japanese };
const DOT = 72 / 203;
/** Fonts of ten scripts in two weights, and several pages. */
const MOST_BYTES = 400_000;

const draw = async (input: LabelInput, format: PaperFormat): Promise<DrawnPage[]> =>
  drawnPages(await renderReturnLabel(input, format, { compress: false }));

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

function symbolsOf(page: DrawnPage | undefined): { qr: readonly Rectangle[]; bars: readonly Rectangle[] } {
  const isBars = (rects: readonly Rectangle[]) =>
    new Set(rects.map((rect) => rect.height)).size === 1 && (rects[0]?.height ?? 0) > 30;
  const bars = page?.figures.find(isBars) ?? [];
  const qr = page?.figures.find((rects) => !isBars(rects)) ?? [];
  return { qr, bars };
}

/** Ink of text or rules inside an area. */
function inkInside(page: DrawnPage, { x, y, width, height }: Rectangle): number {
  const inText = page.textOrigins.filter(
    (at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height,
  );
  const inRules = page.rules.filter(
    (rule) =>
      rule.x < x + width && rule.x + rule.width > x && rule.y < y + height && rule.y + rule.height > y,
  );
  return inText.length + inRules.length;
}

const grown = (rect: Rectangle, across: number, down: number): Rectangle => ({
  x: rect.x - across,
  y: rect.y - down,
  width: rect.width + 2 * across,
  height: rect.height + 2 * down,
});

function expectClearSymbols(page: DrawnPage): void {
  const { qr, bars } = symbolsOf(page);
  for (const area of [
    bars.length > 0 && grown(boundsOf(bars), 10 * moduleOf(bars) - 0.001, 0),
    qr.length > 0 && grown(boundsOf(qr), 4 * moduleHeight(qr) - 0.001, 4 * moduleHeight(qr) - 0.001),
  ]) {
    if (!area) continue;
    expect(area.x).toBeGreaterThanOrEqual(0);
    expect(area.y).toBeGreaterThanOrEqual(0);
    expect(area.x + area.width).toBeLessThanOrEqual(page.width);
    expect(area.y + area.height).toBeLessThanOrEqual(page.height);
    expect(inkInside(page, area)).toBe(0);
  }
}

const moduleHeight = (qr: readonly Rectangle[]): number => Math.min(...qr.map((rect) => rect.height));

const withEverywhere = (text: string): LabelInput => {
  const address = {
    name: text,
    company: text,
    lines: [text, text],
    city: text,
    province: text,
    zip: text,
    countryCode: text,
    phone: text,
  };
  const { words } = english;
  return {
    ...english,
    from: address,
    to: address,
    returnNumber: text,
    orderName: text,
    qrPayload: text,
    items: [
      { title: text, quantity: Number(text), sku: text },
      { title: text, quantity: -1 },
    ],
    words: {
      ...words,
      title: text,
      from: text,
      returnTo: text,
      packing: text,
      packingSteps: [text, text],
      items: text,
      cutHere: text,
    },
  };
};

describe.each(FORMATS)("a return label on %s", (format) => {
  it.each(Object.entries(SAMPLES))("can be scanned: %s", async (_, input) => {
    const [page] = await draw(input, format);
    const { qr, bars } = symbolsOf(page);
    expect(readCode128(bars)).toBe(input.returnNumber);
    expect(readQr(qr)).toBe(input.qrPayload);
    expectClearSymbols(page as DrawnPage);
  });

  it("has the size of the paper", async () => {
    const [page] = await draw(english, format);
    expect(page?.width).toBeCloseTo(PAGE_SIZES[format][0], 2);
    expect(page?.height).toBeCloseTo(PAGE_SIZES[format][1], 2);
  });

  it("keeps what lies inside the parcel off the first page of a roll, and on the first page of a sheet", async () => {
    const pages = await draw(english, format);
    expect(pages).toHaveLength(format === "4x6" ? 2 : 1);
    const bare = { ...english, items: [], words: { ...english.words, packingSteps: [] } };
    expect(await draw(bare, format)).toHaveLength(1);
  });

  it("goes on over further pages when there is much to put in", async () => {
    const pages = await draw(german, format);
    expect(pages.length).toBeGreaterThan(1);
    const many = {
      ...english,
      items: Array.from({ length: 5000 }, (_, index) => ({ title: `Thing ${index}`, quantity: 1 })),
    };
    expect((await draw(many, format)).length).toBeLessThan(25);
  });

  it("prints the return number instead of a QR payload that is too long", async () => {
    const { qr } = symbolsOf((await draw({ ...english, qrPayload: "x".repeat(5000) }, format))[0]);
    expect(readQr(qr)).toBe(english.returnNumber);
  });

  it("draws no barcode rather than one that says something else", async () => {
    for (const returnNumber of ["", "רמא-1", "A".repeat(41), "RMA\n1"]) {
      const { bars } = symbolsOf((await draw({ ...english, returnNumber }, format))[0]);
      expect(bars).toHaveLength(0);
    }
  });

  it("gives the same bytes for the same input, whatever was printed before", async () => {
    for (const input of Object.values(SAMPLES)) {
      const first = await renderReturnLabel(input, format);
      await renderReturnLabel(withEverywhere("éfifl שלום 東京"), format);
      await renderReturnLabel(german, "A4");
      expect(Buffer.compare(first, await renderReturnLabel(input, format))).toBe(0);
    }
  });

  it("is titled, tagged and in the label's language", async () => {
    const pdf = latin1(await renderReturnLabel(english, format, { compress: false }));
    expect(pdf).toContain("(Return label RMA-7K3F9Q)");
    expect(pdf).toContain("/Lang (en-GB)");
    expect(pdf).toContain("/Marked true");
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("/Alt (Return number RMA-7K3F9Q)");
    expect(pdf).toContain("/CreationDate");
  });

  it("leaves no hole where an optional part is missing", async () => {
    const linesOf = async (to: LabelInput["to"]) =>
      (await draw({ ...english, to }, format))[0]?.textOrigins.length ?? 0;
    const to = { name: "A", lines: ["B"], city: "C", countryCode: "GB" };
    expect(await linesOf({ ...to, company: "", zip: " ", province: "\u200b", phone: "\u0000" })).toBe(
      await linesOf(to),
    );
  });
});

describe("a roll for a thermal printer at 203 dpi", () => {
  it.each(Object.entries(SAMPLES))("has modules and edges on whole dots: %s", async (_, input) => {
    const [page] = await draw(input, "4x6");
    const { qr, bars } = symbolsOf(page);
    const dots = [...bars, ...qr]
      .flatMap((rect) => [rect.x, rect.width, rect.y, rect.height])
      .map((value) => value / DOT);
    for (const value of dots) expect(Math.abs(value - Math.round(value))).toBeLessThan(0.001);
    expect(moduleOf(bars) / DOT).toBeGreaterThanOrEqual(1.999);
    expect(moduleHeight(qr) / DOT).toBeGreaterThanOrEqual(2.999);
  });

  it("is black only, with no stroke thinner than two dots", async () => {
    for (const page of await draw(german, "4x6")) {
      const colours = Array.from(
        page.content.matchAll(/^(.*) (?:scn|SCN|rg|RG|g|G)$/gm),
        (match) => match[1],
      );
      expect(new Set(colours)).toEqual(new Set(["0 0 0"]));
      const strokes = Array.from(page.content.matchAll(/^([\d.]+) w$/gm), (match) => Number(match[1]));
      const thinnest = Math.min(...strokes, ...page.rules.map((rule) => Math.min(rule.width, rule.height)));
      expect(thinnest / DOT).toBeGreaterThanOrEqual(1.999);
    }
  });
});

describe("hostile input", () => {
  const { fetch } = globalThis;
  const { connect } = Socket.prototype;
  const refuse = () => {
    throw new Error("The label reached for the network");
  };
  beforeEach(() => {
    globalThis.fetch = refuse;
    Socket.prototype.connect = refuse;
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    Socket.prototype.connect = connect;
  });

  it.each(
    naughtyStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]),
  )("is printed as text: %s", async (_, text) => {
    for (const format of FORMATS) {
      const bytes = await renderReturnLabel(withEverywhere(text), format, { compress: false });
      const pdf = latin1(bytes);
      expect(pdf.startsWith("%PDF-1.7")).toBe(true);
      expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
      const outsideStrings = pdf
        .replace(/<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/, "")
        .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, "()");
      expect(outsideStrings.match(/\/(URI|Launch|JavaScript|EmbeddedFile|GoToR|OpenAction)\b/)).toBeNull();
      for (const page of drawnPages(bytes)) {
        expectClearSymbols(page);
        for (const { x, y } of page.textOrigins) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(page.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(page.height);
        }
      }
    }
  });

  it("survives a locale, a zone and a date that do not exist", async () => {
    const input = {
      ...english,
      locale: "not a locale",
      timeZone: "Mars/Olympus",
      date: new Date(Number.NaN),
    };
    expect(latin1(await renderReturnLabel(input, "A4"))).toMatch(/^%PDF/);
  });

  it("keeps the document's XML well formed", async () => {
    const input = { ...english, returnNumber: "</rdf:li>&<x>", words: { ...english.words, title: "<b>" } };
    const pdf = latin1(await renderReturnLabel(input, "A4"));
    const xml = pdf.slice(pdf.indexOf("<x:xmpmeta"), pdf.indexOf("</x:xmpmeta>"));
    expect(xml).toContain('<rdf:li xml:lang="x-default">b /rdf:lix</rdf:li>');
  });

  it("always ends in a bounded PDF", async () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.string({ unit: "binary-ascii", maxLength: 400 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map((units) => String.fromCharCode(...units)),
      fc.constantFrom(...naughtyStrings),
    );
    const part = fc.option(anything, { nil: undefined });
    const address = fc.record({
      name: part,
      company: part,
      lines: fc.option(fc.array(anything, { maxLength: 8 }), { nil: undefined }),
      city: part,
      province: part,
      zip: part,
      countryCode: part,
      phone: part,
    });
    const input = fc.record({
      from: address,
      to: address,
      returnNumber: anything,
      orderName: anything,
      qrPayload: anything,
      locale: fc.oneof(fc.constantFrom("en", "he", "ar-EG", "ja", "zh-Hant"), anything),
      direction: fc.constantFrom("ltr" as const, "rtl" as const),
      items: fc.array(fc.record({ title: anything, quantity: fc.double(), sku: part }), { maxLength: 20 }),
      words: fc.record({
        title: anything,
        from: anything,
        returnTo: anything,
        returnNumber: anything,
        order: anything,
        date: anything,
        packing: anything,
        packingSteps: fc.array(anything, { maxLength: 15 }),
        items: anything,
        cutHere: anything,
        pageOf: anything,
      }),
      date: fc.date({ noInvalidDate: false }),
      timeZone: part,
    });
    const law = fc.asyncProperty(input, fc.constantFrom(...FORMATS), async (label, format) => {
      const bytes = await renderReturnLabel(label, format);
      expect(latin1(bytes.subarray(0, 5))).toBe("%PDF-");
      expect(bytes.length).toBeLessThan(MOST_BYTES);
    });
    await fc.assert(law, { numRuns: 40 });
  }, 60_000);
});
