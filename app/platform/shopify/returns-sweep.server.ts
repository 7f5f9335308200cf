import { numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { ReturnsByStatusDocument } from "./generated";

/** Orders with a return that is asked for or under way, in Shopify's own search. */
const UNDER_WAY = "return_status:return_requested OR return_status:in_progress";

/** The returns of orders that have one under way, a page at a time, those changed latest first. */
export async function fetchOrdersWithReturns(
  shopId: ShopId,
  after: string | null,
): Promise<{ returns: { id: string; orderId: string }[]; next: string | null }> {
  const { orders } = await shopify(
    shopId,
    ReturnsByStatusDocument,
    { query: UNDER_WAY, after },
    { urgency: "sweep" },
  );
  return {
    returns: orders.nodes.flatMap((order) =>
      order.returns.nodes.map((one) => ({ id: numberOf(one.id), orderId: numberOf(order.id) })),
    ),
    next: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
  };
}
