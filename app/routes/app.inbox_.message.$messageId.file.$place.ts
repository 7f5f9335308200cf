import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { mailFile } from "~/features/inbox/mail-parts.server";
import { filePlaceSchema, idSchema } from "~/features/inbox/schema";

/** A file that came with a message, to be saved. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const [id, place] = [idSchema.safeParse(params.messageId), filePlaceSchema.safeParse(params.place)];
  const file = id.success && place.success ? await mailFile(shop, id.data, place.data) : null;
  if (file && id.success)
    await shop.transact((tx) => noteReading(tx, staff, ...lookedAt("file", id.data, "inbox")));
  if (!file) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return file;
};
