import { accountFor, credit } from "../credit/store-credit";
import type { Return } from "../returns/model";
import { convert } from "../state/exchange-rates";
import type { Location } from "../state/model";
import { type Bag, formatted, minus, NOTHING, plus, share } from "../state/money";
import type { ShopState } from "../state/shop";
import { refundPayload, transactionPayload } from "../webhooks/refund-payload";
import { restock } from "./inventory";
import type { LineItem, Order, Refund, ShippingLine, Transaction } from "./model";
import { unfulfilledQuantity } from "./quantities";
import { note, touch } from "./timeline";
import { discountedTotal, forUnits, lineTax } from "./totals";
import { addTransaction } from "./transactions";

export interface RefundPlan {
  lines: { line: LineItem; quantity: number; restockType: string; location: Location | null }[];
  shipping?: Bag;
  /** In the order's presentment currency, against the payment it goes back to. */
  payments: { parent: Transaction; amount: Bag }[];
  storeCredit?: { amount: Bag; expiresAt: string | null }[];
  note?: string | null;
  return?: Return | null;
}

/** Gives money back and says for what. Everything has been checked before. */
export function issueRefund(shop: ShopState, order: Order, plan: RefundPlan): Refund {
  const now = shop.now();
  const refund: Refund = shop.record({
    __typename: "Refund",
    id: shop.newId("Refund"),
    order,
    return: plan.return ?? null,
    note: plan.note ?? null,
    createdAt: now,
    updatedAt: now,
    lineItems: plan.lines.map((each) => refundLine(shop, each)),
    shipping: shippingParts(shop, order, plan.shipping ?? NOTHING),
    adjustments: [],
    transactions: [],
  });
  order.refunds.push(refund);
  for (const { parent, amount } of plan.payments) {
    refund.transactions.push(
      addTransaction(shop, order, {
        kind: "REFUND",
        gateway: parent.gateway,
        amount,
        parent,
        test: parent.test,
      }),
    );
  }
  for (const each of plan.storeCredit ?? []) payInCredit(shop, refund, each);
  adjust(shop, refund);
  order.declaredFinancialStatus = null;
  announce(shop, refund);
  return refund;
}

function refundLine(shop: ShopState, { line, quantity, restockType, location }: RefundPlan["lines"][number]) {
  // Units that were never sent and stay to be sent are not taken off the sale.
  const stays = restockType === "NO_RESTOCK" && unfulfilledQuantity(line) >= quantity;
  const restocked = restockType !== "NO_RESTOCK";
  if (restocked && location) restock(line, location, quantity);
  if (restockType === "CANCEL") takeOffPackingList(line, quantity);
  return {
    id: shop.newId("RefundLineItem"),
    lineItem: line,
    quantity,
    restockType,
    restocked,
    location,
    price: line.unitPrice,
    subtotal: stays ? NOTHING : forUnits(discountedTotal(line), quantity, line),
    totalTax: stays ? NOTHING : forUnits(lineTax(line), quantity, line),
  };
}

function takeOffPackingList(line: LineItem, quantity: number): void {
  let left = quantity;
  for (const fulfillmentOrder of line.order.fulfillmentOrders) {
    for (const each of fulfillmentOrder.lineItems.filter((one) => one.lineItem === line)) {
      const taken = Math.min(left, each.remainingQuantity);
      each.remainingQuantity -= taken;
      each.totalQuantity -= taken;
      left -= taken;
    }
    const isEmpty = fulfillmentOrder.lineItems.every((each) => each.remainingQuantity === 0);
    if (isEmpty && fulfillmentOrder.status !== "CLOSED") fulfillmentOrder.status = "CLOSED";
  }
}

function shippingParts(shop: ShopState, order: Order, amount: Bag): Refund["shipping"] {
  if (amount.presentment === 0) return [];
  const line = order.shippingLines.find((each) => !each.isRemoved);
  if (!line) return [];
  return [
    { id: shop.newId("RefundShippingLine"), line, subtotal: amount, tax: shippingTaxShare(line, amount) },
  ];
}

export function shippingTaxShare(line: ShippingLine, amount: Bag): Bag {
  const tax = plus(...line.taxLines.map((each) => each.price));
  const price = minus(line.price, line.discount);
  return share(tax, amount.presentment, price.presentment || 1);
}

function payInCredit(
  shop: ShopState,
  refund: Refund,
  { amount, expiresAt }: { amount: Bag; expiresAt: string | null },
): void {
  const { order } = refund;
  if (!order.customer) return;
  const account = accountFor(shop, order.customer, order.presentmentCurrency);
  credit(shop, account, amount.presentment, expiresAt);
  refund.transactions.push(
    addTransaction(shop, order, { kind: "REFUND", gateway: "shopify_store_credit", amount }),
  );
}

/** Money that no line or shipping explains is kept as a discrepancy. */
function adjust(shop: ShopState, refund: Refund): void {
  const explained = plus(
    ...refund.lineItems.flatMap((each) => [
      each.subtotal,
      refund.order.taxesIncluded ? NOTHING : each.totalTax,
    ]),
    ...refund.shipping.flatMap((each) => [each.subtotal, each.tax]),
  );
  const difference = minus(explained, refundTotal(refund));
  if (difference.presentment === 0) return;
  refund.adjustments.push({
    id: shop.newId("OrderAdjustment"),
    amount: difference,
    tax: NOTHING,
    reason: "REFUND_DISCREPANCY",
  });
}

function announce(shop: ShopState, refund: Refund): void {
  const { order } = refund;
  const total = formatted(refundTotal(refund).presentment, order.presentmentCurrency);
  note(shop, order, "refund_processed", `${shop.details.name} refunded ${total}.`);
  shop.tell("refunds/create", refund, () => refundPayload(refund));
  for (const transaction of refund.transactions) {
    shop.tell("order_transactions/create", transaction, () => transactionPayload(transaction));
  }
  touch(shop, order);
}

export function refundTotal(refund: Refund): Bag {
  return plus(...refund.transactions.filter((each) => each.status === "SUCCESS").map((each) => each.amount));
}

/** An amount in presentment money, told in the shop's money at the payment's own rate. */
export function atPaymentRate(parent: Transaction, presentment: number): Bag {
  const { order } = parent;
  if (parent.amount.presentment === 0) {
    return { shop: convert(presentment, order.presentmentCurrency, order.currency), presentment };
  }
  return { shop: share(parent.amount, presentment, parent.amount.presentment).shop, presentment };
}

/** Shares an amount out over the payments that can still take it back, oldest first. */
export function overPayments(
  order: Order,
  amount: Bag,
  refundable: (payment: Transaction) => Bag,
): RefundPlan["payments"] {
  let left = amount.presentment;
  const parts: RefundPlan["payments"] = [];
  for (const parent of order.transactions) {
    const part = Math.min(left, refundable(parent).presentment);
    if (part <= 0) continue;
    parts.push({ parent, amount: atPaymentRate(parent, part) });
    left -= part;
  }
  return parts;
}
