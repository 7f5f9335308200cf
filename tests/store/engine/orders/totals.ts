import { type Bag, minus, NOTHING, plus, share, times } from "../state/money";
import type { LineItem, Order, ShippingLine } from "./model";
import { currentQuantity, returnedQuantity } from "./quantities";

/** What an order costs, as bought and as it stands now. */

export function originalTotal(line: LineItem): Bag {
  return times(line.unitPrice, line.quantity);
}

export function discountOf(line: LineItem): Bag {
  return plus(...line.discountAllocations.map((each) => each.amount));
}

/** Discounts given to the line itself, as opposed to those that came with a code. */
export function lineLevelDiscountOf(line: LineItem): Bag {
  return plus(
    ...line.discountAllocations.filter((each) => each.discount.code === null).map((each) => each.amount),
  );
}

export function discountedTotal(line: LineItem): Bag {
  return minus(originalTotal(line), discountOf(line));
}

export function lineTax(line: LineItem): Bag {
  return plus(...line.taxLines.map((each) => each.price));
}

/** The share of an amount of the whole line that falls on some of its units. */
export function forUnits(amount: Bag, units: number, line: LineItem): Bag {
  return share(amount, units, line.quantity);
}

export function shippingPrice(line: ShippingLine): Bag {
  return minus(line.price, line.discount);
}

export function shippingTotal(order: Order): Bag {
  return plus(...order.shippingLines.filter((line) => !line.isRemoved).map(shippingPrice));
}

export function shippingTax(order: Order): Bag {
  return plus(
    ...order.shippingLines
      .filter((line) => !line.isRemoved)
      .flatMap((line) => line.taxLines.map((each) => each.price)),
  );
}

/** Lines as they were bought: an exchange's lines are not part of the purchase. */
export function boughtLines(order: Order): LineItem[] {
  return order.lineItems.filter((line) => !line.isExchange);
}

export function subtotal(order: Order): Bag {
  return plus(...boughtLines(order).map(discountedTotal));
}

export function totalTax(order: Order): Bag {
  return plus(...boughtLines(order).map(lineTax), shippingTax(order));
}

export function totalDiscounts(order: Order): Bag {
  return plus(...boughtLines(order).map(discountOf), ...order.shippingLines.map((line) => line.discount));
}

export function totalPrice(order: Order): Bag {
  return plus(subtotal(order), shippingTotal(order), order.taxesIncluded ? NOTHING : totalTax(order));
}

export function refundedShipping(order: Order): Bag {
  return plus(...order.refunds.flatMap((refund) => refund.shipping.map((each) => each.subtotal)));
}

export function refundedShippingTax(order: Order): Bag {
  return plus(...order.refunds.flatMap((refund) => refund.shipping.map((each) => each.tax)));
}

export function currentSubtotal(order: Order): Bag {
  return plus(...order.lineItems.map((line) => forUnits(discountedTotal(line), currentQuantity(line), line)));
}

export function currentShipping(order: Order): Bag {
  return minus(shippingTotal(order), refundedShipping(order));
}

export function currentTax(order: Order): Bag {
  const lines = order.lineItems.map((line) => forUnits(lineTax(line), currentQuantity(line), line));
  return plus(...lines, minus(shippingTax(order), refundedShippingTax(order)));
}

export function currentDiscounts(order: Order): Bag {
  return plus(...order.lineItems.map((line) => forUnits(discountOf(line), currentQuantity(line), line)));
}

/** What the shopper keeps, plus the fees that returns left behind. */
export function currentTotal(order: Order): Bag {
  const taxes = order.taxesIncluded ? NOTHING : currentTax(order);
  return plus(currentSubtotal(order), currentShipping(order), taxes, feesDue(order));
}

/** Restocking and return-shipping fees of what has been processed. */
export function feesDue(order: Order): Bag {
  const fees: Bag[] = [];
  for (const each of order.returns) {
    if (each.status !== "OPEN" && each.status !== "CLOSED") continue;
    const isProcessed = each.lineItems.some((line) => line.processedQuantity > 0);
    if (isProcessed) fees.push(...each.shippingFees.map((fee) => fee.amount));
    for (const line of each.lineItems) {
      if (line.restockingFee)
        fees.push(share(line.restockingFee.amount, line.processedQuantity, line.quantity));
    }
  }
  return plus(...fees);
}

export function hasReturnedUnits(order: Order): boolean {
  return order.lineItems.some((line) => returnedQuantity(line) > 0);
}
