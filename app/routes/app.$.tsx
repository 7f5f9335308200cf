import type { LoaderFunctionArgs } from "@remix-run/node";
import { admin } from "~/doors/admin.server";

/** Any address of the admin that is none. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await admin(request);
  throw new Response(null, { status: 404 });
};

export default function Nowhere() {
  return null;
}
