import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { lookedAtList } from "~/features/customers/reading";
import { noteReading } from "~/features/customers/readings-store.server";
import { findOrders } from "~/features/orders/find-order-queries.server";
import { readListQuery } from "~/values/list-query";

/** What was found stays as it is when the page behind it is read again. */
export const shouldRevalidate = () => false;

/** Orders that staff mean by what they type (`?q=`), a few at a time (`?after=`). */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { q, after = null } = readListQuery(request.url);
  const found = await shop.transact(async (tx) => {
    await noteReading(tx, staff, lookedAtList("orders", q));
    return findOrders(tx, { query: q, after });
  });
  return { q, after, ...found };
};
