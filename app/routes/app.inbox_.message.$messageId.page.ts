import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { mailPage } from "~/features/inbox/mail-parts.server";
import { idSchema } from "~/features/inbox/schema";

/** A message as its sender designed it, made safe, for the frame that shows it; `pictures`: with those from elsewhere. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.messageId);
  const remote = new URL(request.url).searchParams.has("pictures");
  const page = id.success ? await mailPage(shop, id.data, { remote }) : null;
  if (page && id.success)
    await shop.transact((tx) => noteReading(tx, staff, ...lookedAt("mail", id.data, "inbox")));
  if (!page) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return Response.json(page, { headers: { "cache-control": "private, no-store" } });
};
