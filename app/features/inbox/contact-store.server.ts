import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles, putFile } from "~/platform/files/files.server";
import { newId } from "~/values/ids";
import type { Person } from "./privacy.server";
import { type KnownConversation, lockConversation } from "./store.server";

/** Keeps cleaned photos with the message they came with. */
export async function addPhotos(tx: ShopTx, messageId: string, photos: readonly Uint8Array[]): Promise<void> {
  for (const bytes of photos) {
    const fileId = await putFile(tx, { name: "photo.jpg", contentType: "image/jpeg", bytes });
    await tx.db.messagePhoto.create({ data: { shopId: tx.shopId, id: newId(tx.now), messageId, fileId } });
  }
}

/** The files of a conversation's photos, in the order they were sent, each with its message. */
export const photosOf = (
  tx: ShopTx,
  conversationId: string,
): Promise<{ messageId: string; fileId: string }[]> =>
  tx.db.messagePhoto.findMany({
    where: { shopId: tx.shopId, message: { conversationId } },
    orderBy: { id: "asc" },
    select: { messageId: true, fileId: true },
  });

/** The account's address as Shopify told it; null when there is no such account or it has none. */
export async function addressOfCustomer(tx: ShopTx, customerId: string): Promise<string | null> {
  const row = await tx.db.customer.findFirst({
    where: { shopId: tx.shopId, id: customerId, redactedAt: null },
    select: { email: true },
  });
  return row?.email ?? null;
}

/**
 * A conversation of the account's, its row locked until the transaction ends; where it was merged into another of
 * theirs, that one. Null when there is none, or it is not theirs.
 */
export async function lockOwn(tx: ShopTx, id: string, customerId: string): Promise<KnownConversation | null> {
  const theirs = { shopId: tx.shopId, customerId, verified: true };
  const named = await tx.db.conversation.findFirst({
    where: { ...theirs, id },
    select: { mergedIntoId: true },
  });
  const own = named?.mergedIntoId
    ? await tx.db.conversation.findFirst({
        where: { ...theirs, id: named.mergedIntoId },
        select: { id: true },
      })
    : named && { id };
  return own && lockConversation(tx, own.id);
}

const ofMessages = (tx: ShopTx, conversationIds: string[], { emailKey }: Person) => ({
  shopId: tx.shopId,
  message: {
    OR: [{ conversationId: { in: conversationIds } }, ...(emailKey ? [{ authorEmail: emailKey }] : [])],
  },
});

/** A person's photos, as JPEGs in base64. */
export async function photosForExport(tx: ShopTx, conversationIds: string[], person: Person) {
  const rows = await tx.db.messagePhoto.findMany({
    where: ofMessages(tx, conversationIds, person),
    orderBy: { id: "asc" },
    select: { id: true, messageId: true, file: { select: { bytes: true } } },
  });
  return rows.map(({ id, messageId, file }) => ({
    id,
    messageId,
    jpegBase64: Buffer.from(file.bytes).toString("base64"),
  }));
}

/** Erases a person's photos; before the messages they came with. */
export async function erasePhotos(tx: ShopTx, conversationIds: string[], person: Person): Promise<void> {
  const where = ofMessages(tx, conversationIds, person);
  const rows = await tx.db.messagePhoto.findMany({ where, select: { id: true, fileId: true } });
  await tx.db.messagePhoto.deleteMany({ where: { shopId: tx.shopId, id: { in: rows.map(({ id }) => id) } } });
  await deleteFiles(
    tx,
    rows.map(({ fileId }) => fileId),
  );
}
