import { z } from "zod";
import type { ShopTx } from "~/platform/database/shop.server";

const dataSchema = z.object({
  fulfilmentId: z.string(),
  episode: z.number().int(),
  /** days, as "2026-11-24" */
  from: z.string().optional(),
  to: z.string().optional(),
  state: z.string().optional(),
  why: z.string().optional(),
});
export type DeliveryCase = z.infer<typeof dataSchema>;

/** What a fact says of a delivery; null when it is about no order. */
export async function deliveryFact(
  tx: ShopTx,
  factId: string,
): Promise<{ orderId: string; data: DeliveryCase } | null> {
  const fact = await tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: factId } },
    select: { orderId: true, data: true },
  });
  return fact?.orderId ? { orderId: fact.orderId, data: dataSchema.parse(fact.data) } : null;
}

/** The note that opened a case, with its conversation. */
export const findCase = (tx: ShopTx, requestKey: string): Promise<{ conversationId: string } | null> =>
  tx.db.message.findUnique({
    where: { shopId_requestKey: { shopId: tx.shopId, requestKey } },
    select: { conversationId: true },
  });

/** Has anybody, shopper or staff, written in it? */
export async function hasPersonWritten(tx: ShopTx, conversationId: string): Promise<boolean> {
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId, authorKind: { not: "system" } },
    select: { id: true },
  });
  return row !== null;
}
