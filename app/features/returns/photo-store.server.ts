import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles, putFile } from "~/platform/files/files.server";
import { newId } from "~/values/ids";

/** Keeps a cleaned photo that belongs to no return yet. Answers its id. */
export async function insertPhoto(tx: ShopTx, bytes: Uint8Array): Promise<string> {
  const fileId = await putFile(tx, { name: "photo.jpg", contentType: "image/jpeg", bytes });
  const id = newId(tx.now);
  await tx.db.returnPhoto.create({
    data: { shopId: tx.shopId, id, fileId, kind: "request", createdAt: tx.now },
  });
  return id;
}

/**
 * Gives photos to the line of a return they were taken for. One that is with a return already, or that the
 * shop does not have, is left out.
 */
export async function linkPhotos(
  tx: ShopTx,
  photoIds: readonly string[],
  to: { returnId: string; returnLineId: string },
): Promise<void> {
  if (photoIds.length === 0) return;
  await tx.db.returnPhoto.updateMany({
    where: { shopId: tx.shopId, id: { in: [...photoIds] }, returnId: null, kind: "request" },
    data: to,
  });
}

/** Takes a return's photos from it, so that the one that takes its place can have them. */
export async function releasePhotos(tx: ShopTx, returnId: string): Promise<void> {
  await tx.db.returnPhoto.updateMany({
    where: { shopId: tx.shopId, returnId, kind: "request" },
    data: { returnId: null, returnLineId: null, createdAt: tx.now },
  });
}

/** The photos of a return's lines: which, and of which line. */
export async function photosOfReturn(
  tx: ShopTx,
  returnId: string,
): Promise<{ id: string; returnLineId: string | null }[]> {
  return tx.db.returnPhoto.findMany({
    where: { shopId: tx.shopId, returnId, kind: "request" },
    select: { id: true, returnLineId: true },
    orderBy: { id: "asc" },
  });
}

/** The files of photos that wait for their return, or are with `returnId`, by the photos' ids. */
export async function waitingPhotoFiles(
  tx: ShopTx,
  photoIds: readonly string[],
  returnId: string | null,
): Promise<Map<string, string>> {
  if (photoIds.length === 0) return new Map();
  const rows = await tx.db.returnPhoto.findMany({
    where: {
      shopId: tx.shopId,
      id: { in: [...photoIds] },
      OR: [{ returnId: null }, ...(returnId ? [{ returnId }] : [])],
    },
    select: { id: true, fileId: true },
  });
  return new Map(rows.map((row) => [row.id, row.fileId]));
}

const MOST_FORGOTTEN = 500;

/** Forgets photos that no return took, handed over before `before`; at most 500. Answers how many. */
export async function forgetWaitingPhotos(tx: ShopTx, before: Date): Promise<number> {
  const rows = await tx.db.returnPhoto.findMany({
    where: { shopId: tx.shopId, createdAt: { lt: before }, returnId: null },
    select: { id: true, fileId: true },
    orderBy: { createdAt: "asc" },
    take: MOST_FORGOTTEN,
  });
  await tx.db.returnPhoto.deleteMany({
    where: { shopId: tx.shopId, id: { in: rows.map((row) => row.id) }, returnId: null },
  });
  await deleteFiles(
    tx,
    rows.map((row) => row.fileId),
  );
  return rows.length;
}

/** Erases every photo of these returns. Answers how many files went. */
export async function erasePhotos(tx: ShopTx, returnIds: readonly string[]): Promise<number> {
  const where = { shopId: tx.shopId, returnId: { in: [...returnIds] } };
  const rows = await tx.db.returnPhoto.findMany({ where, select: { fileId: true } });
  await tx.db.returnPhoto.deleteMany({ where });
  return deleteFiles(
    tx,
    rows.map((row) => row.fileId),
  );
}
