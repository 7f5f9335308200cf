import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { noteReading } from "~/features/customers/readings-store.server";
import { printSchema } from "~/features/returns/label-schema";
import { printLabels } from "~/features/returns/print-labels.server";
import { shopFace } from "~/features/settings/queries.server";
import { LETTER_COUNTRIES } from "~/values/paper";

/** The labels of up to 200 returns in one PDF, sent as they are drawn. On the paper of the shop's country. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const asked = printSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const { profile } = await shop.transact(async (tx) => {
    await noteReading(tx, staff, { thing: "export", screen: "returns" });
    return shopFace(tx);
  });
  const usual = LETTER_COUNTRIES.test(profile.address.country ?? "") ? "Letter" : "A4";
  const pdf = await printLabels(shop, asked.data.ids, asked.data.format ?? usual);
  if (!pdf) throw new Response(null, { status: statusOf["returns.notFound"] });
  return new Response(Readable.toWeb(Readable.from(pdf)) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="return-labels.pdf"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
};
