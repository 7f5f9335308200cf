import { Buffer } from "node:buffer";
import { decodeText } from "./charset";
import { decodeWords } from "./words-in-heads";

/** A header's field: its name in lower case, its value unfolded, bytes above 127 already text. */
export type Field = { name: string; value: string };

/** A value with parameters (RFC 2045 §5.1), such as Content-Type's. */
export type Structured = { value: string; params: Map<string, string> };

const FIELD = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:(.*)$/s;
/** A line before the empty one that is no field still stands in the head when one of these follows it. */
const SURE_FIELD =
  /^(?:from|to|subject|date|content-[a-z-]+|mime-version|message-id|received|return-path)[ \t]*:/i;
const LONGEST_HEAD = 4 * 1024 * 1024;
const LF = 10;
const CR = 13;

export type Head = { fields: Field[] /** where the body begins */; end: number };

/**
 * Reads the fields from `start` to the first empty line. `isBoundary` says of a line that begins with "--"
 * whether it ends the part, so that a part without an empty line does not swallow its neighbour.
 */
export function readHead(raw: Buffer, start: number, isBoundary: (line: string) => boolean): Head {
  const lines: string[] = [];
  let at = start;
  while (at < raw.length && at - start < LONGEST_HEAD) {
    const feed = raw.indexOf(LF, at);
    const end = feed === -1 ? raw.length : feed;
    const to = end > at && raw[end - 1] === CR ? end - 1 : end;
    const next = feed === -1 ? raw.length : feed + 1;
    if (to === at) return parted(lines, start, raw, next);
    const line = raw.toString("latin1", at, to);
    if (line.startsWith("--") && isBoundary(line)) return { fields: joined(lines), end: at };
    lines.push(line);
    at = next;
  }
  return parted(lines, start, raw, at);
}

/** The body begins after the empty line, or at the first line that cannot belong to a head. */
function parted(lines: string[], start: number, raw: Buffer, next: number): Head {
  const length = headLength(lines);
  if (length === lines.length) return { fields: joined(lines), end: next };
  let end = start;
  for (let line = 0; line < length; line++) end = raw.indexOf(LF, end) + 1;
  return { fields: joined(lines.slice(0, length)), end };
}

/** How many of the lines are a head: all, unless text begins without an empty line before it. */
function headLength(lines: string[]): number {
  const odd = lines.findIndex((line, at) => !isHeadLine(line, at));
  if (odd === -1) return lines.length;
  const goesOn = lines.slice(odd + 1).some((line) => SURE_FIELD.test(line));
  return goesOn ? lines.length : odd;
}

const isHeadLine = (line: string, at: number) =>
  line[0] === " " ||
  line[0] === "\t" ||
  FIELD.test(line) ||
  (at === 0 && /^>?From /.test(line)) ||
  line.trim() === "";

function joined(lines: string[]): Field[] {
  const fields: { name: string; parts: string[] }[] = [];
  for (const line of lines) {
    if (line[0] === " " || line[0] === "\t") {
      fields.at(-1)?.parts.push(line);
      continue;
    }
    const match = FIELD.exec(line);
    if (match) fields.push({ name: (match[1] ?? "").toLowerCase(), parts: [match[2] ?? ""] });
    // A fold whose space was lost on the way.
    else if (!/^>?From /.test(line)) fields.at(-1)?.parts.push(` ${line}`);
  }
  const type = fields.find(({ name }) => name === "content-type")?.parts.join(" ") ?? "";
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1];
  return fields.map(({ name, parts }) => ({ name, value: asText(parts.join("").trim(), charset) }));
}

/** A value's bytes as text: UTF-8 (RFC 6532) or, from programs that ask nobody, the body's charset. */
function asText(value: string, charset?: string): string {
  if (/^[\x20-\x7e\t]*$/.test(value)) return value;
  return decodeText(Buffer.from(value, "latin1"), charset);
}

/** A head's values by name, in their order. */
export const headOf = (fields: readonly Field[]) => {
  const found = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  }
  return (name: string): string[] => found.get(name) ?? [];
};

/** Reads a value with parameters: quoted or not, continued and encoded (RFC 2231) or in encoded words. */
export function readStructured(text: string): Structured {
  const pieces = split(text.slice(0, 20_000));
  const value = (pieces[0] ?? "").trim().toLowerCase().split(/\s/)[0] ?? "";
  const given = new Map<string, string>();
  for (const piece of pieces.slice(1, 200)) {
    const equals = piece.indexOf("=");
    if (equals === -1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (name !== "" && !given.has(name)) given.set(name, unquoted(piece.slice(equals + 1).trim()));
  }
  return { value, params: withContinuations(given) };
}

/** Splits at semicolons outside quotes; comments outside quotes are left out. */
function split(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (isQuoted && letter === "\\") {
      piece += letter + (text[++at] ?? "");
      continue;
    }
    if (letter === '"' && depth === 0) isQuoted = !isQuoted;
    if (!isQuoted && letter === "(" && /[\s;]$|^$/.test(piece)) depth++;
    if (depth > 0) {
      if (letter === ")") depth--;
      continue;
    }
    if (letter === ";" && !isQuoted) {
      pieces.push(piece);
      piece = "";
    } else piece += letter;
  }
  pieces.push(piece);
  return pieces;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  const end = /^"((?:[^"\\]|\\.)*)"?/s.exec(value);
  return (end?.[1] ?? "").replace(/\\(["\\])/g, "$1");
}

/** name*0, name*1*, name*: put together and decoded (RFC 2231 §3, §4); they win over a plain one. */
function withContinuations(given: Map<string, string>): Map<string, string> {
  const params = new Map<string, string>();
  const continued = new Map<string, { at: number; value: string; isEncoded: boolean }[]>();
  for (const [name, value] of given) {
    const match = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    if (!match) {
      params.set(name, decodeWords(value));
      continue;
    }
    const parts = continued.get(match[1] ?? "") ?? [];
    parts.push({ at: Number(match[2] ?? 0), value, isEncoded: match[2] === undefined || match[3] === "*" });
    continued.set(match[1] ?? "", parts);
  }
  for (const [name, parts] of continued) params.set(name, together(parts.sort((a, b) => a.at - b.at)));
  return params;
}

function together(parts: { value: string; isEncoded: boolean }[]): string {
  const [first] = parts;
  const prefix = first?.isEncoded ? /^([^']*)'[^']*'/.exec(first.value) : null;
  // One character may be cut between two parts: the bytes are joined first, then read.
  const bytes = parts.map(({ value, isEncoded }, at) => {
    const own = at === 0 && prefix ? value.slice(prefix[0].length) : value;
    return isEncoded ? percentBytes(own) : Buffer.from(own, "utf8");
  });
  const text = decodeText(Buffer.concat(bytes), prefix?.[1]);
  return text.includes("=?") ? decodeWords(text) : text;
}

const percentBytes = (text: string) =>
  Buffer.from(
    text.replace(/%([0-9a-fA-F]{2})/g, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    /[\u0100-\uffff]/.test(text) ? "utf8" : "latin1",
  );
