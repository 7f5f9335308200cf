import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { COUNTED_AT_MOST, countReturns, returnsPage } from "~/features/returns/staff-queries.server";
import { readTab } from "~/features/returns/tabs";
import { AdminReturnList } from "~/features/returns/ui/admin-return-list";
import { pagerUrls } from "~/ui/admin/pager";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_returns");
  const { q: query, state, ...cursors } = readListQuery(request.url);
  const tab = readTab(state);
  return shop.transact(async (tx) => {
    const { rows, ...page } = await returnsPage(tx, { tab, query, ...cursors });
    return {
      returns: rows,
      counts: await countReturns(tx),
      countedAtMost: COUNTED_AT_MOST,
      tab,
      query,
      ...pagerUrls(page, "/app/returns", { q: query, state: tab }),
    };
  });
};

export default function Returns() {
  return <AdminReturnList {...useLoaderData<typeof loader>()} Form={Form} />;
}
