import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { StaffMember } from "../people";

const byId = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });
const theTie = (tx: ShopTx, conversationId: string, orderId: string) => ({
  shopId_conversationId_orderId: { shopId: tx.shopId, conversationId, orderId },
});

/** Can conversations be tied to it? Not once its person was erased. */
export async function isOrder(tx: ShopTx, orderId: string): Promise<boolean> {
  const row = await tx.db.order.findUnique({ where: byId(tx, orderId), select: { redactedAt: true } });
  return row !== null && row.redactedAt === null;
}

/** What staff noted of an order in a conversation: tied, or taken off as its own; null: nothing. */
export const tieOf = (
  tx: ShopTx,
  conversationId: string,
  orderId: string,
): Promise<{ wasOwn: boolean } | null> =>
  tx.db.conversationOrder.findUnique({
    where: theTie(tx, conversationId, orderId),
    select: { wasOwn: true },
  });

export async function addTie(
  tx: ShopTx,
  tie: { conversationId: string; orderId: string; wasOwn: boolean },
  by: StaffMember,
): Promise<void> {
  await tx.db.conversationOrder.create({
    data: {
      ...tie,
      shopId: tx.shopId,
      id: newId(tx.now),
      staffId: by.id,
      staffName: by.name,
      at: tx.now,
    },
  });
}

export async function removeTie(tx: ShopTx, conversationId: string, orderId: string): Promise<void> {
  await tx.db.conversationOrder.deleteMany({ where: { shopId: tx.shopId, conversationId, orderId } });
}

/** The order that the conversation's shopper showed to be theirs; null: none, or it was taken off. */
export async function setOwn(tx: ShopTx, conversationId: string, orderId: string | null): Promise<void> {
  await tx.db.conversation.update({ where: byId(tx, conversationId), data: { orderId } });
}

export async function setPart(
  tx: ShopTx,
  conversationId: string,
  part: "parcel" | "return",
  partId: string | null,
): Promise<void> {
  const data = part === "parcel" ? { parcelId: partId } : { returnId: partId };
  await tx.db.conversation.update({ where: byId(tx, conversationId), data });
}

/** Conversations that are not about these orders any more are not about their parcels and returns either. */
export async function forgetParts(tx: ShopTx, conversationIds: string[], orderIds: string[]): Promise<void> {
  await tx.db.$executeRaw`
    update conversation c set "parcelId" = null where c."shopId" = ${tx.shopId} and c.id = any(${conversationIds})
      and exists (select from fulfilment f
        where f."shopId" = c."shopId" and f.id = c."parcelId" and f."orderId" = any(${orderIds}))`;
  await tx.db.$executeRaw`
    update conversation c set "returnId" = null where c."shopId" = ${tx.shopId} and c.id = any(${conversationIds})
      and exists (select from return r
        where r."shopId" = c."shopId" and r.id = c."returnId" and r."orderId" = any(${orderIds}))`;
}

export async function setFirst(tx: ShopTx, conversationId: string, orderId: string | null): Promise<void> {
  await tx.db.conversation.update({
    where: byId(tx, conversationId),
    data: { firstOrderId: orderId },
  });
}

/** A part that was split off from a conversation, and is with the same person, is about the same orders. */
export async function copyTies(tx: ShopTx, fromId: string, intoId: string): Promise<void> {
  const ties = await tx.db.conversationOrder.findMany({
    where: { shopId: tx.shopId, conversationId: fromId },
    orderBy: { at: "asc" },
  });
  await tx.db.conversationOrder.createMany({
    data: ties.map((tie) => ({ ...tie, id: newId(tx.now), conversationId: intoId })),
  });
  const from = await tx.db.conversation.findUnique({
    where: byId(tx, fromId),
    select: { firstOrderId: true, filedUnderId: true },
  });
  if (from?.firstOrderId || from?.filedUnderId)
    await tx.db.conversation.update({ where: byId(tx, intoId), data: from });
}

/** The customer whose staff say a conversation is; null: nobody said. */
export async function filedUnder(tx: ShopTx, conversationId: string): Promise<string | null> {
  const row = await tx.db.conversation.findUnique({
    where: byId(tx, conversationId),
    select: { filedUnderId: true },
  });
  return row?.filedUnderId ?? null;
}

export async function file(tx: ShopTx, conversationId: string, customerId: string | null): Promise<void> {
  await tx.db.conversation.update({
    where: byId(tx, conversationId),
    data: { filedUnderId: customerId },
  });
}

/**
 * Takes the ties to these orders out of everybody's conversations, once their person is to be forgotten. Answers which
 * conversations had one.
 */
export async function forgetTies(tx: ShopTx, orderIds: string[]): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    delete from conversation_order where "shopId" = ${tx.shopId} and "orderId" = any(${orderIds})
    returning "conversationId" as id`;
  const ids = [...new Set(rows.map(({ id }) => id))];
  await tx.db.conversation.updateMany({
    where: { shopId: tx.shopId, id: { in: ids }, firstOrderId: { in: orderIds } },
    data: { firstOrderId: null },
  });
  await forgetParts(tx, ids, orderIds);
  return ids;
}
