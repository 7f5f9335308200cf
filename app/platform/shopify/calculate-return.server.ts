import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { CalculateReturnDocument } from "./generated";
import type { Urgency } from "./lane.server";
import { pair } from "./read-order";

export type AskedReturn = {
  orderId: string;
  lines: { fulfilmentLineId: string; quantity: number }[];
  exchange: { variantId: string; quantity: number }[];
};

/** Shopify's figures for a return that is only asked about, before fees; all amounts are above 0. */
export type CalculatedReturn = {
  currency: string;
  /** in the order of what was asked; `tax` is in `subtotal` when the order's prices hold it */
  lines: { fulfilmentLineId: string; quantity: number; subtotal: bigint; tax: bigint }[];
  /** what is sent instead, at today's price */
  exchange: { variantId: string; quantity: number; subtotal: bigint; tax: bigint }[];
};

/** Asks Shopify what things that come back are worth and what others cost. Null when it cannot say. */
export async function calculateReturn(
  shopId: ShopId,
  asked: AskedReturn,
  urgency: Urgency,
): Promise<CalculatedReturn | null> {
  const { returnCalculate: answer } = await shopify(
    shopId,
    CalculateReturnDocument,
    {
      input: {
        orderId: gid("Order", asked.orderId),
        returnLineItems: asked.lines.map((line) => ({
          fulfillmentLineItemId: gid("FulfillmentLineItem", line.fulfilmentLineId),
          quantity: line.quantity,
        })),
        exchangeLineItems: asked.exchange.map((line) => ({
          variantId: gid("ProductVariant", line.variantId),
          quantity: line.quantity,
        })),
      },
    },
    { urgency },
  );
  if (!answer) return null;
  const currencies = [...answer.returnLineItems, ...answer.exchangeLineItems].map(
    (line) => line.subtotalSet.presentmentMoney.currencyCode,
  );
  return {
    currency: currencies[0] ?? "",
    lines: answer.returnLineItems.map((line) => ({
      fulfilmentLineId: numberOf(line.fulfillmentLineItem.id),
      quantity: line.quantity,
      // What comes back to the shopper is negative there.
      subtotal: -pair(line.subtotalSet).presentment.amount,
      tax: -pair(line.totalTaxSet).presentment.amount,
    })),
    exchange: answer.exchangeLineItems.map((line) => ({
      variantId: line.variant ? numberOf(line.variant.id) : "",
      quantity: line.quantity,
      subtotal: pair(line.subtotalSet).presentment.amount,
      tax: pair(line.totalTaxSet).presentment.amount,
    })),
  };
}
