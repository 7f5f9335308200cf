import { ask } from "../actions/ask";
import type { OrderPage } from "../actions/read-order";
import type { Store } from "../store";

interface Returnable {
  returnableFulfillments: {
    nodes: {
      returnableFulfillmentLineItems: {
        nodes: { quantity: number; fulfillmentLineItem: { lineItem: { id: string } } }[];
      };
    }[];
  };
}

/**
 * What the Customer Account API says of an order's returns, as far as the app asks: this shop has no return rules of
 * its own, so all that was sent and is in no return may come back.
 */
export async function returnInformation(store: Store, shop: string, order: OrderPage) {
  const { returnableFulfillments } = await ask<Returnable>(
    store,
    shop,
    `query ReturnInformation($id: ID!) { returnableFulfillments(orderId: $id, first: 20) { nodes {
      returnableFulfillmentLineItems(first: 100) { nodes { quantity fulfillmentLineItem { lineItem { id } } } }
    } } }`,
    { id: order.id },
  );
  const units = returnableFulfillments.nodes.flatMap((one) => one.returnableFulfillmentLineItems.nodes);
  const lines = order.lineItems.nodes.map((line) => {
    const open = units
      .filter((unit) => unit.fulfillmentLineItem.lineItem.id === line.id)
      .reduce((sum, unit) => sum + unit.quantity, 0);
    return { lineItem: { id: line.id }, open, unsent: line.unfulfilledQuantity, all: line.quantity };
  });
  return {
    returnInformation: {
      returnableLineItems: {
        nodes: lines
          .filter(({ open }) => open > 0)
          .map(({ open, lineItem }) => ({ quantity: open, lineItem })),
      },
      nonReturnableLineItems: {
        nodes: lines
          .filter(({ open, all }) => open < all)
          .map(({ lineItem, open, unsent, all }) => ({
            lineItem,
            quantityDetails: [
              { reasonCode: "UNFULFILLED", quantity: unsent },
              { reasonCode: "RETURNED", quantity: all - unsent - open },
            ].filter(({ quantity }) => quantity > 0),
          })),
      },
    },
  };
}
