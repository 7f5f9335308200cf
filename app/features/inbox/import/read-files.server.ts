import type { Shop } from "~/platform/database/shop.server";
import type { FileRecord, Splitter } from "~/platform/exports/record";
import { exportFormats } from "~/platform/exports/registry";
import { HEAD_BYTES, packing, unpack } from "~/platform/exports/unpack";
import { type PastImport, pieceOf } from "./import-store.server";
import { type ImportCursor, PIECE_BYTES, pieceCount } from "./progress";

/** A record of an import's files, and where reading goes on after it. */
export type ReadRecord = {
  /** null: a file that is not of this kind, which was passed over */
  record: FileRecord | null;
  after: ImportCursor;
};

type OpenEntry = { entry: number; splitter: Splitter | null; at: number };
const NO_ENTRY: OpenEntry = { entry: -1, splitter: null, at: 0 };

type Import = Pick<PastImport, "id" | "source" | "files" | "cursor">;

/**
 * The records of an import's files from its cursor on, one at a time. Files that are packed are unpacked from their
 * beginning, and what was read already is passed over.
 */
export async function* readFiles(shop: Shop, one: Import): AsyncGenerator<ReadRecord> {
  for (let file = one.cursor.file; file < one.files.length; file++) {
    const begin = file === one.cursor.file ? one.cursor : { file, entry: 0, at: 0, read: 0 };
    yield* readFile(shop, one, file, begin);
  }
}

async function* readFile(
  shop: Shop,
  one: Import,
  file: number,
  begin: Pick<ImportCursor, "entry" | "at">,
): AsyncGenerator<ReadRecord> {
  const { name, size } = one.files[file] ?? { name: "", size: 0 };
  const before = one.files.slice(0, file).reduce((sum, each) => sum + each.size, 0);
  const head = await shop.transact((tx) => pieceOf(tx, one.id, file, 0));
  const packed = packing(head ?? Buffer.alloc(0));
  const format = exportFormats[one.source];
  // A plain file is read from the piece that the record lies in.
  const first = packed === "none" ? Math.floor(begin.at / PIECE_BYTES) : 0;
  let read = first * PIECE_BYTES;
  async function* pieces() {
    for (let place = first; place < pieceCount(size); place++) {
      const bytes =
        place === 0 && head ? head : await shop.transact((tx) => pieceOf(tx, one.id, file, place));
      if (!bytes) return;
      read += bytes.length;
      yield bytes;
    }
  }
  const at = (entry: number, end: number): ImportCursor => ({ file, entry, at: end, read: before + read });
  let open = NO_ENTRY;
  for await (const piece of unpack(name, packed, pieces())) {
    if (piece.entry < begin.entry) continue;
    if (open.entry !== piece.entry) {
      if (open.splitter)
        for (const record of open.splitter.end()) yield { record, after: at(open.entry, record.end) };
      const start = piece.entry === begin.entry ? begin.at : 0;
      const beginning = (first > 0 && head ? head : piece.bytes).subarray(0, HEAD_BYTES);
      const isOne = format.isOne(beginning);
      open = {
        entry: piece.entry,
        splitter: isOne ? format.splitter(start, beginning) : null,
        at: first * PIECE_BYTES,
      };
      if (!isOne && start === 0) yield { record: null, after: at(piece.entry, 1) };
    }
    const from: number = piece.entry === begin.entry ? Math.max(0, begin.at - open.at) : 0;
    open.at += piece.bytes.length;
    if (!open.splitter || from >= piece.bytes.length) continue;
    for (const record of open.splitter.feed(piece.bytes.subarray(from)))
      yield { record, after: at(open.entry, record.end) };
  }
  if (open.splitter)
    for (const record of open.splitter.end()) yield { record, after: at(open.entry, record.end) };
}
