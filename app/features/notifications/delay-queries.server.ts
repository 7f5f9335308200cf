import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Because } from "./delay/because";
import { becauseSchema } from "./delay/told-schema";
import type { WatchState } from "./delay/watch";
import { type HarmCursor, harmPage, readHarmCursor } from "./harm-page";

export const DELIVERIES_PER_PAGE = 25;

/** A parcel that is late or may be, or an order late to ship. */
export type DeliveryRow = {
  id: string;
  orderId: string;
  orderName: string;
  carrier: string;
  state: WatchState;
  promised: Date | null;
  p10: Date;
  p50: Date;
  p90: Date;
  because: Because;
  lastScanAt: Date | null;
  updatedAt: Date;
  /** a conversation about the order that is not closed */
  conversationId: string | null;
};

export type DeliveryFilters = { state: Exclude<WatchState, "fine"> | ""; carrier: string };
type Asked = DeliveryFilters & { after?: string | undefined; before?: string | undefined };
export type DeliveriesPage = { rows: DeliveryRow[]; next: string | null; previous: string | null };

/** Deliveries that are late or may be, the worst first. `after` and `before` are cursors of an earlier page. */
export async function deliveriesPage(tx: ShopTx, asked: Asked): Promise<DeliveriesPage> {
  const { sql, empty } = prismaClient.Prisma;
  const [after, before] = [readHarmCursor(asked.after), readHarmCursor(asked.before)];
  const beyond = before
    ? sql`and (w.harm, w.id) > (${before.harm}, ${before.id})`
    : after
      ? sql`and (w.harm, w.id) < (${after.harm}, ${after.id})`
      : empty;
  const order = before ? sql`w.harm, w.id` : sql`w.harm desc, w.id desc`;
  const rows = await tx.db.$queryRaw<(DeliveryRow & HarmCursor)[]>(sql`
    select w.id, w."orderId", o.name as "orderName", w.carrier, w.state, w.promised, w.p10, w.p50, w.p90, w.because,
      w."lastScanAt", w."updatedAt", w.harm,
      (select c.id from conversation c where c."shopId" = w."shopId" and c."orderId" = w."orderId" and c.state <> 'closed'
        order by c."lastMessageAt" desc limit 1) as "conversationId"
    from parcel_watch w join orders o on o."shopId" = w."shopId" and o.id = w."orderId"
    where w."shopId" = ${tx.shopId} and w.harm > 0
      ${asked.state ? sql`and w.state = ${asked.state}` : empty}
      ${asked.carrier ? sql`and w.carrier = ${asked.carrier}` : empty} ${beyond}
    order by ${order} limit ${DELIVERIES_PER_PAGE + 1}`);
  const page = harmPage(rows, DELIVERIES_PER_PAGE, { after, before });
  return {
    ...page,
    rows: page.rows.map(({ harm: _harm, because, ...row }) => ({
      ...row,
      because: becauseSchema.parse(because),
    })),
  };
}

const MOST_CARRIERS = 50;

/** Carriers with parcels under way, by name. Each costs one step along the index, not one for each parcel. */
export async function carriersUnderWay(tx: ShopTx): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ carrier: string }[]>`
    with recursive next(carrier, no) as (
      select (select carrier from parcel_watch where "shopId" = ${tx.shopId} and carrier > '' order by carrier limit 1), 1
      union all
      select (select w.carrier from parcel_watch w where w."shopId" = ${tx.shopId} and w.carrier > next.carrier
        order by w.carrier limit 1), next.no + 1
      from next where next.carrier is not null and next.no < ${MOST_CARRIERS})
    select carrier from next where carrier is not null`;
  return rows.map(({ carrier }) => carrier);
}

/** How many deliveries are watched, and how many of them are in trouble; counted up to `most`. */
export async function watchCounts(tx: ShopTx, most: number): Promise<{ watched: number; troubled: number }> {
  const [row] = await tx.db.$queryRaw<{ watched: number; troubled: number }[]>`
    select count(*)::int as watched, count(*) filter (where harm > 0)::int as troubled
    from (select harm from parcel_watch where "shopId" = ${tx.shopId} order by harm desc, id desc limit ${most}) w`;
  return row ?? { watched: 0, troubled: 0 };
}

/**
 * When an order's parcels are expected, by their ids. Nothing is said of one that is lost, nor of one that is slow
 * and was never scanned: it may have arrived without a word.
 */
export async function expectedParcels(
  tx: ShopTx,
  orderId: string,
): Promise<Map<string, { from: Date; to: Date }>> {
  const rows = await tx.db.parcelWatch.findMany({
    where: { shopId: tx.shopId, orderId, fulfilmentId: { not: null }, state: { not: "lost" } },
    select: { id: true, p10: true, p90: true, because: true, lastScanAt: true },
  });
  return new Map(
    rows
      .filter(({ p90, lastScanAt, because }) => {
        const mayHaveCome = lastScanAt === null && becauseSchema.parse(because).state === "slow";
        return p90 > tx.now && !mayHaveCome;
      })
      .map(({ id, p10, p90 }) => [id, { from: p10 > tx.now ? p10 : tx.now, to: p90 }]),
  );
}
