import type { ShopTx } from "~/platform/database/shop.server";

/** What happened to a return, as its facts tell it. */

/** The latest of these kinds of facts, and who did it. */
export const latestFact = (
  tx: ShopTx,
  returnId: string,
  kinds: string[],
): Promise<{ kind: string; actor: string } | null> =>
  tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind: { in: kinds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true, actor: true },
  });

/** When a fact of this kind was noted last; null: never. */
export async function factAt(tx: ShopTx, returnId: string, kind: string): Promise<Date | null> {
  const where = { shopId: tx.shopId, returnId, kind };
  const row = await tx.db.fact.findFirst({ where, orderBy: { at: "desc" }, select: { at: true } });
  return row?.at ?? null;
}

/** Did its shopper put things on this return after it was approved? */
export const wasAddedTo = async (tx: ShopTx, returnId: string): Promise<boolean> =>
  (await tx.db.fact.count({
    where: { shopId: tx.shopId, returnId, kind: "return.changed", actor: "shopper" },
  })) > 0;

/** What the latest fact of a kind says beside its ids: who of the staff did it, and how they wanted it. */
export async function factData(tx: ShopTx, returnId: string, kind: string): Promise<Record<string, unknown>> {
  const row = await tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind },
    orderBy: { at: "desc" },
    select: { data: true },
  });
  return (row?.data ?? {}) as Record<string, unknown>;
}

/** What the shopper owes beside what comes back, as it was reckoned when the payout started; 0: nothing. */
export async function owesForExchange(tx: ShopTx, returnId: string): Promise<bigint> {
  const { owes } = await factData(tx, returnId, "return.refundStarted");
  return typeof owes === "string" ? BigInt(owes) : 0n;
}
