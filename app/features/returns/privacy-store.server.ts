import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles } from "~/platform/files/files.server";
import { eraseActions } from "./action-store.server";
import { filesOf } from "./label-store.server";
import { erasePhotos } from "./photo-store.server";

/** Requests under privacy law are rare and must miss nothing, so some of these read more than an index. */

/** Whose returns: of these orders, or sent back as a gift by whoever has one of these addresses. */
export type Returner = { orderIds: readonly string[]; emailKeys: readonly string[] };

/**
 * What a person's returns hold beside what their orders' own export says of them: what was written about them, where
 * their parcels are, and the photos that were sent or taken, with their bytes; and the gifts they sent back, whole. What
 * somebody else did with a gift of theirs is not theirs to read.
 */
export async function exportReturns(tx: ShopTx, { orderIds, emailKeys }: Returner) {
  const sentBack = { giftEmail: { in: [...emailKeys] } };
  const theirs = { OR: [{ orderId: { in: [...orderIds] }, gift: false }, sentBack] };
  const where = { shopId: tx.shopId, return: theirs };
  const tracked = { returnId: true, carrier: true, trackingNumber: true, trackingUrl: true, createdAt: true };
  const photos = await tx.db.returnPhoto.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { returnId: true, kind: true, createdAt: true, file: { select: { name: true, bytes: true } } },
  });
  return {
    gifts: await tx.db.return.findMany({
      where: { ...sentBack, shopId: tx.shopId },
      include: { lines: true },
    }),
    notes: await tx.db.returnNote.findMany({ where, select: { returnId: true, text: true, at: true } }),
    approvals: await tx.db.refundApproval.findMany({
      where,
      select: { returnId: true, amount: true, state: true, note: true, askedAt: true },
    }),
    strays: await tx.db.strayItem.findMany({
      where,
      select: { returnId: true, title: true, quantity: true, note: true, at: true },
    }),
    labels: await tx.db.returnLabel.findMany({ where, select: tracked }),
    purchases: await tx.db.labelPurchase.findMany({ where, select: { ...tracked, reason: true } }),
    photos: photos.map(({ file, ...photo }) => ({ ...photo, name: file.name, bytes: file.bytes })),
  };
}

/**
 * Erases what is personal in a person's returns, gifts they sent back among them, and in what staff did about their
 * orders: labels with their
 * addresses, tracking, photos, and what people wrote or answered. Numbers, quantities and amounts stay for the books.
 * Answers what was erased, for the receipt.
 */
export async function forgetReturns(
  tx: ShopTx,
  { orderIds, emailKeys }: Returner,
): Promise<{ returns: number; files: number }> {
  const rows = await tx.db.return.findMany({
    where: {
      shopId: tx.shopId,
      OR: [{ orderId: { in: [...orderIds] } }, { giftEmail: { in: [...emailKeys] } }],
    },
    select: { id: true, label: true },
  });
  const ids = rows.map((row) => row.id);
  const ofThese = { shopId: tx.shopId, returnId: { in: ids } };
  await tx.db.returnLabel.deleteMany({ where: ofThese });
  await tx.db.returnNote.deleteMany({ where: ofThese });
  await tx.db.returnLine.updateMany({
    where: ofThese,
    data: { note: null, rejectReason: null, answers: prismaClient.Prisma.DbNull },
  });
  await tx.db.strayItem.updateMany({ where: ofThese, data: { note: null } });
  await tx.db.refundApproval.updateMany({ where: ofThese, data: { note: null } });
  // by its own number at the carrier a label can still be voided
  await tx.db.labelPurchase.updateMany({
    where: ofThese,
    data: { trackingNumber: null, trackingUrl: null, reason: null, nextTrackAt: null },
  });
  await eraseActions(tx, orderIds);
  await tx.db.return.updateMany({
    where: {
      shopId: tx.shopId,
      id: { in: ids },
      OR: [{ note: { not: null } }, { declineNote: { not: null } }, { giftEmail: { not: null } }],
    },
    data: { note: null, declineNote: null, giftEmail: null },
  });
  const fileIds = rows.flatMap(({ label }) => (label ? filesOf(label) : []));
  const files = (await deleteFiles(tx, fileIds)) + (await erasePhotos(tx, ids));
  return { returns: ids.length, files };
}
