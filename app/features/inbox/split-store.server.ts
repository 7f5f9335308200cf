import type { ShopTx } from "~/platform/database/shop.server";
import type { AuthorKind, Direction } from "./rules";
import type { Chosen } from "./split";

/** Of these messages those that are in the conversation and are not about to be sent, the oldest first. */
export async function chosenMessages(tx: ShopTx, conversationId: string, ids: string[]): Promise<Chosen[]> {
  const rows = await tx.db.message.findMany({
    where: { shopId: tx.shopId, id: { in: ids }, conversationId, state: { not: "queued" } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      direction: true,
      authorKind: true,
      authorName: true,
      authorEmail: true,
      at: true,
      reason: true,
      importId: true,
    },
  });
  return rows.map(({ reason, importId, ...row }) => ({
    ...row,
    isOfPerson: row.authorKind !== "system" && reason === null && importId === null,
    direction: row.direction as Direction,
    authorKind: row.authorKind as AuthorKind,
  }));
}

/** When staff last answered in the conversation; null: never. */
export async function lastAnsweredAt(tx: ShopTx, conversationId: string): Promise<Date | null> {
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId, direction: "out", authorKind: "staff", importId: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  return row?.at ?? null;
}

/** Is there anything in the conversation besides these? */
export async function hasOthers(tx: ShopTx, conversationId: string, ids: string[]): Promise<boolean> {
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId, id: { notIn: ids } },
    select: { id: true },
  });
  return row !== null;
}

/** Moves these messages; each remembers where it was first. */
export async function moveChosen(tx: ShopTx, ids: string[], fromId: string, intoId: string): Promise<void> {
  await tx.db.$executeRaw`
    update message set "conversationId" = ${intoId}, "movedFromId" = coalesce("movedFromId", ${fromId})
    where "shopId" = ${tx.shopId} and id = any(${ids})`;
}

/** Has anybody proven that the conversation's address is theirs? */
export async function isVerified(tx: ShopTx, id: string): Promise<boolean> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { verified: true },
  });
  return row?.verified ?? false;
}

/** The conversation that this form already made, if any. */
export async function madeBy(tx: ShopTx, requestKey: string): Promise<string | null> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_requestKey: { shopId: tx.shopId, requestKey } },
    select: { id: true },
  });
  return row?.id ?? null;
}
