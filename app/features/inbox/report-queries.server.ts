import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { CalendarDay } from "~/values/calendar";
import type { Cursor } from "~/values/cursor";
import type { ReportRow } from "./report";
import { FIRST_ORDER } from "./ties/tie-queries.server";

const { sql, empty } = prismaClient.Prisma;

export type ReportAsked = { from: CalendarDay; to: CalendarDay; timeZone: string };

/**
 * Conversations that shoppers began in the period, the earliest first, from a place on. Merged ones are counted
 * where they went; machines' mails, those that staff began, and those brought along from elsewhere are not counted.
 */
export const reportRows = (
  tx: ShopTx,
  of: ReportAsked,
  after: Cursor | null,
  most: number,
): Promise<ReportRow[]> => tx.db.$queryRaw<ReportRow[]>(reportSql(tx.shopId, of, after, most));

/** The query itself, apart so that its plan can be looked at. */
export const reportSql = (
  shopId: string,
  { from, to, timeZone }: ReportAsked,
  after: Cursor | null,
  most: number,
): Prisma.Sql => sql`
  select c.id, c.number, c.channel, c.reason, c.assignee, c.state, c."createdAt", c."firstRepliedAt", c."closedAt", c.rating, c.effort, c."ratingComment",
    (c.email <> '' or c."customerId" is not null) as "isKnown",
    (select count(*)::int from message m where m."shopId" = c."shopId" and m."conversationId" = c.id
      and m.direction = 'out' and m."authorKind" = 'staff') as answers,
    (c.email <> '' and exists (select from message m where m."shopId" = c."shopId" and m."authorEmail" = c.email and m."importId" is null
      and m.direction = 'in' and m."authorKind" <> 'system'
      and m.at > c."closedAt" and m.at <= c."closedAt" + interval '7 days')
    or c."customerId" is not null and exists (select from conversation o
      join message m on m."shopId" = o."shopId" and m."conversationId" = o.id
      where o."shopId" = c."shopId" and o."customerId" = c."customerId"
      and m.direction = 'in' and m."authorKind" = 'shopper'
      and m.at > c."closedAt" and m.at <= c."closedAt" + interval '7 days')) as "cameBack",
    coalesce((select array_agg(distinct l.title order by l.title) from order_line l
      where l."shopId" = c."shopId" and l."orderId" = ${FIRST_ORDER}), '{}') as products
  from conversation c
  where c."shopId" = ${shopId} and c."mergedIntoId" is null and c."importId" is null
    and c."createdAt" >= ${from}::date::timestamp at time zone ${timeZone}
    and c."createdAt" < (${to}::date + 1)::timestamp at time zone ${timeZone}
    and (select m.direction = 'in' and m."authorKind" = 'shopper' from message m
      where m."shopId" = c."shopId" and m."conversationId" = c.id and m.direction <> 'note'
      order by m.at, m.id limit 1)
    ${after ? sql`and (c."createdAt", c.id) > (${after.at}, ${after.id})` : empty}
  order by c."createdAt", c.id limit ${most}`;
