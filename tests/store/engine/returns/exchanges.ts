import { type UserError, userError } from "../graphql/errors";
import type { Order } from "../orders/model";
import { bagFromShop } from "../state/exchange-rates";
import type { Variant } from "../state/model";
import { atMost, type Bag, type MoneyInput, NOTHING, share, times } from "../state/money";
import type { ShopState } from "../state/shop";
import type { ExchangeLine, Return } from "./model";
import { feeAmount } from "./request";

export interface ExchangeLineInput {
  variantId?: string | null;
  quantity: number;
  appliedDiscount?: {
    description?: string | null;
    value: { percentage?: number | null; amount?: MoneyInput | null };
  } | null;
}

export function exchangeErrors(shop: ShopState, lines: ExchangeLineInput[], root: string): UserError[] {
  for (const [index, line] of lines.entries()) {
    const field = [root, "exchangeLineItems", String(index)];
    if (!line.variantId || !shop.variant(line.variantId)) {
      return [userError([...field, "variantId"], "Product variant was not found.", "NOT_FOUND")];
    }
    if (line.quantity < 1) {
      return [userError([...field, "quantity"], "Quantity must be greater than 0", "GREATER_THAN")];
    }
  }
  return [];
}

export function addExchangeLine(shop: ShopState, to: Return, input: ExchangeLineInput): ExchangeLine {
  const variant = input.variantId ? (shop.variant(input.variantId) ?? null) : null;
  const price = exchangePrice(shop, to.order, variant);
  const added: ExchangeLine = shop.record({
    __typename: "ExchangeLineItem",
    id: shop.newId("ExchangeLineItem"),
    return: to,
    variant,
    quantity: input.quantity,
    processedQuantity: 0,
    unitPrice: price,
    discount: exchangeDiscount(to.order, times(price, input.quantity), input),
    discountTitle: input.appliedDiscount?.description ?? null,
    lineItems: [],
  });
  to.exchangeLineItems.push(added);
  return added;
}

export function exchangePrice(shop: ShopState, order: Order, variant: Variant | null): Bag {
  if (!variant) return NOTHING;
  return bagFromShop(variant.priceMinor, { ...order, currency: shop.details.currency });
}

export function exchangeDiscount(order: Order, total: Bag, input: ExchangeLineInput): Bag {
  const value = input.appliedDiscount?.value;
  if (value?.percentage != null) return share(total, Math.round(value.percentage * 100), 10_000);
  if (value?.amount) return atMost(feeAmount(order, value.amount), total);
  return NOTHING;
}
