import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { adminInFull } from "~/doors/admin.server";
import { readers, readingsPage } from "~/features/customers/readings-store.server";
import { readingsQuery } from "~/features/customers/schema";
import { ReadingsPage } from "~/features/customers/ui/readings-page";
import { pagerUrls } from "~/ui/admin/pager";
import { saveFile } from "~/ui/admin/save-file";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await adminInFull(request);
  const asked = readingsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { after, before } = readListQuery(request.url);
  return shop.transact(async (tx) => {
    const { rows, ...page } = await readingsPage(tx, { ...asked, after, before });
    return {
      readings: rows,
      readers: await readers(tx),
      ...asked,
      ...pagerUrls(page, "/app/privacy/readings", asked),
    };
  });
};

export default function Readings() {
  const shown = useLoaderData<typeof loader>();
  const of = new URLSearchParams({ staff: shown.staff, of: shown.of });
  const download = () => saveFile(`/app/privacy/readings/export?${of}`, "who-read-what.csv");
  return <ReadingsPage {...shown} Form={Form} onExport={() => void download()} />;
}
