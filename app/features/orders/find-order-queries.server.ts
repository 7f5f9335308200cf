import prismaClient, { type Prisma } from "@prisma/client";
import { plain } from "~/platform/carriers/tracking-number";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, readCursor, writeCursor } from "~/values/cursor";
import { emailKey, orderNameKey, personKey } from "~/values/keys";
import { LAST, type OrderRow, orderRows } from "./staff-queries.server";

const { sql, join, empty } = prismaClient.Prisma;

/** So many orders are shown at a time. */
export const FOUND_AT_A_TIME = 8;
/** Of a number's or a name's beginning no more is looked through: whoever types on finds the others. */
const MOST_BEGUN = 200;
const MOST_PEOPLE = 50;
/** A letter alone is the beginning of nobody in particular. */
const SHORTEST = 2;

export type FoundOrders = { orders: OrderRow[]; next: string | null };

/**
 * Orders that staff mean by what they typed, the newest first: an order's number, or its beginning while no order has
 * just that number; a whole e-mail address, of the order or of its customer; a parcel's number; the beginning of a
 * person's first or last name, or of both in either order. Orders whose person was erased are not found.
 * `after` is where an earlier answer ended.
 */
export async function findOrders(
  tx: ShopTx,
  { query, after }: { query: string; after: string | null },
): Promise<FoundOrders> {
  const typed = query.trim();
  if (typed.length < SHORTEST) return { orders: [], next: null };
  const found = await tx.db.$queryRaw<{ id: string; at: Date }[]>(
    findSql(tx.shopId, typed, readCursor(after)),
  );
  const page = found.slice(0, FOUND_AT_A_TIME);
  const last = page.at(-1);
  const orders = await orderRows(
    tx,
    page.map(({ id }) => id),
  );
  return { orders, next: found.length > page.length && last ? writeCursor(last) : null };
}

/** The query itself, apart so that its plan can be looked at. */
export function findSql(shopId: string, typed: string, after: Cursor | null): Prisma.Sql {
  const of = sql`o."shopId" = ${shopId} and o."redactedAt" is null
    ${after ? sql`and (o."placedAt", o.id) < (${after.at}, ${after.id})` : empty}`;
  const latest = sql`order by o."placedAt" desc, o.id desc limit ${FOUND_AT_A_TIME + 1}`;
  const ofPeople = (people: Prisma.Sql) => sql`
    (select x.id, x."placedAt" from (${people}) p cross join lateral (
      select o.id, o."placedAt" from orders o where ${of} and o."customerId" = p.id ${latest}) x)`;
  const ways = typed.includes("@")
    ? [
        sql`(select o.id, o."placedAt" from orders o where ${of} and o."emailKey" = ${emailKey(typed)} ${latest})`,
        ofPeople(
          sql`select id from customer where "shopId" = ${shopId} and "emailKey" = ${emailKey(typed)} limit ${MOST_PEOPLE}`,
        ),
      ]
    : [byNumber(shopId, typed, of), byParcel(shopId, typed, of), ofPeople(byName(shopId, personKey(typed)))];
  return sql`select id, "placedAt" as at from (${join(ways, " union ")}) found
    order by "placedAt" desc, id desc limit ${FOUND_AT_A_TIME + 1}`;
}

function byNumber(shopId: string, typed: string, of: Prisma.Sql): Prisma.Sql {
  const key = orderNameKey(typed);
  return sql`
    (select o.id, o."placedAt" from orders o where ${of} and o."nameKey" = ${key} limit ${MOST_BEGUN})
    union
    (select o.id, o."placedAt" from (
      select * from orders where "shopId" = ${shopId} and "nameKey" > ${key} and "nameKey" < ${key + LAST}
        and not exists (select from orders where "shopId" = ${shopId} and "nameKey" = ${key})
      order by "nameKey" limit ${MOST_BEGUN}) o where ${of})`;
}

const byParcel = (shopId: string, typed: string, of: Prisma.Sql): Prisma.Sql => sql`
  (select o.id, o."placedAt" from parcel_track t join orders o on ${of} and o.id = t."orderId"
   where t."shopId" = ${shopId} and t.number = ${plain(typed)} limit ${MOST_BEGUN})`;

const byName = (shopId: string, key: string): Prisma.Sql => sql`
  (select id from customer where "shopId" = ${shopId}
     and "nameKey" >= ${key} and "nameKey" < ${key + LAST} order by "nameKey" limit ${MOST_PEOPLE})
  union
  (select id from customer where "shopId" = ${shopId}
     and "lastKey" >= ${key} and "lastKey" < ${key + LAST} order by "lastKey" limit ${MOST_PEOPLE})`;
