import type { ShopTx } from "~/platform/database/shop.server";
import { putFile } from "~/platform/files/files.server";
import { newId } from "~/values/ids";

export type Enclosed = {
  id: string;
  fileId: string;
  name: string;
  contentType: string;
  /** bytes */
  size: number;
  isInline: boolean;
};

/** Whose draft: what one person is writing in one conversation. */
export type OfDraft = { conversationId: string; staffId: string };

/** What is read of each. */
export const ENCLOSED = {
  id: true,
  fileId: true,
  name: true,
  contentType: true,
  size: true,
  isInline: true,
} as const;

const waitingFor = (tx: ShopTx, { conversationId, staffId }: OfDraft) => ({
  shopId: tx.shopId,
  conversationId,
  staffId,
  messageId: null,
});

/** What somebody has put with the answer they are writing, in that order. */
export const waitingEnclosures = (tx: ShopTx, draft: OfDraft): Promise<Enclosed[]> =>
  tx.db.enclosure.findMany({ where: waitingFor(tx, draft), orderBy: { id: "asc" }, select: ENCLOSED });

/** Lets one upload at a time count what is with a draft, until the transaction ends. */
export async function lockDraftFiles(tx: ShopTx, { conversationId, staffId }: OfDraft): Promise<void> {
  const name = `enclosures ${tx.shopId} ${conversationId} ${staffId}`;
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** Keeps a file with a draft. */
export async function addEnclosure(
  tx: ShopTx,
  draft: OfDraft,
  file: Pick<Enclosed, "name" | "contentType" | "isInline"> & { bytes: Uint8Array },
): Promise<void> {
  const { bytes, ...named } = file;
  const fileId = await putFile(tx, { name: file.name, contentType: file.contentType, bytes });
  await tx.db.enclosure.create({
    data: {
      ...named,
      ...draft,
      shopId: tx.shopId,
      id: newId(tx.now),
      fileId,
      size: bytes.length,
      createdAt: tx.now,
    },
  });
}

/** Takes a file out of a draft, for good; one that is not there is passed over. */
export async function dropEnclosure(tx: ShopTx, draft: OfDraft, id: string): Promise<void> {
  await lockDraftFiles(tx, draft);
  await tx.db.enclosure.deleteMany({ where: { ...waitingFor(tx, draft), id } });
}

/** Are all of these with the draft? Their rows stay as they are until the transaction ends. */
export async function areWaiting(tx: ShopTx, draft: OfDraft, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  await lockDraftFiles(tx, draft);
  const wanted = new Set(ids);
  const there = await tx.db.enclosure.count({ where: { ...waitingFor(tx, draft), id: { in: [...wanted] } } });
  return there === wanted.size;
}

/** Gives these files of a draft to the message it became. */
export async function sendWith(
  tx: ShopTx,
  draft: OfDraft,
  ids: readonly string[],
  messageId: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.enclosure.updateMany({
    where: { ...waitingFor(tx, draft), id: { in: [...ids] } },
    data: { messageId },
  });
}

/** A message was taken back: its files are in the draft of whoever did. */
export async function takeOutAgain(tx: ShopTx, messageId: string, draft: OfDraft): Promise<void> {
  await tx.db.enclosure.updateMany({
    where: { shopId: tx.shopId, messageId },
    data: { ...draft, messageId: null, createdAt: tx.now },
  });
}

/** A message's files with their bytes, in the order they were put there. */
export async function enclosedWith(
  tx: ShopTx,
  messageId: string,
): Promise<(Enclosed & { bytes: Uint8Array })[]> {
  const rows = await tx.db.enclosure.findMany({
    where: { shopId: tx.shopId, messageId },
    orderBy: { id: "asc" },
    select: { ...ENCLOSED, file: { select: { bytes: true } } },
  });
  return rows.map(({ file, ...row }) => ({ ...row, bytes: file.bytes }));
}

/** What was sent in these conversations, as bytes in base64. */
export async function enclosuresForExport(tx: ShopTx, conversationIds: string[]) {
  const rows = await tx.db.enclosure.findMany({
    where: {
      shopId: tx.shopId,
      OR: [
        { conversationId: { in: conversationIds } },
        { message: { conversationId: { in: conversationIds } } },
      ],
    },
    orderBy: { id: "asc" },
    select: { id: true, messageId: true, name: true, contentType: true, file: { select: { bytes: true } } },
  });
  return rows.map(({ file, ...row }) => ({
    ...row,
    bytesBase64: Buffer.from(file.bytes).toString("base64"),
  }));
}
