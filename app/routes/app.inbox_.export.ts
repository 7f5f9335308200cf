import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { exportReport } from "~/features/inbox/export-report.server";
import { exportName, periodOf, reportSchema } from "~/features/inbox/report";
import { exportTargets } from "~/features/inbox/sla/export-targets.server";
import { exportRecommendations } from "~/features/inbox/surveys/export-recommendations.server";
import { shopFace } from "~/features/settings/queries.server";

/** A period's conversations, how targets were met, or whether buyers recommend the shop, as comma-separated values. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { days, of } = reportSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { profile } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, { thing: "export", screen: "inbox" });
    return shopFace(tx);
  });
  const period = periodOf(days, shop.now(), profile.timeZone);
  const asked = { ...period, timeZone: profile.timeZone };
  const lines = {
    conversations: exportReport,
    targets: exportTargets,
    recommendations: exportRecommendations,
  }[of](shop, asked);
  return new Response(await lines, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${exportName(of, period)}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
};
