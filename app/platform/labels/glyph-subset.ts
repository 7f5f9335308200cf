/** Tables that a TrueType font inside a PDF has (ISO 32000-2, 9.9.1); those with hints only where they are. */
const COPIED = ["cvt ", "fpgm", "prep"] as const;
const NEEDED = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"] as const;

// OpenType 1.9, "glyf": flags of a component.
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

type Tables = ReadonlyMap<string, Buffer>;

/** The tables of a TrueType font, or null when its outlines are not TrueType's. */
export function glyphTables(sfnt: Buffer): Tables | null {
  const tables = new Map<string, Buffer>();
  for (let at = 12, left = sfnt.readUInt16BE(4); left > 0; at += 16, left--) {
    const start = sfnt.readUInt32BE(at + 8);
    tables.set(sfnt.toString("latin1", at, at + 4), sfnt.subarray(start, start + sfnt.readUInt32BE(at + 12)));
  }
  return NEEDED.every((name) => tables.has(name)) ? tables : null;
}

const table = (tables: Tables, name: string): Buffer => tables.get(name) as Buffer;

/**
 * The glyphs of a font that one PDF uses, as a font of their own. Does what fontkit's subset does, by copying
 * bytes where that decodes and encodes them anew: embedding fonts took a quarter of a label's time.
 */
export class GlyphSubset {
  private readonly glyphs: number[] = [0];
  private readonly places = new Map([[0, 0]]);

  constructor(private readonly tables: Tables) {}

  /** The glyph's number in the subset. */
  includeGlyph(glyph: number): number {
    const known = this.places.get(glyph);
    if (known !== undefined) return known;
    const place = this.glyphs.push(glyph) - 1;
    this.places.set(glyph, place);
    return place;
  }

  private outline(glyph: number): Buffer {
    const [loca, glyf] = [table(this.tables, "loca"), table(this.tables, "glyf")];
    const long = table(this.tables, "head").readUInt16BE(50) === 1;
    const offset = (index: number) =>
      long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2;
    const outline = glyf.subarray(offset(glyph), offset(glyph + 1));
    return outline.length > 10 && outline.readInt16BE(0) < 0 ? this.composed(outline) : outline;
  }

  /** A glyph made of others: they come along, under their new numbers. */
  private composed(outline: Buffer): Buffer {
    const copy = Buffer.from(outline);
    for (let at = 10, flags = MORE; flags & MORE; ) {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(this.includeGlyph(copy.readUInt16BE(at + 2)), at + 2);
      at += flags & WORDS ? 8 : 6;
      if (flags & SCALE) at += 2;
      else if (flags & TWO_SCALES) at += 4;
      else if (flags & MATRIX) at += 8;
    }
    return copy;
  }

  encode(): Buffer {
    const outlines: Buffer[] = [];
    // Composed glyphs add to the list while it is gone through.
    for (let index = 0; index < this.glyphs.length; index++)
      outlines.push(this.outline(this.glyphs[index] ?? 0));
    const count = this.glyphs.length;
    const loca = Buffer.alloc(4 * (count + 1));
    outlines.reduce(
      (end, { length }, index) => loca.writeUInt32BE(end + length, 4 * index + 4) && end + length,
      0,
    );
    const head = Buffer.from(table(this.tables, "head"));
    head.writeUInt16BE(1, 50);
    const hhea = Buffer.from(table(this.tables, "hhea"));
    hhea.writeUInt16BE(count, 34);
    const maxp = Buffer.from(table(this.tables, "maxp"));
    maxp.writeUInt16BE(count, 4);
    return sfntOf([
      ...COPIED.flatMap((name): [string, Buffer][] => {
        const copied = this.tables.get(name);
        return copied ? [[name, copied]] : [];
      }),
      ["glyf", Buffer.concat(outlines)],
      ["head", head],
      ["hhea", hhea],
      ["hmtx", this.metrics()],
      ["loca", loca],
      ["maxp", maxp],
    ]);
  }

  private metrics(): Buffer {
    const all = table(this.tables, "hmtx");
    const wide = table(this.tables, "hhea").readUInt16BE(34);
    const metrics = Buffer.alloc(4 * this.glyphs.length);
    this.glyphs.forEach((glyph, place) => {
      const advance = all.readUInt16BE(4 * Math.min(glyph, wide - 1));
      const bearing =
        glyph < wide ? all.readInt16BE(4 * glyph + 2) : all.readInt16BE(4 * wide + 2 * (glyph - wide));
      metrics.writeUInt16BE(advance, 4 * place);
      metrics.writeInt16BE(bearing, 4 * place + 2);
    });
    return metrics;
  }
}

/** An OpenType file of these tables, which are sorted by name (OpenType 1.9, "Organization of an OpenType Font"). */
function sfntOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const count = tables.length;
  const power = Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  tables.forEach(([name, bytes], index) => {
    const row = 12 + 16 * index;
    directory.write(name, row, "latin1");
    directory.writeUInt32BE(checksum(bytes), row + 4);
    directory.writeUInt32BE(offset, row + 8);
    directory.writeUInt32BE(bytes.length, row + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  });
  return Buffer.concat(parts);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  for (let at = whole; at < bytes.length; at++)
    sum = (sum + (bytes[at] as number) * 2 ** (8 * (3 - (at - whole)))) >>> 0;
  return sum;
}
