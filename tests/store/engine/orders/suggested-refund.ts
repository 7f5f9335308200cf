import type { Context } from "../graphql/resolvers";
import {
  atLeastNothing,
  atMost,
  type Bag,
  type Currencies,
  moneyBag,
  NOTHING,
  plus,
  toMinor,
} from "../state/money";
import type { LineItem, Order, Transaction } from "./model";
import { netPayment, refundableOf } from "./payments";
import { refundableQuantity } from "./quantities";
import type { RefundLineInput } from "./refund-create";
import { overPayments, shippingTaxShare } from "./refunds";
import { currentShipping, discountedTotal, forUnits, lineTax, originalTotal } from "./totals";

interface Args {
  refundLineItems?: RefundLineInput[] | null;
  shippingAmount?: string | number | null;
  refundShipping?: boolean | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: string | null;
}

/** What Shopify would give back for these units. */
export function suggestedRefund(order: Order, args: Args, { shop }: Context) {
  const picked = args.suggestFullRefund
    ? order.lineItems.map((line) => ({ line, quantity: refundableQuantity(line), restockType: "NO_RESTOCK" }))
    : (args.refundLineItems ?? []).flatMap((each) => {
        const line = shop.find<LineItem>("LineItem", each.lineItemId);
        return line ? [{ line, quantity: each.quantity, restockType: each.restockType ?? "NO_RESTOCK" }] : [];
      });
  const subtotal = plus(
    ...picked.map(({ line, quantity }) => forUnits(discountedTotal(line), quantity, line)),
  );
  const beforeDiscounts = plus(
    ...picked.map(({ line, quantity }) => forUnits(originalTotal(line), quantity, line)),
  );
  const tax = plus(...picked.map(({ line, quantity }) => forUnits(lineTax(line), quantity, line)));
  const shipping = shippingShare(order, args);
  const maximum = atLeastNothing(netPayment(order));
  const amount = atMost(
    plus(subtotal, order.taxesIncluded ? NOTHING : tax, shipping.amount, shipping.tax),
    maximum,
  );
  return {
    amountSet: moneyBag(amount, order),
    maximumRefundableSet: moneyBag(maximum, order),
    subtotalSet: moneyBag(subtotal, order),
    discountedSubtotalSet: moneyBag(subtotal, order),
    totalTaxSet: moneyBag(tax, order),
    totalCartDiscountAmountSet: moneyBag(
      {
        shop: beforeDiscounts.shop - subtotal.shop,
        presentment: beforeDiscounts.presentment - subtotal.presentment,
      },
      order,
    ),
    totalDutiesSet: moneyBag(NOTHING, order),
    refundDuties: [],
    refundLineItems: picked.map(({ line, quantity, restockType }) => ({
      id: null,
      lineItem: line,
      quantity,
      restockType,
      restocked: restockType !== "NO_RESTOCK",
      location: null,
      price: line.unitPrice,
      subtotal: forUnits(discountedTotal(line), quantity, line),
      totalTax: forUnits(lineTax(line), quantity, line),
    })),
    shipping: shippingRefund(order, shipping.amount, shipping.tax),
    ...allocation(order, amount, maximum, args.refundMethodAllocation ?? "ORIGINAL_PAYMENT_METHODS"),
  };
}

function shippingShare(order: Order, args: Args): { amount: Bag; tax: Bag } {
  const left = currentShipping(order);
  let amount = NOTHING;
  if (args.refundShipping || args.suggestFullRefund) amount = left;
  else if (args.shippingAmount != null) {
    const presentment = toMinor(args.shippingAmount, order.presentmentCurrency);
    amount = atMost({ shop: presentment, presentment }, left);
  }
  const line = order.shippingLines.find((each) => !each.isRemoved);
  return { amount, tax: line && !order.taxesIncluded ? shippingTaxShare(line, amount) : NOTHING };
}

export function shippingRefund(order: Order, amount: Bag, tax: Bag) {
  return {
    amountSet: moneyBag(amount, order),
    taxSet: moneyBag(tax, order),
    maximumRefundableSet: moneyBag(currentShipping(order), order),
  };
}

/** Where the money would go: back to the payments, or into store credit. */
export function allocation(order: Order, amount: Bag, maximum: Bag, method: string) {
  if (method === "STORE_CREDIT") {
    const credit = {
      __typename: "SuggestedStoreCreditRefund",
      amount: moneyBag(amount, order),
      maximumRefundable: moneyBag(maximum, order),
      expiresAt: null,
    };
    return { suggestedTransactions: [], suggestedRefundMethods: [credit] };
  }
  const payments = overPayments(order, amount, refundableOf);
  return {
    suggestedTransactions: payments.map((each) => suggested(each.parent, each.amount, order)),
    suggestedRefundMethods: [],
  };
}

function suggested(parent: Transaction, amount: Bag, currencies: Currencies) {
  return {
    kind: "SUGGESTED_REFUND",
    gateway: parent.gateway,
    formattedGateway: formattedGateway(parent.gateway),
    amountSet: moneyBag(amount, currencies),
    maximumRefundableSet: moneyBag(refundableOf(parent), currencies),
    parentTransaction: parent,
    accountNumber: null,
    paymentDetails: null,
  };
}

export function formattedGateway(gateway: string | null): string {
  const words = (gateway ?? "").replaceAll(/[_-]/g, " ").trim();
  return words.replace(/\b\w/g, (letter) => letter.toUpperCase());
}
