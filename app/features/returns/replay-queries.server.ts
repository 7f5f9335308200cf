import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Outcome } from "./policy-schema";
import type { PastOrder, PastReturn } from "./replay";
import type { ReturnableOrder } from "./rules";
import type { ReturnState } from "./states";

/** Where the last page ended; null before the first. */
export type PastCursor = { at: Date; id: string } | null;

// As it comes from JSON: amounts are digits, moments are texts, and the rules read both.
type OrderRow = {
  placedAt: Date;
  country: string | null;
  tags: string[] | null;
  channel: string | null;
  currency: string;
  currencyShop: string;
  total: bigint;
  totalShop: bigint;
  customerTags: string[] | null;
  orders: number | null;
  returns: number | null;
  lines: (Omit<ReturnableOrder["lines"][number], "total"> & { total: string })[];
  parcels: ReturnableOrder["parcels"];
};

type ReturnRow = OrderRow & {
  id: string;
  at: Date;
  state: ReturnState;
  next: string | null;
  gift: boolean;
  refundAmount: bigint | null;
  asked: { orderLineId: string; quantity: number; reason: string; outcome: Outcome }[];
  returned: PastReturn["order"]["returned"];
};

const { sql } = prismaClient.Prisma;

const ORDER = sql`
  o."placedAt", coalesce(o."shippingAddress"->>'country', o."billingAddress"->>'country') as country, o.tags, o.channel,
  o.currency, o."currencyShop", o.total, o."totalShop", c.tags as "customerTags",
  (select json_agg(json_build_object('id', l.id, 'quantity', l.quantity, 'currentQuantity', l."currentQuantity",
      'giftCard', l."giftCard", 'productTags', coalesce(l."productTags", '{}'),
      'collections', coalesce(l.collections, '{}'), 'bundleId', l."bundleId", 'total', l.total::text))
    from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id) as lines,
  coalesce((select json_agg(json_build_object('state', f."parcelState", 'shippedAt', f."shippedAt",
      'deliveredAt', f."deliveredAt", 'lines', coalesce((
        select json_agg(json_build_object('id', fl.id, 'orderLineId', fl."orderLineId", 'quantity', fl.quantity))
        from fulfilment_line fl where fl."shopId" = f."shopId" and fl."fulfilmentId" = f.id), '[]')))
    from fulfilment f where f."shopId" = o."shopId" and f."orderId" = o.id), '[]') as parcels`;

const RETURNED = sql`
  coalesce((select json_agg(json_build_object('returnId', r2.id, 'askedAt', r2."requestedAt", 'state', r2.state,
      'orderLineId', rl."orderLineId", 'fulfilmentLineId', rl."fulfilmentLineId", 'quantity', rl.quantity))
    from "return" r2 join return_line rl on rl."shopId" = r2."shopId" and rl."returnId" = r2.id
    where r2."shopId" = o."shopId" and r2."orderId" = o.id), '[]') as returned`;

/**
 * A page of the shop's past returns asked for since `since`, the latest first, each with its order. `days`: how
 * far a customer's own past counts, and null to leave it out (it takes two look-ups for each).
 */
export async function pastReturns(
  tx: ShopTx,
  since: Date,
  before: PastCursor,
  most: number,
  days: number | null,
): Promise<{ page: PastReturn[]; next: PastCursor }> {
  const earlier = before ? sql`and (r."requestedAt", r.id) < (${before.at}, ${before.id})` : sql``;
  const rows = await tx.db.$queryRaw<ReturnRow[]>(sql`
    select r.id, r."requestedAt" as at, r.state, r.decision->>'next' as next, r.gift, r."refundAmount",
      (select json_agg(json_build_object('orderLineId', rl."orderLineId", 'quantity', rl.quantity,
          'reason', rl.reason, 'outcome', rl.outcome))
        from return_line rl where rl."shopId" = r."shopId" and rl."returnId" = r.id) as asked,
      ${ORDER}, ${RETURNED}, ${historyOf(days)}
    from "return" r
      join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
      left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    where r."shopId" = ${tx.shopId} and r."requestedAt" >= ${since} ${earlier}
    order by r."requestedAt" desc, r.id desc limit ${most}`);
  const last = rows.length === most ? rows.at(-1) : undefined;
  return {
    page: rows.filter((row) => row.asked !== null).map(pastOf),
    next: last ? { at: last.at, id: last.id } : null,
  };
}

