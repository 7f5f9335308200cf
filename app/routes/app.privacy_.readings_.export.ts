import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminInFull } from "~/doors/admin.server";
import { exportReadings } from "~/features/customers/export-readings.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { readingsQuery } from "~/features/customers/schema";

/** Who looked at what as comma-separated values, sent as they are read. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminInFull(request);
  const asked = readingsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  await shop.transact((tx) => noteReading(tx, staff, { thing: "export", screen: "privacy" }));
  return new Response(exportReadings(shop, asked), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="who-read-what.csv"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
};
