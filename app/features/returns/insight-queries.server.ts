import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Money } from "~/values/money";
import {
  bucketOf,
  type InsightTotals,
  type ReasonCount,
  type ReasonTotal,
  type Returner,
  type Span,
  type ThingCount,
} from "./insight";

const { sql, empty } = prismaClient.Prisma;

/** Whose returns, and in whose days and money they are counted. */
export type InsightAsked = { span: Span; product: string | null; timeZone: string; currency: string };

/** The returns asked for in the span. Cancelled ones never happened. */
const asked = (tx: Pick<ShopTx, "shopId">, { span, timeZone }: InsightAsked): Prisma.Sql => sql`
  r."shopId" = ${tx.shopId} and r.state <> 'cancelled'
  and r."requestedAt" >= ${span.from}::date::timestamp at time zone ${timeZone}
  and r."requestedAt" < (${span.to}::date + 1)::timestamp at time zone ${timeZone}`;

const ofProduct = (product: string | null) => (product ? sql`and l."productId" = ${product}` : empty);

/** Their lines, narrowed to a product. */
export const linesSql = (tx: Pick<ShopTx, "shopId">, of: InsightAsked): Prisma.Sql => sql`
  from "return" r join return_line l on l."shopId" = r."shopId" and l."returnId" = r.id
  where ${asked(tx, of)} ${ofProduct(of.product)}`;

/** How many things came back for each reason, bucket by bucket. */
export const reasonsOverTime = (tx: ShopTx, of: InsightAsked): Promise<ReasonCount[]> =>
  tx.db.$queryRaw<ReasonCount[]>(sql`
    select to_char(date_trunc(${bucketOf(of.span)}, r."requestedAt" at time zone ${of.timeZone}), 'YYYY-MM-DD') as bucket,
      l.reason, sum(l.quantity)::int as things
    ${linesSql(tx, of)} group by 1, 2 order by 1, 3 desc`);

/** The same over the whole span, the commonest first. */
export async function reasonTotals(tx: ShopTx, of: InsightAsked): Promise<ReasonTotal[]> {
  const rows = await tx.db.$queryRaw<{ reason: string; things: number; value: bigint }[]>(sql`
    select l.reason, sum(l.quantity)::int as things, sum(l."valueShop")::bigint as value
    ${linesSql(tx, of)} group by 1 order by 2 desc, 1`);
  return rows.map((row) => ({ ...row, value: { amount: row.value, currency: of.currency } }));
}

const MOST_PRODUCTS = 50;

/** What came back most: products, or the variants of the one product asked for, with their reasons. */
export async function thingsMostReturned(tx: ShopTx, of: InsightAsked): Promise<ThingCount[]> {
  const key = of.product ? sql`l."variantId"` : sql`l."productId"`;
  const rows = await tx.db.$queryRaw<
    { id: string | null; title: string; reason: string; things: number; value: bigint; all: number }[]
  >(sql`
    with counted as (
      select ${key} as id, l.reason, sum(l.quantity)::int as things, sum(l."valueShop")::bigint as value, max(l."orderLineId") as sample
      ${linesSql(tx, of)} group by 1, 2),
    top as (
      select id, sum(things)::int as all, max(sample) as sample from counted group by 1 order by 2 desc, 1 limit ${MOST_PRODUCTS})
    select c.id, coalesce(${of.product ? sql`b."variantTitle"` : empty}${of.product ? sql`,` : empty} b.title, '') as title,
      c.reason, c.things, c.value, top.all
    from top join counted c on c.id is not distinct from top.id
    left join order_line b on b."shopId" = ${tx.shopId} and b.id = top.sample
    order by top.all desc, top.id, c.things desc, c.reason`);
  const things = new Map<string | null, ThingCount>();
  for (const { id, title, reason, things: count, value } of rows) {
    const one = things.get(id) ?? {
      id,
      title,
      things: 0,
      value: { amount: 0n, currency: of.currency },
      reasons: [],
    };
    one.things += count;
    one.value = { ...one.value, amount: one.value.amount + value };
    one.reasons.push({ reason, things: count });
    things.set(id, one);
  }
  return [...things.values()];
}

type RawTotals = {
  returns: number;
  declined: number;
  median: number | null;
  slowest10: number | null;
  kept: number;
  missed: number;
};

