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

/** What is in a file, as it streams in: the file itself, or the files of an archive one after the other. */
export async function* unpack(
  name: string,
  packed: "gzip" | "zip" | "none",
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Piece> {
  if (packed === "none") for await (const bytes of pieces) yield { entry: 0, name, bytes };
  else if (packed === "gzip") yield* gunzipped(name.replace(/\.gz$/i, ""), pieces);
  else yield* unzipped(pieces);
}

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
