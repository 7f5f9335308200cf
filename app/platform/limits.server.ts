import type { ShopTx } from "~/platform/database/shop.server";
import { keyedDigest } from "~/platform/secrets.server";

export type Limits = {
  /** who or what is counted, each on its own; kept as keyed digests, so they may be personal */
  subjects: string[];
  /** how many times each may do it within the window */
  most: number;
  windowMs: number;
};

export type Counted = {
  within: boolean;
  /** this very time was the first one too many of its window: worth noting once */
  firstBeyond: boolean;
};

/**
 * Counts one more time for every subject, in one statement, and says whether all are still within their
 * limit. Counts hold across processes. A window starts with its first time and ends `windowMs` later.
 * The counts are the transaction's: one that is rolled back was not counted.
 */
export async function countWithin(tx: ShopTx, { subjects, most, windowMs }: Limits): Promise<Counted> {
  const ids = subjects.map((subject) => keyedDigest("limit", subject));
  const over = new Date(tx.now.getTime() - windowMs);
  const rows = await tx.db.$queryRaw<{ count: number }[]>`
    insert into rate_limit ("shopId", id, "windowStart", count)
    select ${tx.shopId}, id, ${tx.now}, 1 from unnest(${ids}::text[]) as id
    on conflict ("shopId", id) do update set
      "windowStart" = case when rate_limit."windowStart" <= ${over} then ${tx.now} else rate_limit."windowStart" end,
      count = case when rate_limit."windowStart" <= ${over} then 1 else least(rate_limit.count + 1, 1000000) end
    returning count`;
  return {
    within: rows.every((row) => row.count <= most),
    firstBeyond: rows.some((row) => row.count === most + 1),
  };
}

/** Forgets counts whose window began before `before`. */
export async function forgetCounts(tx: ShopTx, before: Date): Promise<void> {
  await tx.db.$executeRaw`delete from rate_limit where "shopId" = ${tx.shopId} and "windowStart" < ${before}`;
}
