import { Buffer } from "node:buffer";
import { type Field, readHead, readStructured } from "./mime-head";
import { decodeBody } from "./transfer";

/** One part of a mail (RFC 2045), its body still encoded: a view into the raw bytes, no copy. */
export type Part = {
  fields: Field[];
  /** "text/plain"; lower case; what is not said is text/plain, or message/rfc822 in a digest */
  type: string;
  params: Map<string, string>;
  /** "attachment", "inline" or what else is said; empty when nothing is */
  disposition: string;
  fileName: string | null;
  encoding: string;
  contentId: string | null;
  body: Buffer;
  children: Part[];
  /** a multipart that lies too deep to be taken apart: kept as it is */
  isTooDeep: boolean;
};

/** Deeper multiparts, and parts beyond this many, are kept whole and unread. */
const MOST_LEVELS = 60;
const MOST_PARTS = 12_000;
const LF = 10;
const CR = 13;

type Open = { part: Part; boundary: string };

/**
 * Takes a mail apart. One pass over the bytes: every line that begins with "--" is looked up among the
 * boundaries that are open, so that neither many parts nor deep ones cost more than their length. Never
 * throws; what is broken is read as far as it goes (a boundary that is never closed ends with its parent, a
 * multipart without parts is text).
 */
export function readTree(raw: Buffer): Part {
  return new Reader(raw.includes(LF) ? raw : withFeeds(raw)).read();
}

/** A mail whose lines end in CR alone, as very old machines wrote them. */
const withFeeds = (raw: Buffer) => Buffer.from(raw.map((byte) => (byte === CR ? LF : byte)));

/** The part's body with its transfer encoding undone. */
export const contentOf = (part: Part): Buffer =>
  decodeBody(part.body, part.encoding, part.type.startsWith("text/"));

class Reader {
  #raw: Buffer;
  #open: Open[] = [];
  #isOpen = new Map<string, number>();
  /** how many open boundaries begin with this byte: most lines are told apart by it */
  #begins = new Uint16Array(256);
  #count = 0;

  constructor(raw: Buffer) {
    this.#raw = raw;
  }

  read(): Part {
    const root = this.#begin(0, "text/plain");
    let leaf: { part: Part; start: number } | null = root;
    let at = root.start;
    while (this.#open.length > 0) {
      const line = this.#nextBoundary(at);
      if (!line) break;
      this.#end(leaf, line.start);
      leaf = null;
      while (this.#open.length - 1 > line.depth) this.#close();
      at = line.next;
      const above = this.#open.at(-1);
      if (line.isLast || !above) this.#close();
      else if (this.#count < MOST_PARTS) {
        const made = this.#begin(
          line.next,
          above.part.type === "multipart/digest" ? "message/rfc822" : "text/plain",
        );
        above.part.children.push(made.part);
        leaf = made;
        at = made.start;
      }
    }
    this.#end(leaf, this.#raw.length);
    return root.part;
  }

  /** Reads a part's head; a multipart opens its boundary. */
  #begin(from: number, otherwise: string): { part: Part; start: number } {
    this.#count++;
    const head = readHead(this.#raw, from, (line) => this.#match(line) !== null);
    const part = partOf(head.fields, otherwise);
    part.isTooDeep = part.type.startsWith("multipart/") && this.#open.length >= MOST_LEVELS;
    if (part.type.startsWith("multipart/") && !part.isTooDeep) {
      const boundary = this.#boundaryOf(part, head.end);
      if (boundary) {
        this.#open.push({ part, boundary });
        this.#noteFirst(boundary, 1);
        this.#isOpen.set(boundary, (this.#isOpen.get(boundary) ?? 0) + 1);
      }
    }
    return { part, start: head.end };
  }

