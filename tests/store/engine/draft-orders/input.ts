import type { MailingAddressInput } from "../customers/addresses";
import { type UserError, userError } from "../graphql/errors";
import { numericId } from "../state/ids";
import type { MoneyInput } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";

export interface AppliedDiscountInput {
  title?: string | null;
  description?: string | null;
  value: number;
  valueType: "FIXED_AMOUNT" | "PERCENTAGE";
}

export interface DraftLineInput {
  title?: string | null;
  variantId?: string | null;
  quantity: number;
  originalUnitPrice?: string | null;
  originalUnitPriceWithCurrency?: MoneyInput | null;
  priceOverride?: MoneyInput | null;
  sku?: string | null;
  requiresShipping?: boolean | null;
  taxable?: boolean | null;
  customAttributes?: { key: string; value: string }[] | null;
  appliedDiscount?: AppliedDiscountInput | null;
}

export interface DraftOrderInput {
  lineItems?: DraftLineInput[] | null;
  appliedDiscount?: AppliedDiscountInput | null;
  shippingLine?: {
    title?: string | null;
    price?: string | null;
    priceWithCurrency?: MoneyInput | null;
  } | null;
  customerId?: string | null;
  purchasingEntity?: { customerId?: string | null } | null;
  presentmentCurrencyCode?: string | null;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[] | null;
  taxExempt?: boolean | null;
  customAttributes?: { key: string; value: string }[] | null;
  reserveInventoryUntil?: string | null;
  billingAddress?: MailingAddressInput | null;
  shippingAddress?: MailingAddressInput | null;
  paymentTerms?: { paymentTermsTemplateId?: string | null } | null;
}

const MOST_LINES = 499;

/** `prefix` is where the input stands among the arguments, as the mutation's errors name it. */
export function draftErrors(shop: ShopState, input: DraftOrderInput, prefix: string[]): UserError[] {
  const lines = input.lineItems ?? [];
  if (lines.length === 0) return [userError(null, "Add at least 1 product")];
  if (lines.length > MOST_LINES) {
    return [userError([...prefix, "lineItems"], `Line items can't exceed ${MOST_LINES} items`)];
  }
  if (input.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email)) {
    return [userError([...prefix, "email"], "Email is invalid")];
  }
  const reserved = instantOf(input.reserveInventoryUntil);
  if (reserved && reserved < shop.now()) return [userError(null, "Reserve until can't be in the past")];
  if (input.paymentTerms && !input.paymentTerms.paymentTermsTemplateId) {
    return [userError(null, "Payment terms template id can not be empty.")];
  }
  const errors = lines.flatMap((line, index) =>
    lineErrors(shop, line, [...prefix, "lineItems", String(index)]),
  );
  return [...errors, ...discountErrors(input.appliedDiscount, [...prefix, "appliedDiscount"])];
}

function lineErrors(shop: ShopState, line: DraftLineInput, field: string[]): UserError[] {
  if (line.variantId && !shop.variant(line.variantId)) {
    return [userError(null, `Product with ID ${numericId(line.variantId)} is no longer available.`)];
  }
  if (!line.variantId && !line.title?.trim()) return [userError(null, "Merchandise title is empty.")];
  if (line.quantity < 1) {
    return [userError([...field, "quantity"], "Quantity must be greater than or equal to 1")];
  }
  const price = line.originalUnitPriceWithCurrency?.amount ?? line.originalUnitPrice;
  if (Number(price ?? 0) < 0) return [userError(null, "Cannot send negative price for line_item")];
  return discountErrors(line.appliedDiscount, [...field, "appliedDiscount"]);
}

function discountErrors(discount: AppliedDiscountInput | null | undefined, field: string[]): UserError[] {
  if (!discount) return [];
  const refuse = (message: string) => [userError([...field, "value"], `Applied discount value ${message}`)];
  if (discount.valueType === "PERCENTAGE" && discount.value > 100) {
    return refuse("must be less than or equal to 100%");
  }
  const isTooPrecise = Math.abs(discount.value * 100 - Math.round(discount.value * 100)) > 1e-6;
  return isTooPrecise ? refuse("can have at most 2 digits after decimal point") : [];
}
