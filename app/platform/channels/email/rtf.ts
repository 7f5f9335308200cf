import { Buffer } from "node:buffer";
import { decodeText } from "./charset";

/** What the packer's window holds before the first byte ([MS-OXRTFCP] §2.1.2.1). */
const WINDOW =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const PACKED = 0x75465a4c;
const PLAIN = 0x414c454d;
const MOST_BYTES = 20 * 1024 * 1024;

/** Unpacks compressed RTF ([MS-OXRTFCP] §3.1.1.1.2), at most 20 MB of it; null when it is none. */
export function unpackRtf(data: Buffer): Buffer | null {
  if (data.length < 16) return null;
  const kind = data.readUInt32LE(8);
  const size = Math.min(data.readUInt32LE(4), MOST_BYTES);
  if (kind === PLAIN) return data.subarray(16, 16 + size);
  if (kind !== PACKED) return null;
  const window = Buffer.alloc(4096);
  window.write(WINDOW, "latin1");
  let head = WINDOW.length;
  const out: number[] = [];
  const put = (byte: number) => {
    out.push(byte);
    window[head] = byte;
    head = (head + 1) & 4095;
  };
  for (let at = 16; at < data.length && out.length < size; ) {
    const flags = data[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < data.length && out.length < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(data[at++] ?? 0);
        continue;
      }
      const word = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
      at += 2;
      const from = word >> 4;
      if (from === head) return Buffer.from(out);
      for (let step = 0; step < (word & 15) + 2; step++) put(window[(from + step) & 4095] ?? 0);
    }
  }
  return Buffer.from(out);
}

const UNREAD =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|header|footer|listtable|generator)$/;
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

/** RTF's words as plain text. HTML that Outlook hid in it ([MS-OXRTFEX]) is left out, its words stay. */
export function rtfToText(rtf: Buffer): string {
  const source = rtf.toString("latin1");
  const page = /\\ansicpg(\d{3,5})/.exec(source)?.[1] ?? "1252";
  const out: string[] = [];
  const hidden: boolean[] = [false];
  let bytes: number[] = [];
  let skip = 0;
  const flush = () => {
    if (bytes.length > 0) out.push(decodeText(Uint8Array.from(bytes), `windows-${page}`));
    bytes = [];
  };
  const isHidden = () => hidden.at(-1) === true;
  const hide = () => {
    hidden[hidden.length - 1] = true;
  };
  for (const [whole, word, number, hex, sign, brace, text] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!isHidden()) bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    if (brace === "{") hidden.push(isHidden());
    else if (brace === "}") hidden.length = Math.max(1, hidden.length - 1);
    else if (sign === "*") hide();
    else if (word !== undefined) {
      if (UNREAD.test(word) || (word === "htmlrtf" && number !== "0")) hide();
      else if (word === "htmlrtf") hidden[hidden.length - 1] = hidden.at(-2) ?? false;
      else if (isHidden()) continue;
      else if (word === "par" || word === "line") out.push("\n");
      else if (word === "tab") out.push("\t");
      else if (word === "u" && number !== undefined) {
        out.push(String.fromCharCode(Number(number) & 0xffff));
        skip = 1;
      }
    } else if (isHidden()) continue;
    else if (sign !== undefined) out.push(/[\\{}]/.test(sign) ? sign : sign === "~" ? " " : "");
    else if (text !== undefined) {
      out.push(text.slice(skip));
      skip = 0;
    } else if (whole === "") break;
  }
  flush();
  return out.join("").replaceAll("\0", "").trim();
}
