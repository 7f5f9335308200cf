import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ClosedConversation } from "./rating";

/** What decides whether its shopper is asked; null when this shop has no such one. */
export async function closedConversation(
  tx: ShopTx,
  id: string,
): Promise<(ClosedConversation & { orderId: string | null; locale: string }) | null> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: {
      id: true,
      orderId: true,
      locale: true,
      email: true,
      state: true,
      verified: true,
      closedAt: true,
      firstRepliedAt: true,
      mergedIntoId: true,
      ratingAskedAt: true,
    },
  });
  return row && { ...row, closedBy: await lastClosedBy(tx, id) };
}

/** Who closed it last: staff, or a machine. */
async function lastClosedBy(tx: ShopTx, conversationId: string): Promise<string | null> {
  const fact = await tx.db.fact.findFirst({
    where: { shopId: tx.shopId, conversationId, kind: "conversation.closed" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actor: true },
  });
  return fact?.actor ?? null;
}

/** When this address was last asked anything at all. One that is being asked makes others wait here. */
export async function lastAsked(tx: ShopTx, email: string): Promise<Date | null> {
  const name = `ratings of ${tx.shopId} ${email}`;
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  const { _max } = await tx.db.conversation.aggregate({
    where: { shopId: tx.shopId, email },
    _max: { ratingAskedAt: true },
  });
  const asked = await tx.db.recommendation.aggregate({
    where: { shopId: tx.shopId, email },
    _max: { askedAt: true },
  });
  const [first, second] = [_max.ratingAskedAt, asked._max.askedAt];
  return first && second ? (first > second ? first : second) : (first ?? second);
}

export async function noteAsked(tx: ShopTx, id: string): Promise<void> {
  await tx.db.conversation.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { ratingAskedAt: tx.now },
  });
}

/** A conversation whose shopper was asked; null for any other. */
export const askedConversation = (tx: ShopTx, id: string) =>
  tx.db.conversation.findFirst({
    where: { shopId: tx.shopId, id, ratingAskedAt: { not: null } },
    select: { id: true, orderId: true, locale: true, rating: true, effort: true, ratingComment: true },
  });

export async function saveRating(
  tx: ShopTx,
  id: string,
  score: { rating: number } | { effort: number },
  comment: string,
): Promise<void> {
  await tx.db.conversation.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { ...score, ratingComment: comment || null, ratedAt: tx.now },
  });
  await tellChange(tx, { kind: "conversation", id });
}
