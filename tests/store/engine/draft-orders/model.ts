import type { Order } from "../orders/model";
import type { Address, Attribute, Customer, Variant } from "../state/model";
import { type Bag, minus, plus, share, times } from "../state/money";
import type { Instant } from "../state/time";

/** An order in the making: nothing is sold before it is completed. */
export interface DraftOrder {
  __typename: "DraftOrder";
  id: string;
  name: string;
  status: "OPEN" | "INVOICE_SENT" | "COMPLETED";
  createdAt: Instant;
  updatedAt: Instant;
  completedAt: Instant | null;
  invoiceSentAt: Instant | null;
  invoiceUrl: string;
  reserveInventoryUntil: Instant | null;
  currency: string;
  presentmentCurrency: string;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  tags: string[];
  taxExempt: boolean;
  customAttributes: Attribute[];
  customer: Customer | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  appliedDiscount: AppliedDiscount | null;
  shippingLine: { title: string; price: Bag } | null;
  lineItems: DraftLine[];
  order: Order | null;
}

export interface DraftLine {
  __typename: "DraftOrderLineItem";
  id: string;
  uuid: string;
  draft: DraftOrder;
  title: string;
  variant: Variant | null;
  sku: string | null;
  quantity: number;
  unitPrice: Bag;
  requiresShipping: boolean;
  taxable: boolean;
  weightGrams: number;
  customAttributes: Attribute[];
  appliedDiscount: AppliedDiscount | null;
}

export interface AppliedDiscount {
  title: string | null;
  description: string;
  value: number;
  valueType: "FIXED_AMOUNT" | "PERCENTAGE";
  /** Per unit for a line, for the whole for an order; unused by percentages. */
  fixed: Bag;
}

export function originalTotal(line: DraftLine): Bag {
  return times(line.unitPrice, line.quantity);
}

export function lineDiscount(line: DraftLine): Bag {
  return discountOn(originalTotal(line), line.appliedDiscount, line.quantity);
}

export function discountedTotal(line: DraftLine): Bag {
  return minus(originalTotal(line), lineDiscount(line));
}

export function linesTotal(draft: DraftOrder): Bag {
  return plus(...draft.lineItems.map(discountedTotal));
}

export function orderDiscount(draft: DraftOrder): Bag {
  return discountOn(linesTotal(draft), draft.appliedDiscount, 1);
}

export function subtotal(draft: DraftOrder): Bag {
  return minus(linesTotal(draft), orderDiscount(draft));
}

export function shippingPrice(draft: DraftOrder): Bag {
  return draft.shippingLine?.price ?? { shop: 0, presentment: 0 };
}

export function total(draft: DraftOrder): Bag {
  return plus(subtotal(draft), shippingPrice(draft));
}

export function totalDiscounts(draft: DraftOrder): Bag {
  return plus(orderDiscount(draft), ...draft.lineItems.map(lineDiscount));
}

function discountOn(amount: Bag, discount: AppliedDiscount | null, units: number): Bag {
  if (!discount) return { shop: 0, presentment: 0 };
  if (discount.valueType === "FIXED_AMOUNT") {
    const fixed = times(discount.fixed, units);
    return fixed.presentment < amount.presentment ? fixed : amount;
  }
  return share(amount, Math.round(Math.max(0, discount.value) * 100), 10_000);
}
