import { bagFromInput, bagFromShop } from "../state/exchange-rates";
import type { TaxLine, Variant } from "../state/model";
import { allocate, type Bag, type Currencies, NOTHING, plus, share, times } from "../state/money";
import type { ShopState } from "../state/shop";
import type { DiscountCodeInput, LineItemInput, ShippingLineInput, TaxLineInput } from "./create-input";
import type { Discount, LineItem, Order, ShippingLine } from "./model";
import { discountedTotal } from "./totals";

const GRAMS: Record<string, number> = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.3495, POUNDS: 453.592 };

/** A line of a known variant, or of something that exists on this order alone. */
export function addLine(shop: ShopState, order: Order, input: LineItemInput): LineItem {
  const variant = input.variantId ? (shop.variant(input.variantId) ?? null) : null;
  const product = variant?.product ?? shop.products.find((each) => each.id === input.productId) ?? null;
  const line: LineItem = shop.record({
    __typename: "LineItem",
    id: shop.newId("LineItem"),
    order,
    title: input.title ?? product?.title ?? "",
    variantTitle: input.variantTitle ?? variantTitle(variant),
    sku: input.sku ?? variant?.sku ?? null,
    vendor: input.vendor ?? product?.vendor ?? null,
    product,
    variant,
    quantity: input.quantity,
    removedQuantity: 0,
    unitPrice: priceOf(shop, order, input, variant),
    discountAllocations: [],
    taxLines: (input.taxLines ?? []).map((tax) => taxLine(tax, order)),
    taxable: input.taxable ?? true,
    requiresShipping: (input.requiresShipping ?? false) || (variant?.inventoryItem.requiresShipping ?? false),
    isGiftCard: input.giftCard ?? false,
    weightGrams: input.weight
      ? Math.round(input.weight.value * (GRAMS[input.weight.unit] ?? 1))
      : (variant?.inventoryItem.weightGrams ?? 0),
    customAttributes: (input.properties ?? []).map(({ name, value }) => ({ key: name, value })),
    isExchange: false,
  });
  order.lineItems.push(line);
  return line;
}

export function variantTitle(variant: Variant | null): string | null {
  return !variant || variant.title === "Default Title" ? null : variant.title;
}

function priceOf(shop: ShopState, order: Order, input: LineItemInput, variant: Variant | null): Bag {
  if (input.priceSet) return bagFromInput(input.priceSet, order);
  return variant ? bagFromShop(variant.priceMinor, { ...order, currency: shop.details.currency }) : NOTHING;
}

export function taxLine(input: TaxLineInput, currencies: Currencies): TaxLine {
  return {
    title: input.title,
    rate: Number(input.rate),
    price: input.priceSet ? bagFromInput(input.priceSet, currencies) : NOTHING,
    channelLiable: input.channelLiable ?? false,
  };
}

export function addShippingLine(shop: ShopState, order: Order, input: ShippingLineInput): ShippingLine {
  const line: ShippingLine = {
    id: shop.newId("ShippingLine"),
    title: input.title,
    code: input.code ?? null,
    source: input.source ?? null,
    price: bagFromInput(input.priceSet, order),
    discount: NOTHING,
    taxLines: (input.taxLines ?? []).map((tax) => taxLine(tax, order)),
    isRemoved: false,
  };
  order.shippingLines.push(line);
  return line;
}

/** Tax told for the whole order is split across its taxable lines. */
export function spreadTaxes(order: Order, taxes: TaxLineInput[]): void {
  const taxable = order.lineItems.filter((line) => line.taxable);
  const weights = taxable.map((line) => discountedTotal(line).shop);
  for (const tax of taxes) {
    const parts = allocate(taxLine(tax, order).price, weights);
    taxable.forEach((line, index) => {
      line.taxLines.push({ ...taxLine(tax, order), price: parts[index] ?? NOTHING });
    });
  }
}

export function applyDiscountCode(order: Order, input: DiscountCodeInput): void {
  const {
    freeShippingDiscountCode: free,
    itemFixedDiscountCode: fixed,
    itemPercentageDiscountCode: percent,
  } = input;
  if (free) {
    const amount = plus(...order.shippingLines.map((line) => line.price));
    for (const line of order.shippingLines) line.discount = line.price;
    order.discounts.push(discount(free.code, "shipping", amount, null));
  }
  const totals = order.lineItems.map((line) => times(line.unitPrice, line.quantity));
  if (percent) {
    const rate = percent.percentage ?? 0;
    const parts = totals.map((total) => share(total, Math.round(rate * 10_000), 1_000_000));
    spread(order, discount(percent.code, "percentage", plus(...parts), rate), parts);
  }
  if (fixed?.amountSet) {
    const amount = bagFromInput(fixed.amountSet, order);
    spread(
      order,
      discount(fixed.code, "fixed", amount, null),
      allocate(
        amount,
        totals.map((total) => total.shop),
      ),
    );
  }
}

function spread(order: Order, given: Discount, parts: Bag[]): void {
  order.discounts.push(given);
  order.lineItems.forEach((line, index) => {
    line.discountAllocations.push({ discount: given, amount: parts[index] ?? NOTHING });
  });
}

function discount(code: string, kind: Discount["kind"], amount: Bag, percentage: number | null): Discount {
  return {
    code,
    title: null,
    kind,
    percentage,
    amount,
    targetType: kind === "shipping" ? "SHIPPING_LINE" : "LINE_ITEM",
  };
}
