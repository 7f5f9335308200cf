import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileByLink } from "~/doors/file-link.server";

/** A file for whoever holds its link: labels that staff open from the admin. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const file = await fileByLink(params.token ?? "");
  return file ?? new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
