import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { businessHours } from "~/features/inbox/promise-store.server";
import {
  type ExportOf,
  exportName,
  MOST_COUNTED,
  PERIODS,
  partsOf,
  periodOf,
  reportSchema,
  totalsOf,
  volumeOf,
} from "~/features/inbox/report";
import { reportRows } from "~/features/inbox/report-queries.server";
import { trendsOf } from "~/features/inbox/report-trends";
import { attainment } from "~/features/inbox/sla/attainment-queries.server";
import { recommendedRows } from "~/features/inbox/surveys/recommendation-queries.server";
import { recommendationReport } from "~/features/inbox/surveys/recommendation-report";
import { AdminReport } from "~/features/inbox/ui/admin-report";
import { openFile } from "~/features/returns/ui/open-file";

/** How the inbox did in a period. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const { days } = reportSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return shop.transact(async (tx) => {
    const { hours, timeZone } = await businessHours(tx);
    const period = periodOf(days, tx.now, timeZone);
    const found = await reportRows(tx, { ...period, timeZone }, null, MOST_COUNTED + 1);
    const rows = found.slice(0, MOST_COUNTED);
    const recommended = await recommendedRows(tx, { ...period, timeZone }, null, MOST_COUNTED);
    const by = (dimension: Parameters<typeof partsOf>[1]) => partsOf(rows, dimension, hours, tx.now);
    const targets = await attainment(tx, { ...period, timeZone });
    const exports: ExportOf[] = [
      "conversations",
      ...(targets.length > 0 ? ["targets" as const] : []),
      ...(recommended.length > 0 ? ["recommendations" as const] : []),
    ];
    return {
      targets,
      totals: totalsOf(rows, hours, tx.now),
      isCapped: found.length > rows.length,
      ...volumeOf(rows, period, timeZone),
      trends: trendsOf(rows, recommended, period, hours),
      recommending: recommended.length > 0 ? recommendationReport(recommended) : null,
      parts: { channel: by("channel"), reason: by("reason"), person: by("person"), product: by("product") },
      periods: PERIODS.map((one) => ({
        days: one,
        url: `/app/inbox/report?days=${one}`,
        isShown: one === days,
      })),
      exports: exports.map((of) => ({
        of,
        url: `/app/inbox/export?days=${days}&of=${of}`,
        name: exportName(of, period),
      })),
      days,
    };
  });
};

export default function Report() {
  const { days, ...shown } = useLoaderData<typeof loader>();
  return <AdminReport {...shown} key={days} onExport={({ url, name }) => openFile(url, name)} />;
}
