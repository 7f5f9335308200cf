import type { ShopTx } from "~/platform/database/shop.server";
import type { FileElsewhere } from "~/platform/exports/past-message";
import { putFile } from "~/platform/files/files.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { newId } from "~/values/ids";
import { withoutMark } from "./file-mark";
import { FILE_STATES, type FileState } from "./progress";

/** A file that lies elsewhere and is to be fetched. */
export type WaitingFile = { id: string; messageId: string; name: string; address: string; attempts: number };

/** How many of an import's files are in which state; 0 where none is. */
export type FileCounts = Record<FileState, number>;

/** Names files of messages that are to be fetched. One whose address the export does not say cannot be. */
export async function nameFiles(
  tx: ShopTx,
  importId: string,
  messages: readonly { messageId: string; files: readonly FileElsewhere[] }[],
): Promise<void> {
  const all = messages.flatMap(({ messageId, files }) => files.map((file) => ({ ...file, messageId })));
  // their order is that of their ids, and stays so when they are enclosed
  const ids = all.map(() => newId(tx.now)).sort();
  await tx.db.importFile.createMany({
    data: all.map(({ messageId, name, address }, at) => ({
      shopId: tx.shopId,
      id: ids[at] ?? newId(tx.now),
      importId,
      messageId,
      name,
      address,
      state: address === null ? "noAddress" : "named",
    })),
  });
}

/** Lets the worker fetch an import's files, in a job of its own. */
export const enqueueFiles = (tx: ShopTx, importId: string, delayMs = 0): Promise<void> =>
  enqueue(
    tx,
    "fetch-import-files",
    { importId },
    { key: `import-files:${importId}`, priority: PRIORITY.sweep, delayMs },
  );

/** The next file to fetch: what was tried least, first. */
export async function nextFile(tx: ShopTx, importId: string): Promise<WaitingFile | null> {
  const row = await tx.db.importFile.findFirst({
    where: { shopId: tx.shopId, importId, state: "named" },
    orderBy: [{ attempts: "asc" }, { id: "asc" }],
    select: { id: true, messageId: true, name: true, address: true, attempts: true },
  });
  return row && { ...row, address: row.address ?? "" };
}

/** What became of an import's files. */
export async function fileCounts(tx: ShopTx, importId: string): Promise<FileCounts> {
  const rows = await tx.db.importFile.groupBy({
    by: ["state"],
    where: { shopId: tx.shopId, importId },
    _count: true,
  });
  const counts = new Map(rows.map((row) => [row.state, row._count]));
  return Object.fromEntries(FILE_STATES.map((state) => [state, counts.get(state) ?? 0])) as FileCounts;
}

/** How many of an import's files are here, and how many bytes they have. */
export async function filesHere(tx: ShopTx, importId: string): Promise<{ files: number; bytes: number }> {
  const { _sum, _count } = await tx.db.importFile.aggregate({
    where: { shopId: tx.shopId, importId, state: "fetched" },
    _sum: { size: true },
    _count: true,
  });
  return { files: _count, bytes: _sum.size ?? 0 };
}

const stillNamed = (tx: ShopTx, id: string) => ({ shopId: tx.shopId, id, state: "named" });

/** A file cannot be fetched, for good. */
export async function refuseFile(tx: ShopTx, id: string, state: FileState): Promise<void> {
  await tx.db.importFile.updateMany({ where: stillNamed(tx, id), data: { state, address: null } });
}

/** A file could not be fetched this time. */
export async function putOffFile(tx: ShopTx, id: string): Promise<void> {
  await tx.db.importFile.updateMany({ where: stillNamed(tx, id), data: { attempts: { increment: 1 } } });
}

/** Those that still wait are too many. */
export async function refuseRest(tx: ShopTx, importId: string): Promise<void> {
  await tx.db.importFile.updateMany({
    where: { shopId: tx.shopId, importId, state: "named" },
    data: { state: "tooMany", address: null },
  });
}

/** Keeps a fetched file with its message, once, as what staff enclose is kept: it goes when the message goes. */
export async function keepFile(
  tx: ShopTx,
  { id, messageId, name }: WaitingFile,
  staffId: string,
  file: { name: string; contentType: string; bytes: Uint8Array },
): Promise<void> {
  const { count } = await tx.db.importFile.updateMany({
    where: stillNamed(tx, id),
    data: { state: "fetched", address: null, size: file.bytes.length },
  });
  const message = await tx.db.message.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: messageId } },
    select: { conversationId: true, text: true },
  });
  if (count === 0 || !message) return;
  const fileId = await putFile(tx, file);
  await tx.db.enclosure.create({
    data: {
      shopId: tx.shopId,
      id,
      conversationId: message.conversationId,
      staffId,
      messageId,
      fileId,
      name: file.name,
      contentType: file.contentType,
      size: file.bytes.length,
      isInline: false,
      createdAt: tx.now,
    },
  });
  await tx.db.message.update({
    where: { shopId_id: { shopId: tx.shopId, id: messageId } },
    data: { text: withoutMark(message.text, name) },
  });
}
