import type { LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, customerAccount } from "~/doors/customer-account.server";
import { openOrder } from "~/features/orders/open-order.server";
import { orderIdSchema } from "~/features/orders/schema";
import { statusView } from "~/features/orders/status-view";

/** Where one of the signed-in customer's orders is: state, parcels, tracking. Another's is as absent (404). */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: ACCOUNT_CORS });
  const { shop, customerId } = await customerAccount(request);
  const headers = { ...ACCOUNT_CORS, "cache-control": "no-store" };
  const named = orderIdSchema.safeParse(params.orderId).data;
  const { face, opened } = await openOrder(shop, { pass: null, customerId, named: named ?? "0" }, null);
  if (!opened) return Response.json({}, { status: statusOf["orders.notFound"], headers });
  const { storefrontUrl } = face.profile;
  const page = `${storefrontUrl}/apps/aftercare/order?o=${opened.order.id}`;
  return Response.json({ order: statusView(opened.order), page }, { headers });
}
