import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { mailIdSchema } from "~/features/inbox/schema";
import { rawMail } from "~/features/inbox/staff-queries.server";

/** A mail as it came, to be saved: never shown by the browser, whatever is in it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = mailIdSchema.safeParse(params.mailId);
  const raw = id.success
    ? await shop.transact(async (tx) => {
        const kept = await rawMail(tx, id.data);
        if (kept) await noteReading(tx, staff, ...lookedAt("mail", id.data, "inbox"));
        return kept;
      })
    : null;
  if (!raw) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return new Response(new Uint8Array(raw), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": 'attachment; filename="mail.eml"',
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    },
  });
};
