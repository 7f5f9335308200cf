import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import { emailKey, orderNameKey } from "~/values/keys";
import type { Money } from "~/values/money";

/** An order in the staff's list. Amounts are in the shopper's currency. */
export type OrderRow = {
  id: string;
  name: string;
  customer: string | null;
  placedAt: Date;
  cancelledAt: Date | null;
  financialStatus: string;
  fulfilmentStatus: string;
  total: Money;
};

export const ORDERS_PER_PAGE = 25;

type Asked = { query?: string | undefined; after?: string | undefined; before?: string | undefined };

/**
 * Orders, the newest first. `query` is an order's name (from its start: "10" finds #1001) or a whole e-mail
 * address. `after` and `before` are cursors of an earlier page.
 */
export async function ordersPage(tx: ShopTx, asked: Asked): Promise<Page<OrderRow>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const from = before ?? after;
  const direction = before ? "asc" : "desc";
  const beyond = before ? "gt" : "lt";
  const rows = await tx.db.order.findMany({
    where: {
      shopId: tx.shopId,
      ...found(asked.query),
      ...(from
        ? {
            placedAt: { [before ? "gte" : "lte"]: from.at },
            OR: [{ placedAt: { [beyond]: from.at } }, { placedAt: from.at, id: { [beyond]: from.id } }],
          }
        : {}),
    },
    orderBy: [{ placedAt: direction }, { id: direction }],
    take: ORDERS_PER_PAGE + 1,
    select: SHOWN,
  });
  return pageOf(rows.map(rowOf), ORDERS_PER_PAGE, { after, before }, (row) => ({
    at: row.placedAt,
    id: row.id,
  }));
}

const SHOWN = {
  id: true,
  name: true,
  email: true,
  placedAt: true,
  cancelledAt: true,
  financialStatus: true,
  fulfilmentStatus: true,
  total: true,
  currency: true,
  customer: { select: { firstName: true, lastName: true } },
} as const;

const rowOf = ({
  customer,
  email,
  total,
  currency,
  ...row
}: Prisma.OrderGetPayload<{ select: typeof SHOWN }>): OrderRow => ({
  ...row,
  customer: [customer?.firstName, customer?.lastName].filter(Boolean).join(" ") || email,
  total: { amount: total, currency },
});

/** The rows of these orders, the newest first; those this shop does not have are left out. */
export async function orderRows(tx: ShopTx, ids: string[]): Promise<OrderRow[]> {
  const rows = await tx.db.order.findMany({
    where: { shopId: tx.shopId, id: { in: ids } },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    select: SHOWN,
  });
  return rows.map(rowOf);
}

/** The highest text there is, for "starts with" as a range that the plain index can answer. */
export const LAST = "\u{10FFFF}";

function found(query: string | undefined): Prisma.OrderWhereInput {
  const text = query?.trim() ?? "";
  if (text === "") return {};
  if (text.includes("@")) return { emailKey: emailKey(text) };
  const key = orderNameKey(text);
  return { nameKey: { gte: key, lt: key + LAST } };
}

/** What a staff member sees of an order beside what its shopper sees. Amounts are in the shop's currency. */
export type OrderForStaff = {
  subtotalShop: Money;
  discountShop: Money;
  shippingShop: Money;
  taxShop: Money;
  totalShop: Money;
  refundedShop: Money;
  shipBy: Date | null;
  closedAt: Date | null;
  test: boolean;
  confirmationNumber: string | null;
  /** what was paid in and paid out again so far, in the shopper's currency; null before Shopify was asked */
  ledger: { paid: Money; paidOut: Money } | null;
};

/** The staff's part of an order, or null when this shop has no such order. */
export async function orderForStaff(tx: ShopTx, orderId: string): Promise<OrderForStaff | null> {
  const row = await tx.db.order.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: orderId } },
    select: {
      currencyShop: true,
      subtotalShop: true,
      discountShop: true,
      shippingShop: true,
      taxShop: true,
      totalShop: true,
      refundedShop: true,
      shipBy: true,
      closedAt: true,
      test: true,
      confirmationNumber: true,
      ledger: { select: { paid: true, paidOut: true, currency: true } },
    },
  });
  if (!row) return null;
  const { ledger, currencyShop: currency, shipBy, closedAt, test, confirmationNumber } = row;
  const money = (amount: bigint): Money => ({ amount, currency });
  return {
    subtotalShop: money(row.subtotalShop),
    discountShop: money(row.discountShop),
    shippingShop: money(row.shippingShop),
    taxShop: money(row.taxShop),
    totalShop: money(row.totalShop),
    refundedShop: money(row.refundedShop),
    shipBy,
    closedAt,
    test,
    confirmationNumber,
    ledger: ledger && {
      paid: { amount: ledger.paid, currency: ledger.currency },
      paidOut: { amount: ledger.paidOut, currency: ledger.currency },
    },
  };
}

export type TimelineRow = { id: string; kind: string; actor: string; actorName: string | null; at: Date };
const MOST_FACTS = 100;

/** What is learnt in one moment happened in this order. */
const COURSE = ["order.placed", "order.shipped", "order.delivered"];
const later = (a: TimelineRow, b: TimelineRow) =>
  b.at.getTime() - a.at.getTime() || COURSE.indexOf(b.kind) - COURSE.indexOf(a.kind);

/** What happened to an order, its returns and conversations, the latest first; at most 100. */
export async function orderTimeline(tx: ShopTx, orderId: string): Promise<TimelineRow[]> {
  const rows = await tx.db.fact.findMany({
    where: { shopId: tx.shopId, orderId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_FACTS,
    select: { id: true, kind: true, actor: true, actorName: true, at: true },
  });
  return rows.sort(later);
}

export type OrderCounts = {
  /** is there any order at all? */
  any: boolean;
  /** placed since */
  placed: number;
  /** look-ups since that answered a shopper's question without staff */
  selfServed: number;
  /** has anybody ever looked an order up on the storefront? */
  lookedUp: boolean;
};

/** What came in since `since`; each counted up to `most`. */
export async function orderCounts(tx: ShopTx, since: Date, most: number): Promise<OrderCounts> {
  const { shopId } = tx;
  const rows = await tx.db.$queryRaw<OrderCounts[]>`
    select
      exists (select from orders where "shopId" = ${shopId}) as any,
      (select count(*)::int from (select from orders
        where "shopId" = ${shopId} and "placedAt" >= ${since} limit ${most}) a) as placed,
      (select count(*)::int from (select from lookup
        where "shopId" = ${shopId} and at >= ${since} and outcome in ('found', 'codeRight') limit ${most}) b) as "selfServed",
      exists (select from lookup where "shopId" = ${shopId}) as "lookedUp"`;
  return rows[0] ?? { any: false, placed: 0, selfServed: 0, lookedUp: false };
}

export type BackfillProgress = {
  state: "starting" | "waiting" | "reading" | "done";
  way: "bulk" | "pages";
  since: Date;
  taken: number;
  /** as far as Shopify has counted; null until it is known */
  total: number | null;
  finishedAt: Date | null;
};

/** How far the orders from before the installation have been read; null when nobody began. */
export async function backfillProgress(tx: ShopTx): Promise<BackfillProgress | null> {
  const where = { shopId_id: { shopId: tx.shopId, id: "orders" } };
  const select = { state: true, way: true, since: true, taken: true, total: true, finishedAt: true };
  return (await tx.db.backfill.findUnique({ where, select })) as BackfillProgress | null;
}
