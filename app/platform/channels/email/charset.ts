import { Buffer, isAscii, isUtf8 } from "node:buffer";
import { detect } from "chardet";
import iconv from "iconv-lite";

/** Labels that name nothing: what a program writes when it does not know. */
const SAYS_NOTHING =
  /^(?:|unknown|unknown-8bit|x-unknown|default|default_charset|ansi|8bit|7bit|binary|none|charset|us-ascii|ascii|ansi_x3\.4-1968|iso-10646|utf-?8(?:mb[34])?|x-utf-?8|unicode-1-1-utf-8|unicode)$/;
/** Labels that no list holds but many mails do. */
const ALSO_CALLED: Record<string, string> = {
  "iso-8859-8-i": "iso-8859-8",
  "iso-8859-8-e": "iso-8859-8",
  "windows-31j": "shift_jis",
  cp932: "shift_jis",
  ms932: "shift_jis",
  "windows-932": "shift_jis",
  "x-ms-cp932": "shift_jis",
  "shift-jis": "shift_jis",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  "x-windows-iso2022jp": "iso-2022-jp",
  cp936: "gb18030",
  gb2312: "gb18030",
  gbk: "gb18030",
  "gb_2312-80": "gb18030",
  "x-gbk": "gb18030",
  "x-euc-cn": "gb18030",
  "euc-cn": "gb18030",
  cp949: "euc-kr",
  uhc: "euc-kr",
  "x-windows-949": "euc-kr",
  "ks_c_5601-1987": "euc-kr",
  ks_c_5601: "euc-kr",
  cp950: "big5",
  "x-x-big5": "big5",
  "tis-620": "windows-874",
  cp874: "windows-874",
  "koi8-ru": "koi8-u",
};
const SEVEN_BIT_KOREAN = /^(?:iso-2022-kr|csiso2022kr)$/;
const SEVEN_BIT_CHINESE = /^(?:hz(?:-gb-2312)?|iso-2022-cn(?:-ext)?)$/;
const TWO_BYTE = new Set(["gb18030", "shift_jis", "euc-jp", "euc-kr", "big5"]);
const GUESSED_FROM = 65_536;

const decoders = new Map<string, TextDecoder | null>();

/**
 * Bytes as text by the charset a mail names, or by what they are when it names none, an unknown one, or
 * plainly the wrong one. Never throws: a byte that fits nothing becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, label?: string | null): string {
  if (bytes.length === 0) return "";
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const name = plainLabel(label);
  if (isAscii(bytes)) return sevenBit(bytes, name);
  if (SAYS_NOTHING.test(name)) return isUtf8(bytes) ? utf8(bytes) : guess(bytes);
  const decoder = decoderOf(name);
  if (!decoder)
    return iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : unlabelled(bytes);
  if (!name.startsWith("utf-16") && isUtf8(bytes) && isSurelyUtf8(bytes, decoder.encoding))
    return utf8(bytes);
  return decoder.decode(bytes);
}

/** Is this charset's name one that text can be decoded by? */
const plainLabel = (label?: string | null): string => {
  const name = (label ?? "")
    .split("*")[0]
    ?.trim()
    .replace(/^["']+|["']+$/g, "")
    .toLowerCase();
  return ALSO_CALLED[name ?? ""] ?? name ?? "";
};

const unlabelled = (bytes: Uint8Array) => (isUtf8(bytes) ? utf8(bytes) : guess(bytes));

const utf8 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");

/** A byte order mark says more than any header. */
function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoderOf("utf-16le")?.decode(bytes) ?? null;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoderOf("utf-16be")?.decode(bytes) ?? null;
  return null;
}

/** Seven bits hold other scripts too, by escapes (RFC 1468, 1557, 1843) or letters (RFC 2152). */
function sevenBit(bytes: Uint8Array, name: string): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (SEVEN_BIT_KOREAN.test(name) || view.includes("\u001b$)C")) return shifted(view, "euc-kr");
  if (SEVEN_BIT_CHINESE.test(name)) return shifted(view, "gb18030");
  if (name === "iso-2022-jp" || view.includes("\u001b$B") || view.includes("\u001b$@"))
    return decoderOf("iso-2022-jp")?.decode(bytes) ?? view.toString("latin1");
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?7(?:-imap)?$/.test(name)) return iconv.decode(view, "utf-7");
  if (name.startsWith("utf-16")) return decoderOf(name)?.decode(bytes) ?? view.toString("latin1");
  return view.toString("latin1");
}

