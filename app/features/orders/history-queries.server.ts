import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, writeCursor } from "~/values/cursor";
import type { Money } from "~/values/money";
import { type OrderStanding, type OrderState, orderState } from "./order-progress";

export type HistoryRow = {
  id: string;
  name: string;
  placedAt: Date;
  state: OrderState;
  /** how many things, as the order stands now */
  items: number;
  total: Money;
};

/** One page, the newest first, and where the next begins (null: no more). */
export type HistoryPage = { orders: HistoryRow[]; next: string | null };

/** Whose history: a signed-in customer's, or that of an e-mail address proven by a code. */
export type Whose = { customerId: string } | { emailKey: string };

const PAGE = 10;

/** A shopper's orders. Erased ones are left out. */
export async function historyPage(
  tx: ShopTx,
  whose: Whose,
  cursor: Cursor | null,
  most = PAGE,
): Promise<HistoryPage> {
  const found = await tx.db.$queryRaw<{ id: string; placedAt: Date }[]>(
    historySql(tx.shopId, whose, cursor, most + 1),
  );
  const page = found.slice(0, most);
  const last = page.at(-1);
  const rows =
    page.length > 0
      ? await standings(
          tx,
          page.map(({ id }) => id),
        )
      : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const orders = page.flatMap(({ id }): HistoryRow[] => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        id,
        name: row.name,
        placedAt: row.placedAt,
        state: orderState(row),
        items: row.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
        total: { amount: row.total, currency: row.currency },
      },
    ];
  });
  const more = found.length > most && last;
  return { orders, next: more ? writeCursor({ at: last.placedAt, id: last.id }) : null };
}

type Standing = OrderStanding & {
  id: string;
  name: string;
  placedAt: Date;
  total: bigint;
  currency: string;
};

// In plain SQL, as all that every page of a shopper reads: the database client takes longer to plan than to ask.
const standings = (tx: ShopTx, orderIds: string[]) =>
  tx.db.$queryRaw<Standing[]>`
    select o.id, o.name, o."placedAt", o."cancelledAt", o."fulfilmentStatus", o.total, o.currency,
      coalesce((
        select json_agg(json_build_object('needsShipping', l."needsShipping", 'currentQuantity', l."currentQuantity"))
        from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id), '[]') as lines,
      coalesce((
        select json_agg(json_build_object('state', f."parcelState"))
        from fulfilment f where f."shopId" = o."shopId" and f."orderId" = o.id), '[]') as parcels
    from orders o where o."shopId" = ${tx.shopId} and o.id = any(${orderIds})`;

/** The keyset query of a history, apart so that its plan can be tested. */
export function historySql(shopId: string, whose: Whose, cursor: Cursor | null, most: number): Prisma.Sql {
  const { sql, empty } = prismaClient.Prisma;
  const owner =
    "customerId" in whose ? sql`"customerId" = ${whose.customerId}` : sql`"emailKey" = ${whose.emailKey}`;
  const after = cursor ? sql`and ("placedAt", id) < (${cursor.at}, ${cursor.id})` : empty;
  return sql`
    select id, "placedAt" from orders
    where "shopId" = ${shopId} and ${owner} and "redactedAt" is null ${after}
    order by "placedAt" desc, id desc limit ${most}`;
}

/** Whose an order is, for deciding who may see it; null when this shop has no such order. */
export async function ownerOf(
  tx: ShopTx,
  orderId: string,
): Promise<{ customerId: string | null; emailKey: string | null } | null> {
  const [row] = await tx.db.$queryRaw<{ customerId: string | null; emailKey: string | null }[]>`
    select "customerId", "emailKey" from orders
    where "shopId" = ${tx.shopId} and id = ${orderId} and "redactedAt" is null`;
  return row ?? null;
}
