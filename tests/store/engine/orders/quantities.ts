import type { LineItem } from "./model";

/** How many units of a line are where. Everything is counted from what happened, nothing is kept twice. */

export function fulfilledQuantity(line: LineItem): number {
  return sum(
    line.order.fulfillments
      .filter((fulfillment) => fulfillment.status === "SUCCESS")
      .flatMap((fulfillment) => fulfillment.lineItems)
      .filter((each) => each.lineItem === line)
      .map((each) => each.quantity),
  );
}

export function refundedQuantity(line: LineItem): number {
  return sum(refundLines(line).map((each) => each.quantity));
}

/** Units taken back through returns that have been processed. */
export function returnedQuantity(line: LineItem): number {
  return sum(
    line.order.returns
      .filter((each) => each.status === "OPEN" || each.status === "CLOSED")
      .flatMap((each) => each.lineItems)
      .filter((each) => each.fulfillmentLine.lineItem === line)
      .map((each) => each.processedQuantity),
  );
}

/** Units refunded outside of a return. */
export function directlyRefundedQuantity(line: LineItem): number {
  return sum(
    line.order.refunds
      .filter((refund) => refund.return === null)
      .flatMap((refund) => refund.lineItems)
      .filter((each) => each.lineItem === line)
      .map((each) => each.quantity),
  );
}

export function currentQuantity(line: LineItem): number {
  return Math.max(
    0,
    line.quantity - line.removedQuantity - directlyRefundedQuantity(line) - returnedQuantity(line),
  );
}

export function refundableQuantity(line: LineItem): number {
  return Math.max(0, line.quantity - line.removedQuantity - refundedQuantity(line));
}

/** Units taken off the packing list: refunded before they were sent, and not kept for sending. */
export function cancelledQuantity(line: LineItem): number {
  return sum(
    refundLines(line)
      .filter((each) => each.restockType === "CANCEL")
      .map((each) => each.quantity),
  );
}

export function unfulfilledQuantity(line: LineItem): number {
  return Math.max(
    0,
    line.quantity - line.removedQuantity - fulfilledQuantity(line) - cancelledQuantity(line),
  );
}

/** Units tied up in a return that is asked for or under way, or given back already. */
export function quantityInReturns(line: LineItem): number {
  return sum(
    line.order.returns
      .filter((each) => each.status === "REQUESTED" || each.status === "OPEN" || each.status === "CLOSED")
      .flatMap((each) => each.lineItems)
      .filter((each) => each.fulfillmentLine.lineItem === line)
      .map((each) => each.quantity),
  );
}

function refundLines(line: LineItem) {
  return line.order.refunds.flatMap((refund) => refund.lineItems).filter((each) => each.lineItem === line);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