const historyOf = (days: number | null) =>
  days === null
    ? sql`null::int as orders, null::int as returns`
    : sql`
      (select count(*)::int from orders o2 where o2."shopId" = o."shopId" and o2."customerId" = o."customerId"
        and o2."placedAt" <= r."requestedAt" and o2."placedAt" >= r."requestedAt" - make_interval(days => ${days})) as orders,
      (select count(*)::int from orders o2 join "return" r3 on r3."shopId" = o2."shopId" and r3."orderId" = o2.id
        where o2."shopId" = o."shopId" and o2."customerId" = o."customerId" and r3."requestedAt" < r."requestedAt"
        and r3."requestedAt" >= r."requestedAt" - make_interval(days => ${days})
        and r3.state not in ('declined', 'cancelled')) as returns`;

/** A page of orders placed since `since`, the latest first, to see what of them could come back today. */
export async function pastOrders(
  tx: ShopTx,
  since: Date,
  before: PastCursor,
  most: number,
): Promise<{ page: PastOrder[]; next: PastCursor }> {
  const earlier = before ? sql`and (o."placedAt", o.id) < (${before.at}, ${before.id})` : sql``;
  const rows = await tx.db.$queryRaw<
    (OrderRow & { id: string; returned: ReturnableOrder["returned"] })[]
  >(sql`
    select o.id, ${ORDER}, ${RETURNED}, null::int as orders, null::int as returns
    from orders o left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    where o."shopId" = ${tx.shopId} and o."placedAt" >= ${since} ${earlier}
    order by o."placedAt" desc, o.id desc limit ${most}`);
  const last = rows.length === most ? rows.at(-1) : undefined;
  return {
    page: rows.map((row) => ({ order: { ...orderOf(row), returned: row.returned }, at: tx.now })),
    next: last ? { at: last.placedAt, id: last.id } : null,
  };
}

/** How many records a replay will read, returns and orders together, each counted up to its most. */
export async function countPast(
  tx: ShopTx,
  since: { returns: Date; orders: Date },
  most: { returns: number; orders: number },
): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ count: number }[]>(sql`
    select ((select count(*) from (select from "return" r where r."shopId" = ${tx.shopId}
        and r."requestedAt" >= ${since.returns} limit ${most.returns}) a)
      + (select count(*) from (select from orders o where o."shopId" = ${tx.shopId}
        and o."placedAt" >= ${since.orders} limit ${most.orders}) b))::int as count`);
  return row?.count ?? 0;
}

function pastOf(row: ReturnRow): PastReturn {
  return {
    id: row.id,
    at: row.at,
    order: { ...orderOf(row), returned: row.returned },
    request: { lines: row.asked, gift: row.gift },
    happened: {
      state: row.state,
      automatic: row.next === "approve",
      paid: row.refundAmount === null ? null : { amount: row.refundAmount, currency: row.currency },
    },
  };
}

const orderOf = (row: OrderRow): Omit<ReturnableOrder, "returned"> => ({
  lines: (row.lines ?? []).map((line) => ({
    ...line,
    total: { amount: line.total, currency: row.currency },
  })),
  parcels: row.parcels,
  placedAt: row.placedAt,
  country: row.country,
  tags: row.tags ?? [],
  channel: row.channel,
  total: { amount: row.total, currency: row.currency },
  totalShop: { amount: row.totalShop, currency: row.currencyShop },
  customer: {
    tags: row.customerTags ?? [],
    ...(row.orders === null ? {} : { orders: row.orders, returns: row.returns ?? 0 }),
  },
});
