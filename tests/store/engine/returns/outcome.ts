import type { Context } from "../graphql/resolvers";
import { netPayment } from "../orders/payments";
import { shippingTaxShare } from "../orders/refunds";
import { allocation, shippingRefund } from "../orders/suggested-refund";
import { discountedTotal, discountOf, forUnits, lineTax } from "../orders/totals";
import {
  atLeastNothing,
  atMost,
  type Bag,
  minus,
  moneyBag,
  NOTHING,
  negative,
  plus,
  share,
  times,
} from "../state/money";
import { exchangeTax } from "./calculate";
import type { ExchangeLine, Return, ReturnLine } from "./model";
import { type RefundShippingInput, shippingToRefund } from "./process";

interface Args {
  returnLineItems: { id: string; quantity: number }[];
  exchangeLineItems: { id: string; quantity: number }[];
  refundShipping?: RefundShippingInput | null;
  refundMethodAllocation?: string | null;
}

/** What is owed once these lines are processed: a refund, an invoice, or nothing. */
export function suggestedFinancialOutcome(from: Return, args: Args, { shop }: Context) {
  const { order } = from;
  const returned = args.returnLineItems.flatMap(({ id, quantity }) => {
    const line = shop.find<ReturnLine>("ReturnLineItem", id);
    return line?.return === from ? [{ line, quantity }] : [];
  });
  const exchanged = args.exchangeLineItems.flatMap(({ id, quantity }) => {
    const line = shop.find<ExchangeLine>("ExchangeLineItem", id);
    return line?.return === from ? [{ line, quantity }] : [];
  });
  const forReturned = (bag: (line: ReturnLine["fulfillmentLine"]["lineItem"]) => Bag) =>
    plus(
      ...returned.map(({ line, quantity }) =>
        forUnits(bag(line.fulfillmentLine.lineItem), quantity, line.fulfillmentLine.lineItem),
      ),
    );
  const subtotal = forReturned(discountedTotal);
  const tax = forReturned(lineTax);
  const goingOut = plus(...exchanged.map(({ line, quantity }) => exchangeCost(line, quantity)));
  const shipping = shippingToRefund(order, args.refundShipping ?? null);
  const rate = order.shippingLines.find((each) => !each.isRemoved);
  const shippingTax = rate && !order.taxesIncluded ? shippingTaxShare(rate, shipping) : NOTHING;
  const back = plus(subtotal, order.taxesIncluded ? NOTHING : tax, shipping, shippingTax);
  const owed = minus(back, goingOut, fees(from, returned));
  const maximum = atLeastNothing(netPayment(order));
  return {
    discountedSubtotal: moneyBag(subtotal, order),
    totalTax: moneyBag(tax, order),
    totalDuties: moneyBag(NOTHING, order),
    totalAdditionalFees: moneyBag(NOTHING, order),
    totalCartDiscountAmount: moneyBag(forReturned(discountOf), order),
    maximumRefundable: moneyBag(maximum, order),
    refundDuties: [],
    shipping: shippingRefund(order, shipping, shippingTax),
    financialTransfer: transfer(
      from,
      owed,
      maximum,
      args.refundMethodAllocation ?? "ORIGINAL_PAYMENT_METHODS",
    ),
  };
}

function transfer(from: Return, owed: Bag, maximum: Bag, method: string) {
  const { order } = from;
  if (owed.presentment < 0)
    return { __typename: "InvoiceReturnOutcome", amount: moneyBag(negative(owed), order) };
  if (owed.presentment === 0) return null;
  const amount = atMost(owed, maximum);
  return {
    __typename: "RefundReturnOutcome",
    amount: moneyBag(amount, order),
    ...allocation(order, amount, maximum, method),
  };
}

function exchangeCost(line: ExchangeLine, quantity: number): Bag {
  const { order } = line.return;
  const price = minus(times(line.unitPrice, quantity), share(line.discount, quantity, line.quantity));
  return order.taxesIncluded ? price : plus(price, exchangeTax(order, price, line.variant?.taxable ?? false));
}

/** Restocking for the units at hand; return shipping is charged once. */
function fees(from: Return, returned: { line: ReturnLine; quantity: number }[]): Bag {
  const restocking = returned.map(({ line, quantity }) =>
    line.restockingFee ? share(line.restockingFee.amount, quantity, line.quantity) : NOTHING,
  );
  const isFirst = from.lineItems.every((line) => line.processedQuantity === 0);
  return plus(...restocking, ...(isFirst ? from.shippingFees.map((fee) => fee.amount) : []));
}
