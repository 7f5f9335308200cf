import type { LoaderFunctionArgs } from "@remix-run/node";
import { brandImageByToken } from "~/doors/brand-image.server";

/** A shop's logo, for the mails it stands in. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const image = await brandImageByToken(params.token ?? "");
  return image ?? new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
