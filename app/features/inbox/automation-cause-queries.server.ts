import { z } from "zod";
import type { ShopTx } from "~/platform/database/shop.server";

const factData = z.object({
  messageId: z.string().optional(),
  score: z.number().optional(),
  question: z.enum(["csat", "ces"]).optional(),
  ruleId: z.string().optional(),
});

/** What happened, as rules hear of it; null when it concerns no conversation of this shop, or none any more. */
export async function happened(tx: ShopTx, factId: string) {
  const fact = await tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: factId } },
    select: { key: true, kind: true, conversationId: true, data: true },
  });
  if (!fact?.conversationId) return null;
  const { conversationId, key, kind } = fact;
  return { conversationId, key, kind, ...factData.parse(fact.data ?? {}) };
}

/** The latest message of a person's in a conversation, for answering it by machine; null: no person wrote. */
export const lastOfAPerson = (tx: ShopTx, conversationId: string) =>
  tx.db.message.findFirst({
    where: {
      shopId: tx.shopId,
      conversationId,
      direction: "in",
      authorKind: { in: ["shopper", "other"] },
      reason: null,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { authorKind: true, inboundMailId: true },
  });

/** What shows whose a conversation is: was its address proven, and which one is its order of? */
export async function proofOf(
  tx: ShopTx,
  conversationId: string,
): Promise<{ verified: boolean; orderEmail: string | null }> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: conversationId } },
    select: { verified: true, order: { select: { email: true, redactedAt: true } } },
  });
  const order = row?.order?.redactedAt ? null : row?.order;
  return { verified: row?.verified ?? false, orderEmail: order?.email ?? null };
}
