import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf, readCursor } from "~/values/cursor";
import type { Money } from "~/values/money";
import { foundSql } from "./staff-search-queries.server";
import type { ReturnState } from "./states";
import {
  defaultSort,
  type ListFilter,
  type ListSort,
  NEAR_MS,
  OPEN_STATES,
  RETURN_VIEWS,
  type ReturnView,
  VIEW_STATES,
} from "./views";

const { sql, join, empty } = prismaClient.Prisma;

/** A return in the staff's list. */
export type ReturnRow = {
  id: string;
  rma: string;
  orderName: string;
  customer: string | null;
  /** the first thing's name, and how many things there are */
  title: string;
  things: number;
  outcomes: string[];
  state: ReturnState;
  /** something only staff can mend */
  stuck: boolean;
  /** a payout above somebody's limit waits for one who may */
  approval: boolean;
  inspected: boolean;
  gift: boolean;
  hasLabel: boolean;
  requestedAt: Date;
  /** the refund is promised until then; null when nothing was promised or it is over */
  refundBy: Date | null;
  /** what was paid for its things */
  value: Money;
};

export const RETURNS_PER_PAGE = 50;

export type ListAsked = {
  filter: ListFilter;
  /** a number, name, address or text somebody looks for; views and states do not matter then */
  query: string;
  after?: string | undefined;
  before?: string | undefined;
  /** IANA zone in which the filter's days are meant */
  timeZone: string;
  /** decimals of the shop's currency, for the filter's amounts */
  decimals: number;
};

/** The list's page. `after` and `before` are cursors of an earlier page with the same filter. */
export async function returnsPage(tx: ShopTx, asked: ListAsked): Promise<Page<ReturnRow>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const sort = sortOf(asked);
  const ids = await tx.db.$queryRaw<{ id: string }[]>(pageSql(tx, asked));
  const rows = await rowsOf(
    tx,
    ids.map((one) => one.id),
  );
  return pageOf(rows, RETURNS_PER_PAGE, { after, before }, (row) => ({ at: placeOf(row, sort), id: row.id }));
}

/** Where a row stands on the line it is sorted along. An amount stands there as so many milliseconds. */
function placeOf(row: ReturnRow, sort: ListSort): Date {
  if (sort === "due" && row.refundBy) return row.refundBy;
  if (sort === "value") return new Date(Number(row.value.amount));
  return row.requestedAt;
}

function sortOf({ filter, query }: ListAsked): ListSort {
  const sort = filter.sort ?? defaultSort(filter.view);
  if (query) return sort === "oldest" ? "oldest" : "newest";
  return sort === "due" && filter.view !== "overdue" ? "newest" : sort;
}

/** Ids of one page, one further than it holds. Each state is read along its own index, and what they give is merged. */
export function pageSql(tx: Pick<ShopTx, "shopId" | "now">, asked: ListAsked): Prisma.Sql {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const sort = sortOf(asked);
  const up = (sort === "oldest" || sort === "due") !== (before !== null);
  const way = up ? sql`asc` : sql`desc`;
  const column = SORT_COLUMN[sort];
  const where = sql`${conditions(tx, asked)} ${beyond(before ?? after, sort, up)}`;
  const order = sql`order by ${column} ${way}, r.id ${way} limit ${RETURNS_PER_PAGE + 1}`;
  const states = statesOf(asked);
  if (!states || sort === "due" || sort === "value") {
    const inStates = states ? sql`and r.state in (${join([...states])})` : empty;
    return sql`select r.id from "return" r where r."shopId" = ${tx.shopId} ${inStates} ${where} ${order}`;
  }
  return sql`
    select r.id from unnest(${[...states]}::text[]) s(state) cross join lateral (
      select r.id, r."requestedAt" from "return" r
      where r."shopId" = ${tx.shopId} and r.state = s.state ${where} ${order}) r
    ${order}`;
}

const SORT_COLUMN: Record<ListSort, Prisma.Sql> = {
  newest: sql`r."requestedAt"`,
  oldest: sql`r."requestedAt"`,
  due: sql`r."refundBy"`,
  value: sql`r."valueShop"`,
};

