import type { LoaderFunctionArgs } from "@remix-run/node";
import { mailPictureByToken } from "~/doors/mail-picture.server";

/** A picture of a mail from elsewhere, for the frame in which staff look at it. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const picture = await mailPictureByToken(params.token ?? "");
  return picture ?? new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
