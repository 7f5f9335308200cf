import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { emailKey } from "~/values/keys";
import type { CustomerHistory } from "./rules";

/** Beyond this many nobody counts: it is a lot. */
const MOST = 1_000;

type Who = { customerId: string | null; email: string | null };
type Row = { tags: string[] | null; orders: number; returns: number; returnedOrders: number };

/**
 * What the policy may ask of an order's customer: tags, how often they ordered and asked for a return in the last
 * `days`, and how many of those orders came back. A guest is known by the order's e-mail address. Null when the order names nobody.
 */
export async function customerHistory(
  tx: ShopTx,
  { customerId, email }: Who,
  days: number,
): Promise<CustomerHistory | null> {
  if (!customerId && !email) return null;
  const { sql } = prismaClient.Prisma;
  const since = new Date(tx.now.getTime() - days * 86_400_000);
  const theirs = customerId
    ? sql`o."customerId" = ${customerId}`
    : sql`o."emailKey" = ${emailKey(email ?? "")}`;
  const [row] = await tx.db.$queryRaw<Row[]>(sql`
    select
      (select c.tags from customer c where c."shopId" = ${tx.shopId} and c.id = ${customerId}) as tags,
      (select count(*)::int from (select from orders o
        where o."shopId" = ${tx.shopId} and ${theirs} and o."placedAt" >= ${since} limit ${MOST}) a) as orders, asked.*
    from (
      -- a return of a recent order is recent itself
      select count(*)::int as returns, count(distinct "orderId") filter (where "placedAt" >= ${since})::int as "returnedOrders"
      from (select r."orderId", o."placedAt" from orders o join "return" r
          on r."shopId" = o."shopId" and r."orderId" = o.id
        where o."shopId" = ${tx.shopId} and ${theirs} and r."requestedAt" >= ${since}
          and r.state not in ('declined', 'cancelled') limit ${MOST}) b) asked`);
  return row ? { ...row, tags: row.tags ?? [] } : null;
}
