import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { lookedAtList } from "~/features/customers/reading";
import { noteReading } from "~/features/customers/readings-store.server";
import { ordersPage } from "~/features/orders/staff-queries.server";
import { AdminOrderList } from "~/features/orders/ui/admin-order-list";
import { pagerUrls } from "~/ui/admin/pager";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const asked = readListQuery(request.url);
  const { rows, ...page } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, lookedAtList("orders", asked.q));
    return ordersPage(tx, { ...asked, query: asked.q });
  });
  return { orders: rows, query: asked.q, ...pagerUrls(page, "/app/orders", { q: asked.q }) };
};

export default function Orders() {
  return <AdminOrderList {...useLoaderData<typeof loader>()} Form={Form} />;
}
