/** Reads back what was drawn, from a PDF written with `compress: false`. Lengths in points, y from the top. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** The rectangles of each figure (barcode, QR code), in the order drawn. */
  readonly figures: readonly (readonly Rectangle[])[];
  /** Rectangles outside figures: rules and boxes. */
  readonly rules: readonly Rectangle[];
  /** Where each piece of text begins, on its baseline. */
  readonly textOrigins: readonly { readonly x: number; readonly y: number }[];
  readonly content: string;
}

const objects = (pdf: string): Map<number, string> =>
  new Map(
    Array.from(pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm), (match) => [
      Number(match[1]),
      match[2] ?? "",
    ]),
  );

const rectangles = (content: string): Rectangle[] =>
  Array.from(
    content.matchAll(/^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gm),
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  );

export function drawnPages(bytes: Uint8Array): DrawnPage[] {
  const all = objects(Buffer.from(bytes).toString("latin1"));
  const pages: DrawnPage[] = [];
  for (const body of all.values()) {
    if (!/\/Type \/Page\n/.test(body)) continue;
    const [, width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []).map(Number);
    const stream = all.get(Number(/\/Contents (\d+) 0 R/.exec(body)?.[1])) ?? "";
    const content = stream.slice(stream.indexOf("stream\n") + 7, stream.lastIndexOf("\nendstream"));
    const figures = Array.from(content.matchAll(/^\/Figure <<[\s\S]*?BDC\n([\s\S]*?)^EMC$/gm), (match) =>
      rectangles(match[1] ?? ""),
    );
    const rest = content.replace(/^\/Figure <<[\s\S]*?BDC\n([\s\S]*?)^EMC$/gm, "");
    const textOrigins = Array.from(rest.matchAll(/^1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm$/gm), ([, x, y]) => ({
      x: Number(x),
      y: height - Number(y),
    }));
    pages.push({ width, height, figures, rules: rectangles(rest), textOrigins, content });
  }
  return pages;
}

export function boundsOf(rects: readonly Rectangle[]): Rectangle {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}
