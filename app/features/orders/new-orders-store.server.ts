import type { ShopTx } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { asNew, customerRow, lineRow, orderRow } from "./store.server";

/**
 * Writes orders that came by webhook or in bulk, with their customers, lines and ledgers, in one statement, unless they
 * are there already. Answers the ids of those it wrote. Rows go in the order of their ids, so that two
 * batches with the same orders or customers wait for each other only one way round.
 */
export async function addNewOrders(
  tx: ShopTx,
  orders: ShopifyOrder[],
  { backfill = false } = {},
): Promise<Set<string>> {
  if (orders.length === 0) return new Set();
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    with written as (
      insert into orders select * from json_populate_recordset(null::orders, ${ordersOf(tx, orders, backfill)}::json)
      order by id on conflict ("shopId", id) do nothing returning id, "customerId"),
    customers as (
      insert into customer select * from json_populate_recordset(null::customer, ${customersOf(tx, orders)}::json)
      where id in (select "customerId" from written) order by id
      on conflict ("shopId", id) do update set email = excluded.email, "emailKey" = excluded."emailKey",
        "firstName" = excluded."firstName", "lastName" = excluded."lastName", phone = excluded.phone,
        locale = coalesce(excluded.locale, customer.locale), tags = excluded.tags, "updatedAt" = excluded."updatedAt"
      where customer."updatedAt" <= excluded."updatedAt" and customer."redactedAt" is null),
    lines as (
      insert into order_line select * from json_populate_recordset(null::order_line, ${linesOf(tx, orders)}::json)
      where "orderId" in (select id from written)),
    ledgers as (
      insert into ledger ("shopId", id, currency, paid)
      select "shopId", id, currency, paid from json_populate_recordset(null::ledger, ${ledgersOf(tx, orders)}::json)
      where id in (select id from written))
    select id from written`;
  return new Set(rows.map((row) => row.id));
}

/** The latest word on each customer: one statement cannot write the same row twice. */
function customersOf(tx: ShopTx, orders: ShopifyOrder[]): string {
  const latest = new Map<string, NonNullable<ShopifyOrder["customer"]>>();
  for (const { customer } of orders) {
    const other = customer && latest.get(customer.id);
    if (customer && (!other || customer.updatedAt > other.updatedAt)) latest.set(customer.id, customer);
  }
  return json([...latest.values()].map((customer) => customerRow(tx, customer)));
}

// What the table fills by default has to be said here: a row made of JSON has every column.
const ordersOf = (tx: ShopTx, orders: ShopifyOrder[], backfilled: boolean) =>
  json(
    orders.map((order) => ({
      ...orderRow(order),
      shopId: tx.shopId,
      id: order.id,
      shippingAddress: order.shippingAddress,
      billingAddress: order.billingAddress,
      refunded: 0,
      refundedShop: 0,
      backfilled,
    })),
  );

const linesOf = (tx: ShopTx, orders: ShopifyOrder[]) =>
  json(
    orders.flatMap((order) =>
      order.lines.map((line, position) => asNew(lineRow(tx, order.id, line, position))),
    ),
  );

const ledgersOf = (tx: ShopTx, orders: ShopifyOrder[]) =>
  json(orders.map(({ id, currency, paid }) => ({ shopId: tx.shopId, id, currency, paid })));

/** Amounts are bigints, which JSON has no word for; Postgres reads their digits. */
const json = (rows: unknown[]): string =>
  JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
