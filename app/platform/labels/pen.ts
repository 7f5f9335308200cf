import type { Bars, Matrix } from "./barcodes";
import type { Face } from "./face";
import type { TextBlock, TextLine } from "./wrap-text";

type Align = "start" | "center" | "end";
type Structure = ReturnType<PDFKit.PDFDocument["struct"]>;

/** Black ink. Thermal printers know no other. */
export const INK = "#000000";

/**
 * Can a reader that does not see take the text from the glyphs? Not where lines were broken or cut, read from
 * right to left, or shaped into what has no character of its own.
 */
const saysItself = ({ lines, text }: TextBlock): boolean =>
  lines.length === 1 && lines[0]?.runs.length === 1 && lines[0].runs[0]?.text === text && PLAIN.test(text);
const PLAIN = /^[\u0020-\u02ff\u0370-\u03ff\u0400-\u052f\u3000-\u30ff\u4e00-\u9fff]*$/;

/**
 * Draws on a document with the origin at the top and at the *start* of the page: on a
 * right-to-left page every x is mirrored, so a layout is written once. All lengths in points.
 */
export class Pen {
  private readonly root: Structure;
  private readonly used = new Set<string>();
  private parent: Structure;

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    readonly pageWidth: number,
    readonly pageHeight: number,
    private rtl: boolean,
  ) {
    this.root = doc.struct("Document");
    doc.addStructure(this.root);
    this.parent = this.root;
  }

  newPage(): void {
    this.doc.addPage();
  }

  /** Draws from left to right what reads so on any page, such as a form. */
  leftToRight(draw: () => void): void {
    const before = this.rtl;
    this.rtl = false;
    draw();
    this.rtl = before;
  }

  /** Left edge on paper of something `width` wide that starts at `x`. */
  private left(x: number, width: number): number {
    return this.rtl ? this.pageWidth - x - width : x;
  }

  /** Draws something that carries no meaning of its own: screen readers pass over it. */
  private ornament(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  /** Puts what `draw` draws into one structure element, such as a list. */
  group(tag: string, draw: () => void): void {
    const outer = this.parent;
    const element = this.doc.struct(tag);
    outer.add(element);
    this.parent = element;
    draw();
    this.parent = outer;
    element.end();
  }

  private tagged(tag: string, options: PDFKit.Mixins.StructureElementOptions, draw: () => void): void {
    this.parent.add(this.doc.struct(tag, options, [draw]));
  }

  rule(x: number, y: number, width: number, weight: number, colour = INK): void {
    this.ornament(() => this.doc.rect(this.left(x, width), y, width, weight).fill(colour));
  }

  frame(x: number, y: number, width: number, height: number, weight: number, radius = 0, colour = INK): void {
    this.ornament(() =>
      this.doc
        .roundedRect(
          this.left(x, width) + weight / 2,
          y + weight / 2,
          width - weight,
          height - weight,
          radius,
        )
        .lineWidth(weight)
        .stroke(colour),
    );
  }

  dashes(x: number, y: number, width: number, weight: number, colour = INK): void {
    const left = this.left(x, width);
    this.ornament(() =>
      this.doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(weight)
        .dash(4, { space: 3 })
        .stroke(colour)
        .undash(),
    );
  }

  /** A cross that fills a box of `size` points: it is ticked. */
  cross(x: number, y: number, size: number, weight: number, colour = INK): void {
    const left = this.left(x, size);
    this.ornament(() =>
      this.doc
        .moveTo(left, y)
        .lineTo(left + size, y + size)
        .moveTo(left + size, y)
        .lineTo(left, y + size)
        .lineWidth(weight)
        .stroke(colour),
    );
  }

  /** An outline of `size` points square, given as an SVG path in a 24 × 24 box. */
  mark(path: string, x: number, y: number, size: number, colour = INK): void {
    const scale = size / 24;
    this.ornament(() => {
      this.doc.save().translate(this.left(x, size), y);
      if (this.rtl) this.doc.translate(size, 0).scale(-scale, scale);
      else this.doc.scale(scale);
      this.doc.path(path).lineWidth(1.6).lineCap("round").lineJoin("round").stroke(colour).restore();
    });
  }

  /** Writes a block whose line boxes start at `y`, aligned within `width`. */
  text(
    block: TextBlock,
    x: number,
    y: number,
    width: number,
    { align = "start" as Align, tag = "P", colour = INK } = {},
  ): void {
    if (block.lines.length === 0) return;
    const left = this.left(x, width);
    this.tagged(tag, saysItself(block) ? {} : { actual: block.text }, () => {
      this.doc.fillColor(colour);
      // Capitals are 0.714 of the size high in these fonts: their middle is put on the middle of the line box.
      let baseline = y + block.leading / 2 + block.size * 0.357;
      for (const line of block.lines) {
        this.line(line, block.size, left + this.indent(align, width - line.width), baseline);
        baseline += block.leading;
      }
    });
  }

  private indent(align: Align, spare: number): number {
    if (align === "center") return spare / 2;
    return (align === "start") === this.rtl ? spare : 0;
  }

  private line(line: TextLine, size: number, left: number, baseline: number): void {
    let x = left;
    for (const run of line.runs) {
      this.face(run.face);
      this.doc.fontSize(size);
      const width = (run.width * size) / 1000;
      // An empty list of features makes pdfkit hand over the whole run, not word by word in logical order;
      // width and count are given so that it need not measure again.
      const known = { features: [], textWidth: width, wordCount: 1 };
      this.doc.text(run.text, x, baseline, { lineBreak: false, baseline: "alphabetic", ...known });
      x += width;
    }
  }

  private face(face: Face): void {
    if (!this.used.has(face.id)) {
      this.doc.registerFont(face.id, face.pdfFont as PDFKit.Mixins.PDFFontSource);
      this.used.add(face.id);
    }
    this.doc.font(face.id);
  }

  /** Bars `module` points a module wide, the first bar at `x`. Bars are never mirrored. */
  bars(bars: Bars, x: number, y: number, module: number, height: number, alt: string): void {
    let left = this.left(x, bars.modules * module);
    this.tagged("Figure", { alt }, () => {
      bars.widths.forEach((width, index) => {
        if (index % 2 === 0) this.doc.rect(left, y, width * module, height);
        left += width * module;
      });
      this.doc.fill(INK);
    });
  }

  /** A matrix symbol `module` points a module, its corner (without quiet zone) at `x`, `y`. */
  matrix(matrix: Matrix, x: number, y: number, module: number, alt: string): void {
    const left = this.left(x, matrix.size * module);
    this.tagged("Figure", { alt }, () => {
      for (const { row, column, length } of matrix.strokes) {
        this.doc.rect(left + column * module, y + row * module, length * module, module);
      }
      this.doc.fill(INK);
    });
  }

  /** Ends what this pen has written; another may go on in the same document. */
  end(): void {
    this.root.end();
  }
}
