import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { handOverFile } from "~/features/customers/hand-over-file.server";
import { gatheredFileQuery } from "~/features/customers/schema";

/** What was gathered for a shopper, to be saved and handed over; who took it is noted. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_customers");
  const asked = gatheredFileQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const file = asked.success ? await handOverFile(shop, asked.data, staff) : null;
  if (!file) throw new Response(null, { status: statusOf["customers.fileNotFound"] });
  return file;
};
