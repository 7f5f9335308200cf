import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { ReturnableUnitsDocument } from "./generated";

/** So many pieces of a parcel's line may come back, as Shopify sees it. */
export type ReturnableUnits = { fulfilmentLineId: string; quantity: number };

/** An order has at most this many parcels for us, as elsewhere. */
const MOST_PAGES = 5;

/**
 * What Shopify would let come back of an order (Admin API, `returnableFulfillments`): what was sent and is
 * neither in a return there nor refunded. An order it does not know has nothing.
 */
export async function fetchReturnableUnits(shopId: ShopId, orderId: string): Promise<ReturnableUnits[]> {
  const units: ReturnableUnits[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const variables: { orderId: string; after: string | null } = { orderId: gid("Order", orderId), after };
    const { returnableFulfillments } = await shopify(shopId, ReturnableUnitsDocument, variables, {
      urgency: "storefront",
    });
    for (const fulfilment of returnableFulfillments.nodes)
      for (const { quantity, fulfillmentLineItem } of fulfilment.returnableFulfillmentLineItems.nodes)
        units.push({ fulfilmentLineId: numberOf(fulfillmentLineItem.id), quantity });
    if (!returnableFulfillments.pageInfo.hasNextPage) break;
    after = returnableFulfillments.pageInfo.endCursor ?? null;
  }
  return units;
}
