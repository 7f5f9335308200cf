import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Cell } from "~/values/csv";
import type { Cursor } from "~/values/cursor";
import { decimalText } from "~/values/money";
import { type InsightAsked, linesSql } from "./insight-queries.server";

const { sql, empty } = prismaClient.Prisma;

/** The columns of the export, in their order. Nobody's name or address is among them. */
export const EXPORT_COLUMNS = [
  "return",
  "order",
  "asked_at",
  "state",
  "method",
  "country",
  "gift",
  "product_id",
  "variant_id",
  "title",
  "variant",
  "sku",
  "quantity",
  "reason",
  "note",
  "outcome",
  "value",
  "currency",
  "received",
  "accepted",
  "rejected",
  "disposition",
  "refunded_at",
] as const;

type RawLine = Record<(typeof EXPORT_COLUMNS)[number], string | number | boolean | Date | null> & {
  id: string;
  value: bigint;
  at: Date;
};

const LINES_AT_ONCE = 500;

/** A page of the export: its rows, and from where the next one goes on (null: it was the last). */
export async function exportPage(
  tx: ShopTx,
  of: InsightAsked,
  from: Cursor | null,
): Promise<{ rows: Cell[][]; next: Cursor | null }> {
  const [returnId, lineId] = from?.id.split(" ") ?? [];
  // the first condition is what the index can begin at
  const beyond = from
    ? sql`and r."requestedAt" >= ${from.at} and (r."requestedAt", r.id, l.id) > (${from.at}, ${returnId}, ${lineId})`
    : empty;
  const rows = await tx.db.$queryRaw<(RawLine & { lineId: string })[]>(sql`
    select r.id, l.id as "lineId", r."requestedAt" as at, r.rma as return, o.name as order, r."requestedAt" as asked_at, r.state, r.method, r.country, r.gift,
      l."productId" as product_id, l."variantId" as variant_id, b.title, b."variantTitle" as variant, b.sku, l.quantity, l.reason,
      coalesce(l.note, r.note) as note, l.outcome, l."valueShop" as value, o."currencyShop" as currency, l."receivedQuantity" as received,
      l."acceptedQuantity" as accepted, l."rejectedQuantity" as rejected, l.disposition, r."refundedAt" as refunded_at
    from (select r.*, l.id as line_id ${linesSql(tx, of)} ${beyond}
      order by r."requestedAt", r.id, l.id limit ${LINES_AT_ONCE}) r
    join return_line l on l."shopId" = r."shopId" and l.id = r.line_id
    join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    join order_line b on b."shopId" = l."shopId" and b.id = l."orderLineId"
    order by r."requestedAt", r.id, l.id`);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => EXPORT_COLUMNS.map((name) => cellOf(row, name))),
    next: last && rows.length === LINES_AT_ONCE ? { at: last.at, id: `${last.id} ${last.lineId}` } : null,
  };
}

function cellOf(row: RawLine, name: (typeof EXPORT_COLUMNS)[number]): Cell {
  if (name === "value") return decimalText({ amount: row.value, currency: String(row.currency) });
  const value = row[name];
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
