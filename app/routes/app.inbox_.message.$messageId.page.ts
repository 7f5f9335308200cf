import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { mailPage } from "~/features/inbox/mail-parts.server";
import { idSchema } from "~/features/inbox/schema";

/** A message as its sender designed it, made safe, for the frame that shows it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.messageId);
  const page = id.success ? await mailPage(shop, id.data) : null;
  if (!page) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return Response.json(page, { headers: { "cache-control": "private, no-store" } });
};
