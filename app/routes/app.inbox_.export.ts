import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { exportReport } from "~/features/inbox/export-report.server";
import { periodOf, reportSchema } from "~/features/inbox/report";
import { exportRecommendations } from "~/features/inbox/surveys/export-recommendations.server";
import { shopFace } from "~/features/settings/queries.server";

/** A period's conversations, or whether buyers recommend the shop, as comma-separated values, sent as they are read. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { days, of } = reportSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { profile } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, { thing: "export", screen: "inbox" });
    return shopFace(tx);
  });
  const period = periodOf(days, shop.now(), profile.timeZone);
  const asked = { ...period, timeZone: profile.timeZone };
  const [name, lines] =
    of === "recommendations"
      ? ["recommendations", exportRecommendations(shop, asked)]
      : ["inbox", exportReport(shop, asked)];
  return new Response(lines, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-${period.from}-${period.to}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
};
