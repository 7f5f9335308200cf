import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { newId } from "~/values/ids";
import {
  countedSchema,
  cursorSchema,
  doneSchema,
  type ExportSource,
  filesSchema,
  type ImportCounts,
  type ImportCursor,
  type ImportDone,
  type ImportFile,
  type ImportState,
} from "./progress";

export type PastImport = {
  id: string;
  source: ExportSource;
  ownAddresses: string[];
  files: ImportFile[];
  state: ImportState;
  cursor: ImportCursor;
  counted: ImportCounts | null;
  done: ImportDone | null;
  problem: string | null;
  /** staff asked for the files that the export only points to */
  fetchFiles: boolean;
  staffId: string;
  staffName: string;
  createdAt: Date;
  finishedAt: Date | null;
};

type Row = Awaited<ReturnType<ShopTx["db"]["conversationImport"]["findFirstOrThrow"]>>;

const read = (row: Row): PastImport => ({
  id: row.id,
  source: row.source as ExportSource,
  ownAddresses: row.ownAddresses,
  files: filesSchema.parse(row.files),
  state: row.state as ImportState,
  cursor: cursorSchema.parse(row.cursor),
  counted: row.counted === null ? null : countedSchema.parse(row.counted),
  done: row.done === null ? null : doneSchema.parse(row.done),
  problem: row.problem,
  fetchFiles: row.fetchFiles,
  staffId: row.staffId,
  staffName: row.staffName,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
});

const byId = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });

export async function loadImport(tx: ShopTx, id: string): Promise<PastImport | null> {
  const row = await tx.db.conversationImport.findUnique({ where: byId(tx, id) });
  return row && read(row);
}

/** Where an imported conversation came from, and its number there. */
export type CameFrom = { source: ExportSource; ref: string | null };

export async function whereFrom(
  tx: ShopTx,
  { importId, importRef }: { importId: string | null; importRef: string | null },
): Promise<CameFrom | null> {
  const one = importId ? await loadImport(tx, importId) : null;
  return one && { source: one.source, ref: importRef };
}

/** The import, its row locked until the transaction ends. */
export async function lockImport(tx: ShopTx, id: string): Promise<PastImport | null> {
  const locked = await tx.db.$queryRaw<unknown[]>`
    select 1 from conversation_import where "shopId" = ${tx.shopId} and id = ${id} for no key update`;
  return locked.length > 0 ? loadImport(tx, id) : null;
}

/** The shop's imports, the latest first, at most 50. */
export async function listImports(tx: ShopTx): Promise<PastImport[]> {
  const rows = await tx.db.conversationImport.findMany({
    where: { shopId: tx.shopId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map(read);
}

export async function createImport(
  tx: ShopTx,
  given: Pick<PastImport, "source" | "ownAddresses" | "files">,
  staff: { id: string; name: string },
): Promise<string> {
  const id = newId(tx.now);
  await tx.db.conversationImport.create({
    data: {
      ...given,
      shopId: tx.shopId,
      id,
      state: "uploading",
      staffId: staff.id,
      staffName: staff.name,
      createdAt: tx.now,
    },
  });
  return id;
}

/** Only one import of a shop is under way at a time: two could not say what the other will have taken in. */
export async function lockImports(tx: ShopTx): Promise<void> {
  const name = `imports of ${tx.shopId}`;
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

export async function saveImport(
  tx: ShopTx,
  id: string,
  change: {
    state?: ImportState;
    cursor?: ImportCursor;
    counted?: ImportCounts;
    done?: ImportDone;
    problem?: string;
    fetchFiles?: boolean;
    finishedAt?: Date;
  },
): Promise<void> {
  await tx.db.conversationImport.update({ where: byId(tx, id), data: change });
}

/** Lets the worker go on with it, in a job of its own. */
export const enqueueImport = (tx: ShopTx, importId: string): Promise<void> =>
  enqueue(tx, "import-conversations", { importId }, { key: `import:${importId}`, priority: PRIORITY.sweep });

/** Keeps a piece of a file; one that is there already stays. */
export async function keepPiece(
  tx: ShopTx,
  piece: { importId: string; file: number; place: number; bytes: Buffer },
): Promise<void> {
  await tx.db.$executeRaw`
    insert into import_part ("shopId", id, "importId", file, place, bytes)
    values (${tx.shopId}, ${newId(tx.now)}, ${piece.importId}, ${piece.file}, ${piece.place}, ${piece.bytes})
    on conflict do nothing`;
}

/** How many pieces of each file are there. */
export async function piecesThere(tx: ShopTx, importId: string): Promise<Map<number, number>> {
  const rows = await tx.db.importPart.groupBy({
    by: ["file"],
    where: { shopId: tx.shopId, importId },
    _count: true,
  });
  return new Map(rows.map((row) => [row.file, row._count]));
}

/** A piece's bytes; null when it is not there. */
export async function pieceOf(
  tx: ShopTx,
  importId: string,
  file: number,
  place: number,
): Promise<Buffer | null> {
  // in Base64: bytes would come through Prisma as an array of numbers
  const [row] = await tx.db.$queryRaw<{ bytes: string }[]>`
    select encode(bytes, 'base64') as bytes from import_part
    where "shopId" = ${tx.shopId} and "importId" = ${importId} and file = ${file} and place = ${place}`;
  return row ? Buffer.from(row.bytes, "base64") : null;
}

/** Forgets the uploaded files, some at a time; answers whether there may be more. */
export async function forgetPieces(tx: ShopTx, importId: string, most = 50): Promise<boolean> {
  const gone = await tx.db.$executeRaw`
    delete from import_part where "shopId" = ${tx.shopId} and id in (
      select id from import_part where "shopId" = ${tx.shopId} and "importId" = ${importId} limit ${most})`;
  return gone === most;
}
