import { atLeastNothing, type Bag, minus, NOTHING, plus } from "../state/money";
import type { Order, Transaction } from "./model";
import { currentTotal } from "./totals";

/** What was paid, held and given back, read from the transactions. */

function total(order: Order, kinds: string[]): Bag {
  return plus(
    ...order.transactions
      .filter((each) => each.status === "SUCCESS" && kinds.includes(each.kind))
      .map((each) => each.amount),
  );
}

export function received(order: Order): Bag {
  return total(order, ["SALE", "CAPTURE"]);
}

export function refunded(order: Order): Bag {
  return total(order, ["REFUND"]);
}

export function netPayment(order: Order): Bag {
  return minus(received(order), refunded(order));
}

/** Authorized and neither captured nor voided. */
export function capturable(order: Order): Bag {
  return plus(...order.transactions.map(capturableOf));
}

export function capturableOf(authorization: Transaction): Bag {
  if (authorization.kind !== "AUTHORIZATION" || authorization.status !== "SUCCESS") return NOTHING;
  const children = authorization.order.transactions.filter(
    (each) => each.parent === authorization && each.status === "SUCCESS",
  );
  if (children.some((each) => each.kind === "VOID")) return NOTHING;
  const captured = plus(...children.filter((each) => each.kind === "CAPTURE").map((each) => each.amount));
  return atLeastNothing(minus(authorization.amount, captured));
}

export function outstanding(order: Order): Bag {
  return minus(currentTotal(order), netPayment(order), capturable(order));
}

/** What can still be given back to the payment behind a transaction. */
export function refundableOf(payment: Transaction): Bag {
  if (payment.status !== "SUCCESS" || !["SALE", "CAPTURE"].includes(payment.kind)) return NOTHING;
  const givenBack = payment.order.transactions.filter(
    (each) => each.parent === payment && each.kind === "REFUND" && each.status === "SUCCESS",
  );
  return atLeastNothing(minus(payment.amount, ...givenBack.map((each) => each.amount)));
}

export function financialStatus(order: Order): string | null {
  if (order.declaredFinancialStatus) return order.declaredFinancialStatus;
  const successful = order.transactions.filter((each) => each.status === "SUCCESS");
  if (successful.length === 0)
    return order.transactions.some((each) => each.status === "PENDING") ? "PENDING" : null;
  const paid = received(order).presentment;
  const back = refunded(order).presentment;
  if (back > 0) return back >= paid ? "REFUNDED" : "PARTIALLY_REFUNDED";
  if (paid > 0) return outstanding(order).presentment <= 0 ? "PAID" : "PARTIALLY_PAID";
  if (capturable(order).presentment > 0) return "AUTHORIZED";
  return successful.some((each) => each.kind === "VOID") ? "VOIDED" : "PENDING";
}

export function gatewayNames(order: Order): string[] {
  const names = order.transactions
    .map((each) => each.gateway)
    .filter((name): name is string => name !== null);
  return [...new Set(names)];
}
