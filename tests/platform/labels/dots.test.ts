import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { drawAsDots } from "~/platform/labels/dots";
import type { LabelInput } from "~/platform/labels/label-input";
import { renderReturnLabel } from "~/platform/labels/render-return-label";
import { arabic, english, german, hebrew, japanese } from "./samples";

const from = (locale: string, name: string, line: string, countryCode: string): LabelInput => ({
  ...english,
  locale,
  from: { name, lines: [line], city: line, countryCode },
  items: [{ title: line, quantity: 1 }],
});
const SAMPLES = {
  english,
  hebrew,
  arabic,
  german,
  japanese,
  korean: from("ko", "김민준", "서울특별시 강남구 테헤란로 123", "KR"),
  simplified: from("zh-CN", "王小明", "北京市朝阳区建国路88号", "CN"),
  traditional: from("zh-TW", "陳美玲", "臺北市信義區市府路45號", "TW"),
  thai: from("th", "สมชาย ใจดีกุล", "ถนนสุขุมวิท แขวงคลองเตย", "TH"),
  hindi: from("hi", "राहुल शर्मा", "एमजी रोड", "IN"),
  bengali: from("bn", "রাহুল দাস", "পার্ক স্ট্রিট", "BD"),
  tamil: from("ta", "முருகன்", "அண்ணா சாலை", "IN"),
  greek: from("el", "Γιώργος", "Λεωφόρος Βασιλίσσης Σοφίας 5", "GR"),
};

beforeAll(async () => {
  const zxing = path.dirname(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  const wasmBinary = readFileSync(path.join(zxing, "zxing_reader.wasm"));
  await prepareZXingModule({
    overrides: { wasmBinary: wasmBinary.buffer as ArrayBuffer },
    fireImmediately: true,
  });
});

/** What a scanner reads off the paper, by symbology. */
async function scanned(png: Uint8Array): Promise<Record<string, string>> {
  const found = await readBarcodes(new Uint8Array(png), { formats: ["Code128", "QRCode"], tryHarder: true });
  return Object.fromEntries(found.map(({ format, text }) => [format, text]));
}

describe("a label in dots", () => {
  it.each(Object.entries(SAMPLES))("can be scanned off a thermal printer: %s", async (_, input) => {
    const png = await renderReturnLabel(input, "PNG");
    const read = await scanned(png);
    expect(Object.values(read).sort()).toEqual([input.qrPayload, input.returnNumber].sort());
  });

  it("is black and white, 4 by 6 inches of 203 dots", async () => {
    const png = await renderReturnLabel(english, "PNG");
    expect(Buffer.from(png).readUInt8(24)).toBe(1); // PNG, IHDR: bits a sample
    const { width, height, density } = await sharp(png).metadata();
    expect([width, height, density]).toEqual([812, 1218, 203]);
    const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(new Set(data)).toEqual(new Set([0, 255]));
    const ink = data.filter((dot) => dot === 0).length / data.length;
    expect(ink).toBeGreaterThan(0.03);
    expect(ink).toBeLessThan(0.3);
  });

  it.each(["A4", "Letter", "4x6"] as const)("can be scanned off %s too", async (format) => {
    const read = await scanned(await drawAsDots(await renderReturnLabel(english, format)));
    expect(Object.values(read).sort()).toEqual([english.qrPayload, english.returnNumber].sort());
  });

  it("prints letters of every shipped script, none as the replacement sign", async () => {
    const ink = async (name: string) => {
      const png = await renderReturnLabel({ ...english, from: { name } }, "PNG");
      const top = await sharp(png)
        .extract({ left: 0, top: 48, width: 812, height: 60 })
        .greyscale()
        .raw()
        .toBuffer();
      return Buffer.from(top).toString("base64");
    };
    const unknown = await ink("\u{12000}\u{12001}"); // cuneiform: no font has it
    for (const name of [
      "김민준",
      "王小明",
      "陳美玲",
      "สมชาย",
      "राहुल",
      "রাহুল",
      "முருகன்",
      "Γιώργος",
      "Їжак",
      "יעל",
      "ليلى",
    ])
      expect(await ink(name), name).not.toBe(unknown);
  });

  it("is not made of what is no label", async () => {
    await expect(drawAsDots(Buffer.from("%PDF-1.4 nothing"))).rejects.toThrow();
    await expect(drawAsDots(Buffer.from("<html>"))).rejects.toThrow();
  });
});
