import type { ShopTx } from "~/platform/database/shop.server";

/** Conversations that wait for their shopper, in which nothing was written since then; the longest first. */
export async function silentSince(tx: ShopTx, since: Date, most: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id from conversation
    where "shopId" = ${tx.shopId} and state = 'waiting' and "lastMessageAt" <= ${since}
    order by "lastMessageAt", id limit ${most}`;
  return rows.map(({ id }) => id);
}