  /** Gives the part that is being read its body: up to the line break before the boundary. */
  #end(leaf: { part: Part; start: number } | null, boundary: number) {
    if (!leaf) return;
    let end = boundary;
    if (end < this.#raw.length || this.#open.length > 0) {
      if (end > leaf.start && this.#raw[end - 1] === LF) end--;
      if (end > leaf.start && this.#raw[end - 1] === CR) end--;
    }
    leaf.part.body = this.#raw.subarray(leaf.start, Math.max(leaf.start, end));
  }

  #close() {
    const closed = this.#open.pop();
    if (!closed) return;
    this.#noteFirst(closed.boundary, -1);
    const left = (this.#isOpen.get(closed.boundary) ?? 1) - 1;
    if (left > 0) this.#isOpen.set(closed.boundary, left);
    else this.#isOpen.delete(closed.boundary);
  }

  #noteFirst(boundary: string, by: number) {
    const byte = boundary.charCodeAt(0) & 255;
    this.#begins[byte] = (this.#begins[byte] ?? 0) + by;
  }

  /** The next line that is a boundary of an open multipart. */
  #nextBoundary(from: number) {
    const raw = this.#raw;
    for (let at = from; at < raw.length; ) {
      const start = at === from && isLineStart(raw, at) && raw[at] === 45 ? at : raw.indexOf("\n--", at) + 1;
      if (start === 0 && !(at === 0 && raw[0] === 45)) return null;
      const feed = raw.indexOf(LF, start);
      const end = feed === -1 ? raw.length : feed;
      const next = feed === -1 ? raw.length : feed + 1;
      // A boundary has at most 70 characters (RFC 2046 §5.1.1); some programs write longer ones.
      if (end - start < 500 && (this.#begins[raw[start + 2] ?? 0] ?? 0) > 0) {
        const found = this.#match(raw.toString("latin1", start, end));
        if (found) return { ...found, start, next };
      }
      // The line's own break may be the one before the next boundary.
      at = Math.max(end, at + 1);
    }
    return null;
  }

  /** Is this line a boundary that is open: which, and its last? The innermost counts. */
  #match(line: string): { depth: number; isLast: boolean } | null {
    if (!line.startsWith("--")) return null;
    const name = line.slice(2).trimEnd();
    const isLast = !this.#isOpen.has(name) && name.endsWith("--");
    const wanted = isLast ? name.slice(0, -2) : name;
    if (!this.#isOpen.has(wanted)) return null;
    for (let depth = this.#open.length - 1; depth >= 0; depth--)
      if (this.#open[depth]?.boundary === wanted) return { depth, isLast };
    return null;
  }

  /** The boundary a multipart names, unless the mail's outermost one names one that is nowhere in it. */
  #boundaryOf(part: Part, from: number): string | null {
    const named = part.params.get("boundary")?.trimEnd();
    if (named && (this.#open.length > 0 || this.#raw.includes(`--${named}`, from, "latin1"))) return named;
    return this.#likelyBoundary(from);
  }

  /** The first line that looks like a boundary. */
  #likelyBoundary(from: number): string | null {
    const text = this.#raw.toString("latin1", from, Math.min(this.#raw.length, from + 2_000));
    return /(?:^|\n)--([^\s-][^\r\n]{0,199}?)[ \t]*\r?\n(?=content-)/i.exec(text)?.[1] ?? null;
  }
}

const isLineStart = (raw: Buffer, at: number) => at === 0 || raw[at - 1] === LF;

function partOf(fields: Field[], otherwise: string): Part {
  const first = (name: string) => fields.find((field) => field.name === name)?.value ?? "";
  const named = first("content-type");
  const { value, params } = readStructured(named);
  const disposition = readStructured(first("content-disposition"));
  const type = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(value) ? value : shortType(value, otherwise);
  return {
    fields,
    type,
    params,
    disposition: disposition.value,
    fileName: disposition.params.get("filename") || params.get("name") || null,
    encoding: (/[a-z0-9][\w-]*/.exec(first("content-transfer-encoding").toLowerCase()) ?? [""])[0],
    contentId: first("content-id").replace(/^[\s<]+|[\s>]+$/g, "") || null,
    body: Buffer.alloc(0),
    children: [],
    isTooDeep: false,
  };
}

/** Old programs write "text" or "html" alone. */
const shortType = (value: string, otherwise: string): string => {
  if (/^(?:text\/?)?html$/.test(value)) return "text/html";
  if (value === "" || /^(?:text\/?|plain|text\/plain.*)$/.test(value)) return otherwise;
  return value.startsWith("multipart") ? "multipart/mixed" : otherwise;
};
