import type { ShopTx } from "~/platform/database/shop.server";

/**
 * Moves a conversation's messages into another; each remembers where it was first. One that was split off from there
 * is at home again, and remembers whence it came, so that it can be taken out once more. `another`: the first is
 * with somebody else than the second, whose shopper is not to see what was said there.
 */
export async function moveMessages(
  tx: ShopTx,
  from: { id: string; email: string },
  intoId: string,
  another: boolean,
): Promise<void> {
  await tx.db.$executeRaw`
    update message set "conversationId" = ${intoId}, "movedFromId" = case
        when "movedFromId" = ${intoId} then ${from.id} else coalesce("movedFromId", ${from.id}) end,
      "withAnother" = "withAnother" or ${another},
      "authorEmail" = case when ${another} and "authorKind" = 'shopper'
        then coalesce("authorEmail", nullif(${from.email}, '')) else "authorEmail" end
    where "shopId" = ${tx.shopId} and "conversationId" = ${from.id}`;
}

/** What had been merged into the one is now merged into the other. */
export async function moveMerged(tx: ShopTx, fromId: string, intoId: string): Promise<void> {
  await tx.db.conversation.updateMany({
    where: { shopId: tx.shopId, mergedIntoId: fromId },
    data: { mergedIntoId: intoId },
  });
}

/** Takes the messages that came from a conversation back into it. */
export async function moveBack(tx: ShopTx, id: string, fromId: string): Promise<void> {
  await tx.db.message.updateMany({
    where: { shopId: tx.shopId, conversationId: fromId, movedFromId: id },
    data: { conversationId: id, movedFromId: null, withAnother: false },
  });
}

export async function noteMerged(tx: ShopTx, id: string, intoId: string | null): Promise<void> {
  await tx.db.conversation.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { mergedIntoId: intoId, ...(intoId ? {} : { suggestedId: null, suggestedBy: null }) },
  });
}

/** When something was last written in it; `otherwise` when it is empty. */
export async function lastMessageAt(tx: ShopTx, id: string, otherwise: Date): Promise<Date> {
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId: id },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return row?.at ?? otherwise;
}
