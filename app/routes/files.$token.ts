import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileByLink, staffOfLink } from "~/doors/file-link.server";
import { noteFileReading } from "~/features/customers/readings-store.server";

/** A file for whoever holds its link: labels that staff open from the admin. Which of them did is noted. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? "";
  const file = await fileByLink(token);
  const reader = file && staffOfLink(token);
  if (reader) await reader.shop.transact((tx) => noteFileReading(tx, reader));
  return file ?? new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
