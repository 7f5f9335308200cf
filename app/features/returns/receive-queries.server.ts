import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import {
  type ExpectedParcel,
  LATE_AFTER_DAYS,
  MOST_COUNTED,
  PARCEL_LISTS,
  type ParcelList,
  type Parcels,
} from "./parcels";
import { findReturnByScan } from "./scan-queries.server";

const { sql, join } = prismaClient.Prisma;

const SHOWN = 25;

/**
 * What the warehouse should expect: a parcel is reckoned to be here `journeyDays` calendar days after its label
 * was made (the journey that refunds are promised by). Days are the shop's. Of each list the first 25, and how
 * many there are, up to `MOST_COUNTED` + 1.
 */
export async function parcelsExpected(
  tx: ShopTx,
  { timeZone, journeyDays }: { timeZone: string; journeyDays: number },
): Promise<Parcels> {
  const midnight = sql`date_trunc('day', ${tx.now}::timestamptz at time zone ${timeZone})`;
  // labels made on this day should be here today
  const made = (days: number) =>
    sql`(${midnight} - make_interval(days => ${journeyDays - days})) at time zone ${timeZone}`;
  const on = sql`coalesce(r."labelledAt", r."approvedAt")`;
  const coming = sql`r.state in ('approved', 'labelled')`;
  const lists: Record<ParcelList, { where: Prisma.Sql; order: Prisma.Sql; journey: number | null }> = {
    waiting: {
      where: sql`r.state = 'received' and r."inspectedAt" is null`,
      order: sql`r."requestedAt"`,
      journey: null,
    },
    late: {
      where: sql`${coming} and ${on} < ${made(-LATE_AFTER_DAYS + 1)}`,
      order: on,
      journey: journeyDays,
    },
    today: {
      where: sql`${coming} and ${on} >= ${made(0)} and ${on} < ${made(1)}`,
      order: on,
      journey: journeyDays,
    },
    week: {
      where: sql`${coming} and ${on} >= ${made(1)} and ${on} < ${made(8)}`,
      order: on,
      journey: journeyDays,
    },
  };
  const entries = [];
  for (const list of PARCEL_LISTS) entries.push([list, await readList(tx, lists[list])] as const);
  return Object.fromEntries(entries) as Parcels;
}

async function readList(
  tx: ShopTx,
  { where, order, journey }: { where: Prisma.Sql; order: Prisma.Sql; journey: number | null },
): Promise<Parcels[ParcelList]> {
  const parcels = await tx.db.$queryRaw<ExpectedParcel[]>(sql`
    select r.id, r.rma, o.name as "orderName", r."sendBackBy",
      ${journey === null ? sql`null::timestamptz` : sql`coalesce(r."labelledAt", r."approvedAt") + make_interval(days => ${journey})`} as "expectedAt",
      (select coalesce(sum(l.quantity), 0)::int from return_line l where l."shopId" = r."shopId" and l."returnId" = r.id) as things
    from "return" r join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    where r."shopId" = ${tx.shopId} and ${where} order by ${order}, r.id limit ${SHOWN}`);
  const rows = await tx.db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from (select from "return" r
      where r."shopId" = ${tx.shopId} and ${where} limit ${MOST_COUNTED + 1}) counted`);
  return { parcels, count: rows[0]?.count ?? 0 };
}

/** A return that a scanned code may mean, with what tells it from others. */
export type ScanChoice = { id: string; rma: string; state: string; orderName: string };

/** What a scanned or typed code means, those that can still be received first; none when it means nothing here. */
export async function scanChoices(tx: ShopTx, code: string): Promise<ScanChoice[]> {
  const ids = (await findReturnByScan(tx, code)).map((one) => one.id);
  if (ids.length === 0) return [];
  return tx.db.$queryRaw<ScanChoice[]>(sql`
    select r.id, r.rma, r.state, o.name as "orderName" from "return" r
    join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    where r."shopId" = ${tx.shopId} and r.id in (${join(ids)})
    order by r.state in ('approved', 'labelled', 'received') desc, r."requestedAt" desc`);
}
