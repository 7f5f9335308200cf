import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { lookupsPage } from "~/features/orders/look-up-queries.server";
import { AdminLookups } from "~/features/orders/ui/admin-lookups";
import { pagerUrls } from "~/ui/admin/pager";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { rows, ...page } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, { thing: "list", screen: "lookups" });
    return lookupsPage(tx, readListQuery(request.url));
  });
  return { lookups: rows, ...pagerUrls(page, "/app/lookups") };
};

export default function Lookups() {
  return <AdminLookups {...useLoaderData<typeof loader>()} />;
}
