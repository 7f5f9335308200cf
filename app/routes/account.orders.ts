import type { LoaderFunctionArgs } from "@remix-run/node";
import { ACCOUNT_CORS, customerAccount } from "~/doors/customer-account.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { readCursor } from "~/values/cursor";
import { decimalText } from "~/values/money";

const MOST = 20;

/**
 * The signed-in customer's orders for our customer account extensions, the newest first, twenty at a time.
 * Answers a browser's question whether it may ask (OPTIONS) too.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: ACCOUNT_CORS });
  const { shop, customerId } = await customerAccount(request);
  const after = readCursor(new URL(request.url).searchParams.get("after"));
  const page = await shop.transact((tx) => historyPage(tx, { customerId }, after, MOST));
  const orders = page.orders.map(({ total, placedAt, ...order }) => ({
    ...order,
    placedAt: placedAt.toISOString(),
    total: { amount: decimalText(total), currencyCode: total.currency },
  }));
  return Response.json(
    { orders, next: page.next },
    { headers: { ...ACCOUNT_CORS, "cache-control": "no-store" } },
  );
}
