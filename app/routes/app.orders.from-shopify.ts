import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { orderIdSchema } from "~/features/orders/schema";

/**
 * Where "More actions" on an order in Shopify's admin leads: Shopify adds the order's number as `id`, beside what
 * every embedded page is opened with, which the order's own page needs
 * (https://shopify.dev/docs/apps/build/admin/admin-links).
 */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const id = orderIdSchema.safeParse(searchParams.get("id"));
  if (!id.success) throw new Response(null, { status: statusOf["orders.notFound"] });
  searchParams.delete("id");
  return redirect(`/app/orders/${id.data}?${searchParams}`);
};
