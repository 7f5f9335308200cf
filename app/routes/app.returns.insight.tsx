import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { bucketsOf, insightSchema, spanOf } from "~/features/returns/insight";
import {
  insightTotals,
  reasonsOverTime,
  reasonTotals,
  repeatReturners,
  thingsMostReturned,
  titleOfProduct,
} from "~/features/returns/insight-queries.server";
import { AdminInsight } from "~/features/returns/ui/admin-insight";
import { openFile } from "~/features/returns/ui/open-file";
import { shopFace } from "~/features/settings/queries.server";
import { addDays } from "~/values/calendar";

const SPANS = [30, 90, 365];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_returns");
  const asked = insightSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return shop.transact(async (tx) => {
    const { profile } = await shopFace(tx);
    const span = spanOf(asked, tx.now, profile.timeZone);
    const product = asked.product ? await titleOfProduct(tx, asked.product) : null;
    const of = { span, product: product?.id ?? null, timeZone: profile.timeZone, currency: profile.currency };
    const today = spanOf({}, tx.now, profile.timeZone).to;
    const address = (path: string, days: { from: string; to: string }) =>
      `${path}?${new URLSearchParams({ ...days, ...(product ? { product: product.id } : {}) })}`;
    return {
      span,
      product,
      totals: await insightTotals(tx, of),
      buckets: bucketsOf(span),
      overTime: await reasonsOverTime(tx, of),
      reasons: await reasonTotals(tx, of),
      things: await thingsMostReturned(tx, of),
      returners: await repeatReturners(tx, of),
      spans: SPANS.map((days) => ({
        days,
        url: address("/app/returns/insight", { from: addDays(today, 1 - days), to: today }),
      })),
      exportUrl: address("/app/returns/export", span),
    };
  });
};

export default function Insight() {
  const shown = useLoaderData<typeof loader>();
  return (
    <AdminInsight
      {...shown}
      key={shown.exportUrl}
      Form={Form}
      onExport={(url) => openFile(url, `returns-${shown.span.from}-${shown.span.to}.csv`)}
    />
  );
}