function beyond(from: Cursor | null, sort: ListSort, up: boolean): Prisma.Sql {
  if (!from) return empty;
  const at = sort === "value" ? sql`${BigInt(from.at.getTime())}` : sql`${from.at}`;
  return up
    ? sql`and (${SORT_COLUMN[sort]}, r.id) > (${at}, ${from.id})`
    : sql`and (${SORT_COLUMN[sort]}, r.id) < (${at}, ${from.id})`;
}

function statesOf({ filter, query }: ListAsked): readonly ReturnState[] | null {
  const ofView = query ? null : VIEW_STATES[filter.view];
  if (!filter.state) return ofView;
  return !ofView || ofView.includes(filter.state) ? [filter.state] : [];
}

function conditions(tx: Pick<ShopTx, "shopId" | "now">, asked: ListAsked): Prisma.Sql {
  const { filter, query } = asked;
  const parts = [
    ...narrowing(tx.shopId, asked),
    query ? foundSql(tx.shopId, query) : viewSql(tx, filter.view),
  ];
  return sql`${join(parts, " ")}`;
}

/** What a view asks beside its states. */
function viewSql(tx: Pick<ShopTx, "shopId" | "now">, view: ReturnView): Prisma.Sql {
  switch (view) {
    case "inspect":
      return sql`and r."inspectedAt" is null`;
    case "pay":
      return sql`and r."inspectedAt" is not null`;
    case "overdue":
      return sql`and r."refundBy" is not null and r.state in ('requested', 'approved', 'labelled', 'received')
        and r."refundBy" <= ${new Date(tx.now.getTime() + NEAR_MS)}`;
    case "stuck":
      return sql`and r.problem is not null`;
    case "approvals":
      return sql`and r.id = any(array(select a."returnId" from refund_approval a
        where a."shopId" = ${tx.shopId} and a.state = 'waiting' order by a."askedAt" limit ${MOST_WAITING}))`;
    default:
      return empty;
  }
}

const MOST_WAITING = 1_000;
/** Of a product that comes back more often than this, the latest are found. */
const MOST_OF_PRODUCT = 5_000;

function narrowing(shopId: string, { filter, timeZone, decimals }: ListAsked): Prisma.Sql[] {
  const { reason, outcome, method, gift, country, product, min, max, from, to } = filter;
  const minor = (units: number) => BigInt(units) * 10n ** BigInt(decimals);
  const of = (part: unknown, then: () => Prisma.Sql) => (part === undefined ? [] : [then()]);
  return [
    ...of(reason ?? outcome, () => lineSql(shopId, reason, outcome)),
    ...of(method, () => sql`and r.method = ${method}`),
    ...of(gift, () => sql`and r.gift = ${gift === "yes"}`),
    ...of(country, () => sql`and r.country = ${country}`),
    ...of(product, () => productSql(shopId, product ?? "")),
    ...of(min, () => sql`and r."valueShop" >= ${minor(min ?? 0)}`),
    ...of(max, () => sql`and r."valueShop" <= ${minor(max ?? 0)}`),
    ...of(from, () => sql`and r."requestedAt" >= (${from}::date)::timestamp at time zone ${timeZone}`),
    ...of(to, () => sql`and r."requestedAt" < (${to}::date + 1)::timestamp at time zone ${timeZone}`),
  ];
}

function lineSql(shopId: string, reason: string | undefined, outcome: string | undefined): Prisma.Sql {
  return sql`and exists (select from return_line l where l."shopId" = ${shopId} and l."returnId" = r.id
    ${reason === undefined ? empty : sql`and l.reason = ${reason}`}
    ${outcome === undefined ? empty : sql`and l.outcome = ${outcome}`})`;
}

