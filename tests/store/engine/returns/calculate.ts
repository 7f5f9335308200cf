import { randomUUID } from "node:crypto";
import type { FulfillmentLine } from "../fulfillments/model";
import { ResolverError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { LineItem, Order } from "../orders/model";
import { discountedTotal, forUnits, lineLevelDiscountOf, lineTax, originalTotal } from "../orders/totals";
import { globalId } from "../state/ids";
import type { Variant } from "../state/model";
import { type Bag, minus, moneyBag, NOTHING, negative, share, times } from "../state/money";
import { type ExchangeLineInput, exchangeDiscount, exchangePrice } from "./exchanges";
import { restockingAmount } from "./lines";
import { feeAmount, type ReturnShippingFeeInput } from "./request";

interface Args {
  input: {
    orderId: string;
    returnLineItems?: {
      fulfillmentLineItemId: string;
      quantity: number;
      restockingFee?: { percentage: number } | null;
    }[];
    exchangeLineItems?: ExchangeLineInput[];
    returnShippingFee?: ReturnShippingFeeInput | null;
  };
}

/** A quote: what comes back to the shopper is negative, what the shopper owes is positive. */
export function returnCalculate(_: unknown, { input }: Args, { shop }: Context) {
  const order = shop.find<Order>("Order", input.orderId);
  if (!order) return null;
  const fee = input.returnShippingFee;
  return {
    id: calculatedId("CalculatedReturn"),
    returnLineItems: (input.returnLineItems ?? []).map((each) => {
      const line = shop.find<FulfillmentLine>("FulfillmentLineItem", each.fulfillmentLineItemId);
      if (line?.lineItem.order !== order) {
        throw new ResolverError("Fulfillment Line Item was not found.", "NOT_FOUND");
      }
      return quotedLine(line, each.quantity, each.restockingFee?.percentage ?? null);
    }),
    exchangeLineItems: (input.exchangeLineItems ?? []).map((each) => {
      const variant = each.variantId ? shop.variant(each.variantId) : undefined;
      if (!variant) throw new ResolverError("Product variant was not found.", "NOT_FOUND");
      return quotedExchange(exchangePrice(shop, order, variant), variant, order, each);
    }),
    returnShippingFee: fee
      ? {
          __typename: "CalculatedReturnShippingFee",
          id: calculatedId("CalculatedReturnShippingFee"),
          amountSet: moneyBag(feeAmount(order, fee.amount), order),
        }
      : null,
  };
}

function quotedLine(line: FulfillmentLine, quantity: number, percentage: number | null) {
  const { lineItem } = line;
  const { order } = lineItem;
  const beforeOrderDiscounts = minus(originalTotal(lineItem), lineLevelDiscountOf(lineItem));
  return {
    id: null,
    quantity,
    fulfillmentLineItem: line,
    restockingFee:
      percentage === null
        ? null
        : {
            __typename: "CalculatedRestockingFee",
            id: calculatedId("CalculatedRestockingFee"),
            percentage,
            amountSet: moneyBag(restockingAmount(line, quantity, percentage), order),
          },
    subtotalBeforeOrderDiscountsSet: moneyBag(
      negative(forUnits(beforeOrderDiscounts, quantity, lineItem)),
      order,
    ),
    subtotalSet: moneyBag(negative(forUnits(discountedTotal(lineItem), quantity, lineItem)), order),
    totalTaxSet: moneyBag(negative(forUnits(lineTax(lineItem), quantity, lineItem)), order),
  };
}

function quotedExchange(price: Bag, variant: Variant, order: Order, input: ExchangeLineInput) {
  const total = times(price, input.quantity);
  const discount = exchangeDiscount(order, total, input);
  const subtotal = minus(total, discount);
  return {
    id: null,
    quantity: input.quantity,
    variant,
    originalUnitPriceSet: moneyBag(price, order),
    discountedUnitPriceSet: moneyBag(share(subtotal, 1, input.quantity), order),
    subtotalSet: moneyBag(subtotal, order),
    totalTaxSet: moneyBag(exchangeTax(order, subtotal, variant.taxable), order),
    calculatedDiscountAllocations: [],
  };
}

/** Tax on what goes out follows the rates the order was taxed at. */
export function exchangeTax(order: Order, subtotal: Bag, taxable: boolean): Bag {
  const taxed: LineItem | undefined = order.lineItems.find((line) => line.taxLines.length > 0);
  if (!taxable || !taxed) return NOTHING;
  const rate = taxed.taxLines.reduce((sum, each) => sum + each.rate, 0);
  const scaled = Math.round(rate * 1_000_000);
  return order.taxesIncluded
    ? share(subtotal, scaled, 1_000_000 + scaled)
    : share(subtotal, scaled, 1_000_000);
}

function calculatedId(type: string): string {
  return globalId(type, randomUUID());
}
