import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

/** Something that happened. Each feature's `facts.ts` makes its own. */
export type Fact = {
  /** dotted, past tense: "return.approved" */
  kind: string;
  /** what makes it happen once: "return.approved:<id>" */
  key: string;
  orderId?: string;
  returnId?: string;
  conversationId?: string;
  actor: "shopper" | "staff" | "shopify" | "system";
  actorName?: string;
  /** ids and numbers for reactions and the timeline; no personal data */
  data?: Record<string, unknown>;
};

/**
 * Writes the fact on the timeline and one job that lets others react to it, in the caller's transaction.
 * A fact whose key is already there changes nothing. Answers whether it was new.
 */
export async function record(tx: ShopTx, fact: Fact): Promise<boolean> {
  const id = newId(tx.now);
  const data = JSON.stringify(fact.data ?? {});
  const written = await tx.db.$queryRaw<unknown[]>`
    with written as (
      insert into fact ("shopId", id, key, kind, "orderId", "returnId", "conversationId", actor, "actorName", data, at)
      values (${tx.shopId}, ${id}, ${fact.key}, ${fact.kind}, ${fact.orderId ?? null}, ${fact.returnId ?? null},
              ${fact.conversationId ?? null}, ${fact.actor}, ${fact.actorName ?? null}, ${data}::jsonb, ${tx.now})
      on conflict ("shopId", key) do nothing
      returning id)
    select enqueue('react', json_build_object('shopId', ${tx.shopId}::text, 'factId', id), null, null, -10, null, 'replace')::text
    from written`;
  return written.length > 0;
}

/** What a recorded fact is about; null when this shop has no such fact. */
export const factById = (tx: ShopTx, id: string) =>
  tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { kind: true, orderId: true, returnId: true, conversationId: true },
  });
