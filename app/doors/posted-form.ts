import { getMultipartBoundary, parseMultipart } from "@remix-run/multipart-parser";

const MOST_PARTS = 200;

/**
 * The fields of a posted form, the first of each name, as bytes: a mail in one need not be UTF-8. Reads both ways in
 * which a form is posted (WHATWG URL §5.1, RFC 7578); null when it is neither, or broken.
 */
export function readPostedForm(headers: Headers, body: Buffer): Map<string, Buffer> | null {
  const kind = headers.get("content-type") ?? "";
  if (kind.startsWith("application/x-www-form-urlencoded")) return readEncoded(body);
  const boundary = kind.startsWith("multipart/form-data") ? getMultipartBoundary(kind) : null;
  if (!boundary || boundary.length > 200) return null;
  const fields = new Map<string, Buffer>();
  try {
    const limits = { maxFileSize: body.length, maxTotalSize: body.length, maxParts: MOST_PARTS };
    for (const part of parseMultipart(body, { boundary, ...limits }))
      if (part.name && !fields.has(part.name)) fields.set(part.name, Buffer.from(part.bytes));
    return fields;
  } catch {
    return null;
  }
}

function readEncoded(body: Buffer): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  for (let from = 0; from < body.length && fields.size < MOST_PARTS; ) {
    const ampersand = body.indexOf(0x26, from);
    const end = ampersand < 0 ? body.length : ampersand;
    const equals = body.subarray(from, end).indexOf(0x3d);
    const nameEnd = equals < 0 ? end : from + equals;
    const name = decoded(body.subarray(from, nameEnd)).toString("utf8");
    if (!fields.has(name)) fields.set(name, decoded(body.subarray(Math.min(nameEnd + 1, end), end)));
    from = end + 1;
  }
  return fields;
}

/** Percent-decoded into bytes; a percent sign that begins nothing stands for itself. */
function decoded(part: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(part.length);
  let size = 0;
  for (let at = 0; at < part.length; at++) {
    const byte = part[at] ?? 0;
    const value = byte === 0x25 ? hex(part[at + 1]) * 16 + hex(part[at + 2]) : Number.NaN;
    if (!Number.isNaN(value)) at += 2;
    bytes[size++] = Number.isNaN(value) ? (byte === 0x2b ? 0x20 : byte) : value;
  }
  return bytes.subarray(0, size);
}

function hex(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
