import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";

/** A piece of a file, or of a file inside an archive. */
export type Piece = {
  /** which file of the archive, from 0 */
  entry: number;
  name: string;
  bytes: Buffer;
};

/** The archive is broken, encrypted, or packed in a way we do not read. */
export class UnreadableArchive extends Error {
  override name = "UnreadableArchive";
}

/** So little is inflated at once that what comes out (a thousand times as much, at most) fits in memory. */
const AT_ONCE = 16 * 1024;

/** How a file is packed, by its first bytes (RFC 1952 §2.3.1; APPNOTE.TXT §4.3.7). */
export function packing(head: Uint8Array): "gzip" | "zip" | "none" {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) return "zip";
  return "none";
}

/** So much of a file comes in its first piece, or all of a smaller one: enough to see what it is. */
export const HEAD_BYTES = 16 * 1024;

/**
 * What is in a file, as it streams in: the file itself, or the files of an archive one after the other. The first
 * piece of each holds `HEAD_BYTES`, or all of it.
 */
export async function* unpack(
  name: string,
  packed: "gzip" | "zip" | "none",
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Piece> {
  if (packed === "none") yield* withHeads(plain(name, pieces));
  else if (packed === "gzip") yield* withHeads(gunzipped(name.replace(/\.gz$/i, ""), pieces));
  else yield* withHeads(unzipped(pieces));
}

async function* plain(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  for await (const bytes of pieces) yield { entry: 0, name, bytes };
}

async function* withHeads(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  // of the file under way, until it is long enough
  let held: Piece[] = [];
  let entry = -1;
  for await (const piece of pieces) {
    if (piece.entry !== entry) {
      yield* joined(held);
      held = [piece];
      entry = piece.entry;
    } else if (held.length > 0) held.push(piece);
    else yield piece;
    if (held.reduce((sum, { bytes }) => sum + bytes.length, 0) < HEAD_BYTES) continue;
    yield* joined(held);
    held = [];
  }
  yield* joined(held);
}

const joined = ([first, ...more]: Piece[]): Piece[] =>
  first ? [{ ...first, bytes: Buffer.concat([first, ...more].map(({ bytes }) => bytes)) }] : [];

async function* gunzipped(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const source = Readable.from(pieces);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const bytes of source.pipe(gunzip)) yield { entry: 0, name, bytes: bytes as Buffer };
  } catch (error) {
    throw isBroken(error) ? new UnreadableArchive("The gzip file is broken") : error;
  } finally {
    source.destroy();
  }
}

const isBroken = (error: unknown) => {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("Z_");
};

async function* unzipped(pieces: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let ready: Piece[] = [];
  let entry = -1;
  const unzip = new Unzip((file: UnzipFile) => {
    entry++;
    const mine = entry;
    file.ondata = (error, bytes) => {
      if (error) throw error;
      if (bytes.length > 0) ready.push({ entry: mine, name: file.name, bytes: Buffer.from(bytes) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += AT_ONCE) {
      push(unzip, piece.subarray(at, at + AT_ONCE), false);
      yield* ready;
      ready = [];
    }
  push(unzip, new Uint8Array(0), true);
  yield* ready;
}

function push(unzip: Unzip, bytes: Uint8Array, isLast: boolean) {
  try {
    unzip.push(bytes, isLast);
  } catch {
    throw new UnreadableArchive("The zip file is broken");
  }
}
