import { Buffer } from "node:buffer";

/** Decodes a body by its Content-Transfer-Encoding (RFC 2045 §6). What is not that encoding comes as it is. */
export function decodeBody(body: Buffer, encoding: string, isText: boolean): Buffer {
  if (encoding === "base64") return isText ? textFromBase64(body) : fromBase64(body.toString("latin1"));
  if (encoding === "quoted-printable") return fromQuotedPrintable(body);
  if (/^(?:x-)?uu(?:e|encode)?$/.test(encoding)) return fromUuencode(body) ?? body;
  return body;
}

/** Base64 with whatever else is in it left out; padding in the middle ends a unit and not the text. */
export function fromBase64(text: string): Buffer {
  const padding = text.indexOf("=");
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding, padding + 4_096)) === false)
    return padding === -1 ? Buffer.from(text, "base64") : inUnits(text);
  return Buffer.from(text.slice(0, padding), "base64");
}

const inUnits = (text: string) =>
  Buffer.concat(text.split(/=+/).map((unit) => Buffer.from(unit.replace(/[^A-Za-z0-9+/]+/g, ""), "base64")));

/** A footer that a list server put below base64 stays readable, and so does text that only claims to be it. */
function textFromBase64(body: Buffer): Buffer {
  const text = body.toString("latin1");
  const foreign = /[^A-Za-z0-9+/=\s]/.exec(text);
  if (!foreign) return fromBase64(text);
  const lineStart = text.lastIndexOf("\n", foreign.index) + 1;
  const coded = text.slice(0, lineStart);
  const rest = text.slice(lineStart);
  // Nothing before it was base64: then either the whole is plain text, or base64 with noise in it.
  if (coded.trim() === "") return / [^\s]+ /.test(rest.slice(0, 400)) ? body : fromBase64(text);
  return / /.test(rest.trim()) || rest.length < 200
    ? Buffer.concat([fromBase64(coded), Buffer.from("\n"), Buffer.from(rest, "latin1")])
    : fromBase64(text);
}

const EQUALS = 61;
const LF = 10;
const CR = 13;

/** RFC 2045 §6.7. A sign that begins no pair of digits stays; space before a line's end does not count. */
export function fromQuotedPrintable(body: Buffer): Buffer {
  let at = body.indexOf(EQUALS);
  if (at === -1) return body;
  const out = Buffer.allocUnsafe(body.length);
  let written = 0;
  let from = 0;
  while (at !== -1) {
    written += body.copy(out, written, from, at);
    from = at + 1;
    const byte = hexByte(body[at + 1], body[at + 2]);
    if (byte !== -1) {
      out[written++] = byte;
      from = at + 3;
    } else {
      const next = softBreak(body, at + 1);
      if (next === -1) out[written++] = EQUALS;
      else from = next;
    }
    at = body.indexOf(EQUALS, from);
  }
  written += body.copy(out, written, from);
  return out.subarray(0, written);
}

/** Where the line after a soft break begins; -1 when it is none. */
function softBreak(body: Buffer, from: number): number {
  let at = from;
  while (body[at] === 32 || body[at] === 9) at++;
  if (body[at] === CR) at++;
  if (body[at] === LF) return at + 1;
  return at >= body.length ? body.length : -1;
}

function hexByte(high: number | undefined, low: number | undefined): number {
  const one = digit(high ?? 0);
  const two = digit(low ?? 0);
  return one < 0 || two < 0 ? -1 : one * 16 + two;
}

const digit = (code: number) =>
  code >= 48 && code <= 57
    ? code - 48
    : code >= 65 && code <= 70
      ? code - 55
      : code >= 97 && code <= 102
        ? code - 87
        : -1;

/** The first file of a uuencoded body, or null when there is none. */
export function fromUuencode(body: Buffer): Buffer | null {
  const lines = body.toString("latin1").split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin(?:-base64)? [0-7]{3,4} /.test(line));
  if (begin === -1) return null;
  const chunks: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === "end" || line === "`" || line === "") break;
    const length = (line.charCodeAt(0) - 32) & 63;
    const bytes: number[] = [];
    for (let at = 1; at < line.length; at += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((offset) => ((line.charCodeAt(at + offset) || 32) - 32) & 63);
      const word = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
      bytes.push(word >> 16, (word >> 8) & 255, word & 255);
    }
    chunks.push(Buffer.from(bytes.slice(0, length)));
  }
  return Buffer.concat(chunks);
}
