import type { TaxLine } from "../state/model";
import { type Currencies, fixed, minus, moneyBag } from "../state/money";
import type { Order, ShippingLine } from "./model";

/** How the smaller parts of an order are shown. */

export function taxLines(lines: TaxLine[], currencies: Currencies) {
  return lines.map((line) => ({
    title: line.title,
    rate: line.rate,
    ratePercentage: Math.round(line.rate * 1_000_000) / 10_000,
    source: null,
    channelLiable: line.channelLiable,
    price: fixed(line.price.shop, currencies.currency),
    priceSet: moneyBag(line.price, currencies),
  }));
}

/** Taxes of the whole order, the same tax told once. */
export function taxLinesOf(order: Order): TaxLine[] {
  const all = [...order.lineItems, ...order.shippingLines].flatMap((line) => line.taxLines);
  const byName = new Map<string, TaxLine>();
  for (const line of all) {
    const key = `${line.title}|${line.rate}`;
    const known = byName.get(key);
    const price = known
      ? {
          shop: known.price.shop + line.price.shop,
          presentment: known.price.presentment + line.price.presentment,
        }
      : line.price;
    byName.set(key, { ...line, price });
  }
  return [...byName.values()];
}

export function shippingLine(line: ShippingLine, order: Order) {
  const price = minus(line.price, line.discount);
  return {
    id: line.id,
    title: line.title,
    code: line.code,
    source: line.source,
    carrierIdentifier: null,
    deliveryCategory: null,
    custom: line.code === "custom",
    isRemoved: line.isRemoved,
    phone: null,
    shippingRateHandle: null,
    requestedFulfillmentService: null,
    price: fixed(line.price.shop, order.currency),
    originalPriceSet: moneyBag(line.price, order),
    discountedPriceSet: moneyBag(price, order),
    currentDiscountedPriceSet: moneyBag(price, order),
    discountAllocations: [],
    taxLines: taxLines(line.taxLines, order),
  };
}
