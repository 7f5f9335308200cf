import prismaClient, { type Prisma } from "@prisma/client";
import { emailKey, orderNameKey } from "~/values/keys";
import { readRma } from "./rma";
import { trackingNumbersIn } from "./scan-queries.server";

const { sql, join } = prismaClient.Prisma;

/** The highest text there is, for "starts with" as a range that a plain index can answer. */
const LAST = "\u{10FFFF}";
const MOST_ORDERS = 50;
const MOST_OF_PERSON = 200;
const MOST_PARCELS = 20;
const MOST_THINGS = 500;
/** A shorter beginning of a title is half the catalogue. */
const SHORTEST_TITLE = 3;

/**
 * The condition that a return `r` is what somebody looks for: a return number alone when it is one; else an
 * e-mail address; else all that is called so: an order's name from its start, a tracking number, the start of
 * a SKU or title. Every part reads an index of its own, and gives the latest.
 */
export function foundSql(shopId: string, query: string): Prisma.Sql {
  const rma = readRma(query);
  const parts = rma
    ? [ofNumber(shopId, rma), ...ofText(shopId, query)]
    : query.includes("@")
      ? [ofAddress(shopId, query)]
      : ofText(shopId, query);
  // an array is made once; as a join Postgres may prefer to read the whole table
  return sql`and r.id = any(array(${join(parts, " union ")}))`;
}

const ofNumber = (shopId: string, rma: string) =>
  sql`(select x.id from "return" x where x."shopId" = ${shopId} and x.rma = ${rma})`;

const ofAddress = (shopId: string, text: string) =>
  sql`(select x.id from (select id from orders where "shopId" = ${shopId} and "emailKey" = ${emailKey(text)}
      order by "placedAt" desc limit ${MOST_OF_PERSON}) o
    join "return" x on x."shopId" = ${shopId} and x."orderId" = o.id)`;

const ofParcel = (shopId: string, numbers: readonly string[]): Prisma.Sql[] =>
  numbers.length === 0
    ? []
    : [
        sql`(select x."returnId" from return_label x where x."shopId" = ${shopId}
          and x."trackingNumber" in (${join([...numbers])}) limit ${MOST_PARCELS})`,
        sql`(select x."returnId" from label_purchase x where x."shopId" = ${shopId}
          and x."trackingNumber" in (${join([...numbers])}) limit ${MOST_PARCELS})`,
      ];

function ofText(shopId: string, text: string): Prisma.Sql[] {
  const name = orderNameKey(text);
  const lower = text.toLowerCase();
  const startsWith = (column: Prisma.Sql) => sql`(select l."returnId" from return_line l
    where l."shopId" = ${shopId} and ${column} >= ${lower} and ${column} < ${lower + LAST}
    order by l."returnId" desc limit ${MOST_THINGS})`;
  const named = sql`(select x.id from (select o.id from orders o where o."shopId" = ${shopId} and o."nameKey" >= ${name}
        and o."nameKey" < ${name + LAST}
        and exists (select from "return" y where y."shopId" = o."shopId" and y."orderId" = o.id)
        order by o."nameKey" limit ${MOST_ORDERS}) o
      join "return" x on x."shopId" = ${shopId} and x."orderId" = o.id)`;
  return [
    ...(name ? [named] : []),
    ...ofParcel(shopId, trackingNumbersIn(text)),
    startsWith(sql`l."skuKey"`),
    ...(text.length >= SHORTEST_TITLE ? [startsWith(sql`l."titleKey"`)] : []),
  ];
}
