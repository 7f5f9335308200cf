import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateOnly } from "~/doors/admin.server";

/** Addresses that Shopify's library answers by itself (the bounce page for a fresh session token). */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await authenticateOnly(request);
  throw new Response(null, { status: 404 });
};
