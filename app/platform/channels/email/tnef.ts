import { Buffer } from "node:buffer";
import { decodeText } from "./charset";
import { rtfToText, unpackRtf } from "./rtf";

/** What Outlook packs into winmail.dat ([MS-OXTNEF]): the words, as far as there are any, and the files. */
export type Unpacked = {
  text: string | null;
  html: string | null;
  files: { name: string | null; contentType: string | null; contentId: string | null; content: Buffer }[];
};

const SIGNATURE = 0x223e9f78;
const MOST_ATTRIBUTES = 20_000;
const MOST_FILES = 500;
const MOST_PROPERTIES = 2_000;

/** Attributes by the low half of their tag (§2.1.3.1). */
const ATTRIBUTE = {
  body: 0x800c,
  file: 0x800f,
  title: 0x8010,
  begin: 0x9002,
  message: 0x9003,
  props: 0x9005,
  page: 0x9007,
};
/** MAPI properties ([MS-OXPROPS]). */
const PROPERTY = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
  codePage: 0x3fde,
};

/** Reads winmail.dat. Null when it is none; what is cut off or wrong ends the reading, never throws. */
export function readTnef(data: Buffer, level = 0): Unpacked | null {
  if (data.length < 6 || data.readUInt32LE(0) !== SIGNATURE) return null;
  const found: Unpacked = { text: null, html: null, files: [] };
  let charset = "windows-1252";
  let at = 6;
  for (let count = 0; at + 11 <= data.length && count < MOST_ATTRIBUTES; count++) {
    const id = data.readUInt32LE(at + 1) & 0xffff;
    const length = data.readUInt32LE(at + 5);
    const value = data.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2;
    const file = found.files.at(-1);
    if (id === ATTRIBUTE.page && value.length >= 4) charset = charsetOfPage(value.readUInt32LE(0));
    else if (id === ATTRIBUTE.body) found.text ??= clean(decodeText(value, charset));
    else if (id === ATTRIBUTE.message) readMessage(value, found, charset);
    else if (id === ATTRIBUTE.begin && found.files.length < MOST_FILES)
      found.files.push({ name: null, contentType: null, contentId: null, content: Buffer.alloc(0) });
    else if (file && id === ATTRIBUTE.title) file.name ??= clean(decodeText(value, charset));
    else if (file && id === ATTRIBUTE.file) file.content = value;
    else if (file && id === ATTRIBUTE.props) readFile(value, file, found, charset, level);
  }
  return found;
}

function readMessage(value: Buffer, found: Unpacked, oem: string) {
  const props = readProperties(value);
  const page = props.get(PROPERTY.codePage);
  const charset = page && page.data.length >= 4 ? charsetOfPage(page.data.readUInt32LE(0)) : oem;
  found.text ??= textOf(props.get(PROPERTY.body), charset);
  found.html ??= textOf(props.get(PROPERTY.html), charset);
  const rtf = props.get(PROPERTY.rtf);
  if (found.text === null && found.html === null && rtf) {
    const unpacked = unpackRtf(rtf.data);
    if (unpacked !== null) found.text = rtfToText(unpacked) || null;
  }
}

function readFile(
  value: Buffer,
  file: Unpacked["files"][number],
  found: Unpacked,
  charset: string,
  level: number,
) {
  const props = readProperties(value);
  file.name = textOf(props.get(PROPERTY.longFileName) ?? props.get(PROPERTY.fileName), charset) ?? file.name;
  file.contentType = textOf(props.get(PROPERTY.mimeTag), charset);
  file.contentId = textOf(props.get(PROPERTY.contentId), charset);
  const object = props.get(PROPERTY.data);
  if (!object || file.content.length > 0) return;
  // A mail inside the mail is packed once more, after the sixteen bytes that say so.
  const inner = object.type === 0x0d && level < 3 ? readTnef(object.data.subarray(16), level + 1) : null;
  file.content = inner ? Buffer.from(inner.text ?? inner.html ?? "", "utf8") : object.data;
  if (inner) {
    file.contentType = inner.text ? "text/plain" : "text/html";
    found.files.splice(-1, 0, ...inner.files.slice(0, MOST_FILES - found.files.length));
  }
}

type Property = { type: number; data: Buffer };

const FIXED: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const VARIABLE = new Set([0x0d, 0x1e, 0x1f, 0x102]);

/** A list of MAPI properties (§2.1.3.4), each by its id; of several values the first. */
function readProperties(value: Buffer): Map<number, Property> {
  const found = new Map<number, Property>();
  if (value.length < 4) return found;
  const count = Math.min(value.readUInt32LE(0), MOST_PROPERTIES);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= value.length; index++) {
    const tag = value.readUInt16LE(at);
    const id = value.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) at = afterName(value, at);
    const read = readValues(value, at, tag);
    if (!read) break;
    at = read.next;
    if (!found.has(id) && read.data) found.set(id, { type: tag & 0xfff, data: read.data });
  }
  return found;
}

function afterName(value: Buffer, from: number): number {
  if (from + 24 > value.length) return value.length;
  const isText = value.readUInt32LE(from + 16) === 1;
  return isText ? from + 24 + padded(value.readUInt32LE(from + 20)) : from + 24;
}

function readValues(value: Buffer, from: number, tag: number): { data: Buffer | null; next: number } | null {
  const type = tag & 0xfff;
  const isVariable = VARIABLE.has(type);
  const size = FIXED[type];
  if (!isVariable && size === undefined) return null;
  let at = from;
  let values = 1;
  if (isVariable || (tag & 0x1000) !== 0) {
    if (at + 4 > value.length) return null;
    values = value.readUInt32LE(at);
    at += 4;
  }
  let data: Buffer | null = null;
  for (let index = 0; index < values; index++) {
    let length = size ?? 0;
    if (isVariable) {
      if (at + 4 > value.length) return null;
      length = value.readUInt32LE(at);
      at += 4;
    }
    if (at + length > value.length) return null;
    data ??= value.subarray(at, at + length);
    at += padded(length);
    if (length === 0 && index > MOST_PROPERTIES) return null;
  }
  return { data, next: at };
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

function textOf(property: Property | undefined, charset: string): string | null {
  if (!property) return null;
  const text =
    property.type === 0x1f ? property.data.toString("utf16le") : decodeText(property.data, charset);
  return clean(text) || null;
}

const clean = (text: string) => text.replaceAll("\0", "").replace(/\r\n?/g, "\n");

const charsetOfPage = (page: number): string =>
  ({ 65001: "utf-8", 20127: "us-ascii", 932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5" })[
    page
  ] ?? (page >= 28591 && page <= 28605 ? `iso-8859-${page - 28590}` : `windows-${page}`);