/** Return ids are made in the order of time, so the highest are the latest. */
function productSql(shopId: string, product: string): Prisma.Sql {
  const latest = (which: Prisma.Sql) => sql`(select l."returnId" from return_line l
    where l."shopId" = ${shopId} and ${which} order by l."returnId" desc limit ${MOST_OF_PRODUCT})`;
  if (/^\d{6,20}$/.test(product)) return sql`and r.id = any(array${latest(sql`l."productId" = ${product}`)})`;
  const from = product.toLowerCase();
  const startsWith = (column: Prisma.Sql) => sql`${column} >= ${from} and ${column} < ${`${from}\u{10FFFF}`}`;
  return sql`and r.id = any(array(${latest(startsWith(sql`l."skuKey"`))} union ${latest(startsWith(sql`l."titleKey"`))}))`;
}

type RawRow = Omit<ReturnRow, "customer" | "value" | "refundBy"> & {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  valueShop: bigint;
  currencyShop: string;
  refundBy: Date | null;
};

/** The rows of these ids, in their order. */
async function rowsOf(tx: ShopTx, ids: string[]): Promise<ReturnRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db.$queryRaw<RawRow[]>`
    select r.id, r.rma, r.state, r.problem is not null as stuck, r."inspectedAt" is not null as inspected, r.gift,
      r."requestedAt", r."refundBy", r."valueShop", o."currencyShop", o.name as "orderName", o.email, c."firstName", c."lastName",
      exists (select from refund_approval a
        where a."shopId" = r."shopId" and a."returnId" = r.id and a.state = 'waiting') as approval,
      exists (select from return_label b where b."shopId" = r."shopId" and b."returnId" = r.id) as "hasLabel",
      coalesce(things.title, '') as title, coalesce(things.count, 0)::int as things, coalesce(things.outcomes, '{}') as outcomes
    from unnest(${ids}::text[]) with ordinality wanted(id, n)
    join "return" r on r."shopId" = ${tx.shopId} and r.id = wanted.id
    join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    left join lateral (
      select sum(l.quantity) as count, array_agg(distinct l.outcome) as outcomes,
        (array_agg(b.title order by b.position))[1] as title
      from return_line l join order_line b on b."shopId" = l."shopId" and b.id = l."orderLineId"
      where l."shopId" = r."shopId" and l."returnId" = r.id) things on true
    order by wanted.n`;
  return rows.map(({ email, firstName, lastName, valueShop, currencyShop, refundBy, ...row }) => ({
    ...row,
    customer: [firstName, lastName].filter(Boolean).join(" ") || email,
    refundBy: (OPEN_STATES as readonly string[]).includes(row.state) ? refundBy : null,
    value: { amount: valueShop, currency: currencyShop },
  }));
}

/** Counting stops here: beyond it the exact number helps nobody. */
export const COUNTED_AT_MOST = 1_000;

/** How many returns each view holds, each counted up to `COUNTED_AT_MOST` + 1; null for the view of all. */
export async function countViews(tx: ShopTx): Promise<Record<ReturnView, number | null>> {
  const counted = RETURN_VIEWS.filter((view) => view !== "all").map((view) => {
    const states = VIEW_STATES[view];
    const inStates = states ? sql`and r.state in (${join([...states])})` : empty;
    return sql`select ${view} as view, (select count(*)::int from (select from "return" r
      where r."shopId" = ${tx.shopId} ${inStates} ${viewSql(tx, view)} limit ${COUNTED_AT_MOST + 1}) counted) as count`;
  });
  const rows = await tx.db.$queryRaw<{ view: ReturnView; count: number }[]>(
    sql`${join(counted, " union all ")}`,
  );
  const counts = Object.fromEntries(rows.map(({ view, count }) => [view, count]));
  return Object.fromEntries(RETURN_VIEWS.map((view) => [view, counts[view] ?? null])) as Record<
    ReturnView,
    number | null
  >;
}

/** Has this shop ever had a return? */
export async function hasReturns(tx: ShopTx): Promise<boolean> {
  const rows = await tx.db.$queryRaw<{ any: boolean }[]>`
    select exists (select from "return" where "shopId" = ${tx.shopId}) as any`;
  return rows[0]?.any ?? false;
}
