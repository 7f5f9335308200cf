import prismaClient from "@prisma/client";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { hasOfflineToken } from "~/platform/shopify/tokens.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";

/** Counting stops here, so that a busy shop's page stays quick; the screen says "10,000+". */
export const MOST_COUNTED = 10_000;
const DAY_MS = 86_400_000;

export type WebhookCounts = {
  /** waiting to be read */
  received: number;
  /** read in the last 24 hours */
  done: number;
  parked: number;
  /** of topics this app knows nothing about, by topic */
  unknown: { topic: string; count: number }[];
};

/** How many webhooks are kept, by what became of them; each counted up to MOST_COUNTED. */
export async function webhookCounts(tx: ShopTx): Promise<WebhookCounts> {
  const [received, parked] = [await countOf(tx, "received"), await countOf(tx, "parked")];
  const done = await countOf(tx, "done", new Date(tx.now.getTime() - DAY_MS));
  const unknown = await tx.db.$queryRaw<{ topic: string; count: number }[]>`
    select topic, count(*)::int as count from (
      select topic from webhook_delivery where "shopId" = ${tx.shopId} and state = 'unknown'
      order by "receivedAt" desc limit ${MOST_COUNTED}) latest
    group by topic order by count desc, topic limit 50`;
  return { received, done, parked, unknown };
}

/** How many deliveries are parked, up to MOST_COUNTED. */
export const parkedCount = (tx: ShopTx): Promise<number> => countOf(tx, "parked");

async function countOf(tx: ShopTx, state: string, since?: Date): Promise<number> {
  const { sql, empty } = prismaClient.Prisma;
  const later = since ? sql`and "receivedAt" >= ${since}` : empty;
  const rows = await tx.db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from (
      select 1 from webhook_delivery where "shopId" = ${tx.shopId} and state = ${state} ${later}
      limit ${MOST_COUNTED}) counted`);
  return rows[0]?.count ?? 0;
}

export type ParkedRow = {
  id: string;
  topic: string;
  receivedAt: Date;
  attempts: number;
  reason: string | null;
};
export const PARKED_PER_PAGE = 25;

/** Deliveries that could not be read, the latest first. */
export async function parkedPage(
  tx: ShopTx,
  asked: { after?: string | undefined; before?: string | undefined },
): Promise<Page<ParkedRow>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const { sql, empty } = prismaClient.Prisma;
  // Those of one batch came in the same moment.
  const beyond = before
    ? sql`and ("receivedAt", id) > (${before.at}, ${before.id})`
    : after
      ? sql`and ("receivedAt", id) < (${after.at}, ${after.id})`
      : empty;
  const order = before ? sql`"receivedAt", id` : sql`"receivedAt" desc, id desc`;
  const rows = await tx.db.$queryRaw<ParkedRow[]>(sql`
    select id, topic, "receivedAt", attempts, reason from webhook_delivery
    where "shopId" = ${tx.shopId} and state = 'parked' ${beyond}
    order by ${order} limit ${PARKED_PER_PAGE + 1}`);
  return pageOf(rows, PARKED_PER_PAGE, { after, before }, (row) => ({ at: row.receivedAt, id: row.id }));
}

export type SweepRow = {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  seen: number;
  recovered: number;
};

/** The last ten comparisons of our orders with Shopify's. */
export const lastSweeps = (tx: ShopTx): Promise<SweepRow[]> =>
  tx.db.sweep.findMany({
    where: { shopId: tx.shopId },
    orderBy: { startedAt: "desc" },
    take: 10,
    select: { id: true, startedAt: true, finishedAt: true, seen: true, recovered: true },
  });

/** Can we act for the shop while nobody of it is here? */
export const canReachShopify = (shop: Shop): Promise<boolean> => hasOfflineToken(shop.id);
