import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { exportReturns } from "~/features/returns/export-returns.server";
import { insightSchema, spanOf } from "~/features/returns/insight";
import { shopFace } from "~/features/settings/queries.server";

/** The returns of a span as comma-separated values, sent as they are read. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const asked = insightSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { profile } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, { thing: "export", screen: "returns" });
    return shopFace(tx);
  });
  const span = spanOf(asked, shop.now(), profile.timeZone);
  const { timeZone, currency } = profile;
  const lines = exportReturns(shop, { span, product: asked.product ?? null, timeZone, currency });
  return new Response(lines, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="returns-${span.from}-${span.to}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
};
