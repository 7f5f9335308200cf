import { PDFiumLibrary } from "@hyzyla/pdfium";
import { describe, expect, it } from "vitest";
import { type CustomsItem, customsForm, printedWeight, totalValue } from "~/platform/labels/customs";
import type { LabelInput } from "~/platform/labels/label-input";
import { renderReturnLabel, renderReturnLabels } from "~/platform/labels/render-return-label";
import { naughtyStrings } from "./naughty-strings";
import { drawnPages } from "./read-pdf";
import { arabic, english, hebrew } from "./samples";

const jumper: CustomsItem = {
  description: "Merino jumper",
  quantity: 2,
  value: { amount: 89_00n, currency: "GBP" },
  weightGrams: 420,
  hsCode: "61101130",
  origin: "PT",
};
const withCustoms = (form: "CN22" | "CN23" | "invoice", items = [jumper]): LabelInput => ({
  ...english,
  customs: { form, items, currency: "GBP", signer: "Fern & Fable Ltd" },
});

describe("the paper for customs", () => {
  it("follows from the value and who carries it", () => {
    const worth = (amount: bigint, currency = "GBP") => [
      { ...jumper, quantity: 1, value: { amount, currency } },
    ];
    expect(customsForm(worth(270_00n), "GBP", "post")).toBe("CN22");
    expect(customsForm(worth(270_01n), "GBP", "post")).toBe("CN23");
    expect(customsForm(worth(1n, "SEK"), "SEK", "post")).toBe("CN23");
    expect(customsForm(worth(1n), "GBP", "courier")).toBe("invoice");
  });

  it("sums values and weights by the piece", () => {
    expect(totalValue([jumper, { ...jumper, value: { amount: 5n, currency: "EUR" } }], "GBP")).toBe(178_00n);
    expect(printedWeight([jumper])).toBe("0.840");
    expect(printedWeight([{ ...jumper, weightGrams: Number.NaN }])).toBe("0.000");
  });

  it.each(["CN22", "CN23", "invoice"] as const)("%s is a page of its own after the label", async (form) => {
    for (const format of ["A4", "4x6"] as const) {
      const without = drawnPages(await renderReturnLabel(english, format, { compress: false }));
      const pages = drawnPages(await renderReturnLabel(withCustoms(form), format, { compress: false }));
      expect(pages).toHaveLength(without.length + 1);
      expect(pages[0]?.content).toBe(without[0]?.content);
    }
  });

  it.each([
    "CN22",
    "CN23",
    "invoice",
  ] as const)("%s says on every paper that goods come back", async (form) => {
    const pdfium = await PDFiumLibrary.init();
    for (const format of ["A4", "Letter", "4x6"] as const) {
      const document = await pdfium.loadDocument(await renderReturnLabel(withCustoms(form), format));
      const text = document.getPage(document.getPageCount() - 1).getText();
      expect(text).toMatch(/returned goods/i);
      expect(text).toContain("61101130");
      document.destroy();
    }
    pdfium.destroy();
  });

  it("names the goods, their codes and that they are returned", async () => {
    const pdfium = await PDFiumLibrary.init();
    const document = await pdfium.loadDocument(await renderReturnLabel(withCustoms("CN23"), "4x6"));
    const text = document
      .getPage(document.getPageCount() - 1)
      .getText()
      .replace(/\s+/g, " ");
    for (const said of [
      "CN 23",
      "Returned goods",
      "2 × Merino jumper",
      "61101130",
      "PT",
      "0.840",
      "178.00 GBP",
      "Fern & Fable",
    ])
      expect(text).toContain(said);
    document.destroy();
    pdfium.destroy();
  });

  it("goes on over further pages, each item once, and ends", async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...jumper, description: `Thing ${index}` }));
    const pages = drawnPages(
      await renderReturnLabel(withCustoms("invoice", many), "4x6", { compress: false }),
    );
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(20);
    for (const page of pages)
      for (const { y } of page.textOrigins) {
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(page.height);
      }
  });

  it("ends with its foot whatever number of lines came before it", async () => {
    for (let count = 1; count <= 30; count++) {
      const items = Array.from({ length: count }, () => jumper);
      const pages = drawnPages(
        await renderReturnLabel(withCustoms("CN23", items), "4x6", { compress: false }),
      );
      const lowest = Math.max(...pages.flatMap((page) => page.textOrigins.map(({ y }) => y / page.height)));
      expect(lowest).toBeLessThan(1);
    }
  });

  it("survives hostile goods", async () => {
    for (const text of naughtyStrings.slice(0, 120)) {
      const items = [
        { ...jumper, description: text, hsCode: text, origin: text, quantity: Number(text), weightGrams: -1 },
      ];
      const bytes = await renderReturnLabel(withCustoms("invoice", items), "4x6");
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    }
  });
});

describe("many labels in one document", () => {
  const collect = async (inputs: LabelInput[], format: "A4" | "4x6") => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of renderReturnLabels(inputs, format)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it("are all there, in order, each on pages of its own", async () => {
    const pdf = (await collect([english, hebrew, arabic, english], "4x6")).toString("latin1");
    expect(pdf.startsWith("%PDF-1.7")).toBe(true);
    expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(8);
  });

  it("come out as they are drawn, and share their fonts", async () => {
    const inputs = Array.from({ length: 40 }, (_, index) => ({
      ...english,
      returnNumber: `RMA-${index}00AA`,
    }));
    let drawn = 0;
    const counted = function* () {
      for (const input of inputs) {
        drawn++;
        yield input;
      }
    };
    const first: number[] = [];
    let size = 0;
    for await (const chunk of renderReturnLabels(counted(), "A4")) {
      if (first.length === 0) first.push(drawn);
      size += chunk.length;
    }
    expect(first[0]).toBeLessThan(5);
    expect(size).toBeLessThan(40 * 12_000);
  });

  it("are nothing when there are none", async () => {
    expect(await collect([], "A4")).toHaveLength(0);
  });
});
