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
export const record = async (tx: ShopTx, fact: Fact): Promise<boolean> => (await recordAll(tx, [fact])) > 0;

/** As `record`, for facts of one moment: one statement, and one job for all that are new. Answers how many. */
export async function recordAll(tx: ShopTx, facts: Fact[]): Promise<number> {
  if (facts.length === 0) return 0;
  const rows = JSON.stringify(facts.map((fact) => ({ ...fact, id: newId(tx.now), data: fact.data ?? {} })));
  const [written] = await tx.db.$queryRaw<{ count: number }[]>`
    with written as (
      insert into fact ("shopId", id, key, kind, "orderId", "returnId", "conversationId", actor, "actorName", data, at)
      select ${tx.shopId}, id, key, kind, "orderId", "returnId", "conversationId", actor, "actorName", data, ${tx.now}
      from json_populate_recordset(null::fact, ${rows}::json)
      on conflict ("shopId", key) do nothing
      returning id)
    select count(*)::int as count, case when count(*) > 0 then
      enqueue('react', json_build_object('shopId', ${tx.shopId}::text, 'factIds', json_agg(id)), null, null, -10, null, 'replace')::text
    end as job from written`;
  return written?.count ?? 0;
}

/** What a recorded fact is about. */
export type FactHead = {
  id: string;
  kind: string;
  orderId: string | null;
  returnId: string | null;
  conversationId: string | null;
};

/** What recorded facts are about; those this shop does not have are left out. */
export const factsById = (tx: ShopTx, ids: string[]): Promise<FactHead[]> =>
  tx.db.$queryRaw<FactHead[]>`
    select id, kind, "orderId", "returnId", "conversationId" from fact
    where "shopId" = ${tx.shopId} and id = any(${ids}) order by id`;
