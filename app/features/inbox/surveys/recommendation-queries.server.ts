import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Cursor } from "~/values/cursor";
import type { ReportAsked } from "../report-queries.server";
import type { Recommended } from "./recommendation-report";

const { sql, empty } = prismaClient.Prisma;

/** Those who were asked in the period whether they would recommend the shop, the earliest first, from a place on. */
export const recommendedRows = (
  tx: ShopTx,
  { from, to, timeZone }: ReportAsked,
  after: Cursor | null,
  most: number,
): Promise<Recommended[]> =>
  tx.db.$queryRaw<Recommended[]>(sql`
  select r.id, r."askedAt", r."answeredAt", r.score, r.comment, o.name as "orderName",
    coalesce((select array_agg(distinct l.title order by l.title) from order_line l
      where l."shopId" = r."shopId" and l."orderId" = r."orderId"), '{}') as products
  from recommendation r join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
  where r."shopId" = ${tx.shopId}
    and r."askedAt" >= ${from}::date::timestamp at time zone ${timeZone}
    and r."askedAt" < (${to}::date + 1)::timestamp at time zone ${timeZone}
    ${after ? sql`and (r."askedAt", r.id) > (${after.at}, ${after.id})` : empty}
  order by r."askedAt", r.id limit ${most}`);