/** Text where marks switch between ASCII and two-byte characters with the high bits left out. */
function shifted(view: Buffer, charset: string): string {
  const out: number[] = [];
  let isWide = false;
  for (let at = 0; at < view.length; at++) {
    const byte = view[at] ?? 0;
    const next = view[at + 1];
    if (byte === 0x0e || (byte === 0x7e && next === 0x7b)) isWide = true;
    else if (byte === 0x0f || (byte === 0x7e && next === 0x7d)) isWide = false;
    else if (byte === 0x1b && next === 0x24) at += 3;
    else {
      if (byte === 0x0a) isWide = false;
      if (byte === 0x7e && next === 0x7e) at++;
      out.push(isWide && byte > 0x20 ? byte | 0x80 : byte);
      continue;
    }
    if (byte === 0x7e) at++;
  }
  return decoderOf(charset)?.decode(Uint8Array.from(out)) ?? "";
}

function decoderOf(name: string): TextDecoder | null {
  const known = decoders.get(name);
  if (known !== undefined) return known;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(name, { ignoreBOM: false });
  } catch {
    // not one that this runtime knows: the caller has other ways
  }
  if (decoders.size < 500) decoders.set(name, decoder);
  return decoder;
}

/**
 * Bytes that are well-formed UTF-8 are rarely anything else: in one-byte charsets never by chance, in two-byte
 * ones only a word or two.
 */
function isSurelyUtf8(bytes: Uint8Array, encoding: string): boolean {
  if (!TWO_BYTE.has(encoding === "gbk" ? "gb18030" : encoding)) return true;
  let long = 0;
  let short = 0;
  for (const byte of bytes.subarray(0, GUESSED_FROM)) {
    if (byte >= 0xe0) long++;
    else if (byte >= 0xc2) short++;
  }
  return long >= 2 || short + long >= 6;
}

/** What the bytes look like, since nothing true says what they are. */
function guess(bytes: Uint8Array): string {
  if (isMostlyUtf8(bytes)) return utf8(bytes);
  const found = detect(bytes.subarray(0, GUESSED_FROM))?.toLowerCase() ?? "";
  const name = plainLabel(found);
  const isLatin = /^(?:iso-8859-(?:1|2|3|4|9|10|13|14|15|16)|windows-(?:1250|1252|1254|1257))$/.test(name);
  // A few odd letters among many plain ones: a Latin alphabet, whatever the frequencies say.
  const isOdd = /^(?:|utf-8|ascii|utf-32.*|iso-8859-1)$/.test(name) || (!isLatin && isMostlyPlain(bytes));
  const decoder = isOdd ? null : decoderOf(name);
  return (decoder ?? decoderOf("windows-1252"))?.decode(bytes) ?? "";
}

function isMostlyPlain(bytes: Uint8Array): boolean {
  let plain = 0;
  let high = 0;
  for (const byte of bytes.subarray(0, GUESSED_FROM)) {
    if (byte >= 0x80) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) plain++;
  }
  return high * (bytes.length < 16 ? 1 : 2) <= plain;
}

/** Was UTF-8 and was cut or mended by somebody who did not know? Most of its sequences are still whole. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  const end = Math.min(bytes.length, GUESSED_FROM);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let seen = 0;
    while (seen < more && ((bytes[at + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (more > 0 && byte < 0xf5 && seen === more) whole++;
    else broken++;
    at += seen;
  }
  return whole > 3 * broken;
}
