import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { safeFileName, sniff, UNKNOWN_TYPE } from "./sniff";

/** The largest file we keep. Larger ones belong in a bucket, not in the database. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

export type NewFile = { name: string; contentType: string; bytes: Uint8Array };
export type StoredFile = NewFile & { id: string };

/** The file is larger than we keep. */
export class FileTooLarge extends RangeError {
  override name = "FileTooLarge";
}

/**
 * Keeps a file of the shop and answers its id. Its type is what the bytes show; when that is not what was
 * declared, it is kept as plain bytes, which are only ever downloaded. Throws FileTooLarge.
 */
export async function putFile(tx: ShopTx, { name, contentType, bytes }: NewFile): Promise<string> {
  if (bytes.length > MOST_FILE_BYTES) throw new FileTooLarge("The file is too large");
  const shown = sniff(bytes);
  const id = newId(tx.now);
  const kept = shown === contentType.toLowerCase() ? shown : UNKNOWN_TYPE;
  // As a statement of its own: Prisma's create takes a file's bytes several times as long, while nothing else runs.
  await tx.db.$executeRaw`
    insert into file ("shopId", id, name, "contentType", size, bytes, "createdAt")
    values (${tx.shopId}, ${id}, ${safeFileName(name)}, ${kept}, ${bytes.length}, ${Buffer.from(bytes)}, ${tx.now})`;
  return id;
}

/** A file of the shop with its bytes, or null when the shop has no such file. */
export async function getFile(tx: ShopTx, id: string): Promise<StoredFile | null> {
  const row = await tx.db.file.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { id: true, name: true, contentType: true, bytes: true },
  });
  return row;
}

/** Forgets files of the shop. Ids that are not there are passed over. Answers how many there were. */
export async function deleteFiles(tx: ShopTx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await tx.db.file.deleteMany({ where: { shopId: tx.shopId, id: { in: [...ids] } } });
  return count;
}

/**
 * Hands a file to a browser so that it can do no harm: only PDFs open in place, everything else is a
 * download; the type is not guessed, nothing in it runs, no cache keeps it.
 */
export function fileAnswer(file: NewFile): Response {
  const place = file.contentType === "application/pdf" ? "inline" : "attachment";
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return new Response(Buffer.from(file.bytes), {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.bytes.length),
      "content-disposition": `${place}; filename="${ascii}"; filename*=UTF-8''${encodeName(file.name)}`,
      "x-content-type-options": "nosniff",
      // a browser's own PDF viewer does not start inside a sandbox; it is one itself
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'${place === "inline" ? "" : "; sandbox"}`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
      "referrer-policy": "no-referrer",
    },
  });
}

/** RFC 8187: percent-encoded UTF-8, with the characters that encodeURIComponent leaves. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