/** What the span's returns add up to. Of one product, money that belongs to a return as a whole is counted once for it. */
export async function insightTotals(tx: ShopTx, of: InsightAsked): Promise<InsightTotals> {
  const [totals] = await tx.db.$queryRaw<RawTotals[]>(sql`
    with these as (
      select r.state, r."requestedAt", r."refundedAt", r."refundBy" from "return" r where ${asked(tx, of)}
        ${of.product ? sql`and exists (select from return_line l where l."shopId" = r."shopId" and l."returnId" = r.id ${ofProduct(of.product)})` : empty})
    select count(*)::int as returns, (count(*) filter (where state = 'declined'))::int as declined,
      percentile_cont(0.5) within group (order by extract(epoch from "refundedAt" - "requestedAt")) as median,
      percentile_cont(0.9) within group (order by extract(epoch from "refundedAt" - "requestedAt")) as slowest10,
      (count(*) filter (where "refundedAt" <= "refundBy"))::int as kept,
      (count(*) filter (where coalesce("refundedAt", ${tx.now}) > "refundBy" and state <> 'declined'))::int as missed
    from these`);
  const lines = await tx.db.$queryRaw<
    { outcome: string; declined: boolean; things: number; value: bigint }[]
  >(sql`
    select l.outcome, r.state = 'declined' as declined, sum(l.quantity)::int as things, sum(l."valueShop")::bigint as value
    ${linesSql(tx, of)} group by 1, 2 order by 3 desc`);
  const money = (amount: bigint): Money => ({ amount, currency: of.currency });
  const paid = await payouts(tx, of);
  const { median, slowest10 } = totals ?? {};
  return {
    returns: totals?.returns ?? 0,
    declined: totals?.declined ?? 0,
    things: lines.reduce((sum, line) => sum + line.things, 0),
    value: money(lines.reduce((sum, line) => sum + line.value, 0n)),
    sold: await thingsSold(tx, of),
    outcomes: lines.filter((line) => !line.declined).map(({ outcome, things }) => ({ outcome, things })),
    refunded: money(paid.refund ?? 0n),
    credited: money((paid.credit ?? 0n) + (paid.giftCard ?? 0n)),
    exchanged: money(paid.exchange ?? 0n),
    fees: money(paid.fee ?? 0n),
    bonus: money(paid.bonus ?? 0n),
    labels: await labelCosts(tx, of),
    refundSeconds: median == null || slowest10 == null ? null : { median, slowest10 },
    promises: { kept: totals?.kept ?? 0, missed: totals?.missed ?? 0 },
  };
}

const within = (of: InsightAsked) =>
  of.product
    ? sql`and exists (select from return_line l where l."shopId" = r."shopId" and l."returnId" = r.id ${ofProduct(of.product)})`
    : empty;

/** What went out for these returns so far, by kind, at each order's own rate into the shop's currency. */
async function payouts(tx: ShopTx, of: InsightAsked): Promise<Record<string, bigint>> {
  const rows = await tx.db.$queryRaw<{ kind: string; amount: bigint }[]>(sql`
    select e.kind, sum(case when o.total = 0 then e.amount else round(e.amount::numeric * o."totalShop" / o.total) end)::bigint as amount
    from "return" r join ledger_entry e on e."shopId" = r."shopId" and e."orderId" = r."orderId" and e."returnId" = r.id and e.state = 'paid'
    join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    where ${asked(tx, of)} ${within(of)} group by 1`);
  return Object.fromEntries(rows.map((row) => [row.kind, row.amount]));
}

/** What carriers charged for labels that were not voided, in each currency they charged in. */
const labelCosts = (tx: ShopTx, of: InsightAsked): Promise<Money[]> =>
  tx.db.$queryRaw<Money[]>(sql`
    select p.currency, sum(p.cost)::bigint as amount
    from "return" r join label_purchase p on p."shopId" = r."shopId" and p."returnId" = r.id
      and p.state = 'bought' and p.cost is not null and p.currency is not null
    where ${asked(tx, of)} ${within(of)} group by 1 order by 1`);

/** Things in orders placed in the span. */
async function thingsSold(tx: ShopTx, { span, timeZone, product }: InsightAsked): Promise<number> {
  const rows = await tx.db.$queryRaw<{ things: number }[]>(sql`
    select coalesce(sum(b.quantity), 0)::int as things
    from orders o join order_line b on b."shopId" = o."shopId" and b."orderId" = o.id
    where o."shopId" = ${tx.shopId} and o."cancelledAt" is null and not b."giftCard"
      and o."placedAt" >= ${span.from}::date::timestamp at time zone ${timeZone}
      and o."placedAt" < (${span.to}::date + 1)::timestamp at time zone ${timeZone}
      ${product ? sql`and b."productId" = ${product}` : empty}`);
  return rows[0]?.things ?? 0;
}

const MOST_RETURNERS = 25;
/** Fewer than this is not often. */
export const OFTEN = 3;

/** Who asked for the most returns in the span, with how many orders they placed in it. Declined ones count too. */
export async function repeatReturners(tx: ShopTx, of: InsightAsked): Promise<Returner[]> {
  const rows = await tx.db.$queryRaw<
    { customerId: string; name: string | null; returns: number; orders: number; value: bigint }[]
  >(sql`
    with often as (
      select o."customerId", count(*)::int as returns, sum(r."valueShop")::bigint as value
      from "return" r join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
      where ${asked(tx, of)} ${within(of)} and o."customerId" is not null
      group by 1 having count(*) >= ${OFTEN} order by 2 desc, 3 desc limit ${MOST_RETURNERS})
    select often.*, nullif(concat_ws(' ', c."firstName", c."lastName"), '') as name,
      (select count(*)::int from orders o where o."shopId" = ${tx.shopId} and o."customerId" = often."customerId"
        and o."placedAt" < (${of.span.to}::date + 1)::timestamp at time zone ${of.timeZone}) as orders
    from often left join customer c on c."shopId" = ${tx.shopId} and c.id = often."customerId"
    order by often.returns desc, often.value desc`);
  return rows.map((row) => ({ ...row, value: { amount: row.value, currency: of.currency } }));
}

/** A product that something of was returned, by what it was called then; null for any other. */
export async function titleOfProduct(
  tx: ShopTx,
  productId: string,
): Promise<{ id: string; title: string } | null> {
  const rows = await tx.db.$queryRaw<{ title: string }[]>`
    select b.title from return_line l join order_line b on b."shopId" = l."shopId" and b.id = l."orderLineId"
    where l."shopId" = ${tx.shopId} and l."productId" = ${productId} order by l."returnId" desc limit 1`;
  return rows[0] ? { id: productId, title: rows[0].title } : null;
}
