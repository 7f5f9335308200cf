import type { CartLine } from "./carts";
import { convert, type MoneyBag, moneyBag, toMinor } from "./money";

/** One amount in both of an order's currencies, in minor units. */
interface Both {
  shop: number;
  presentment: number;
}

const add = (left: Both, right: Both): Both => ({
  shop: left.shop + right.shop,
  presentment: left.presentment + right.presentment,
});
const subtract = (left: Both, right: Both): Both =>
  add(left, { shop: -right.shop, presentment: -right.presentment });
const scale = (amount: Both, by: number): Both => ({
  shop: Math.round(amount.shop * by),
  presentment: Math.round(amount.presentment * by),
});

interface Tax {
  title: string;
  rate: number;
  included: boolean;
}

const taxes: Record<string, Tax> = {
  GB: { title: "VAT", rate: 0.2, included: true },
  DE: { title: "MwSt", rate: 0.19, included: true },
  US: { title: "Texas State Tax", rate: 0.0625, included: false },
};

export interface Sale {
  lines: CartLine[];
  shopCurrency: string;
  country: string;
  presentmentCurrency: string;
  postage: { title: string; price: string };
  discountPercent: number;
  paid: boolean;
}

/** Prices, discount, postage, tax and payment of an order, in both currencies. */
export function priceSale(sale: Sale): Record<string, unknown> {
  const { shopCurrency, presentmentCurrency } = sale;
  const tax = taxes[sale.country] ?? { title: "Tax", rate: 0.2, included: true };
  const both = (decimal: string): Both => {
    const shop = toMinor(decimal, shopCurrency);
    return { shop, presentment: convert(shop, shopCurrency, presentmentCurrency) };
  };
  const bag = (amount: Both): MoneyBag =>
    moneyBag(amount.shop, shopCurrency, amount.presentment, presentmentCurrency);
  const taxOn = (amount: Both) => scale(amount, tax.included ? tax.rate / (1 + tax.rate) : tax.rate);
  const taxLines = (amount: Both) => [
    { title: tax.title, rate: tax.rate.toFixed(4), priceSet: bag(taxOn(amount)) },
  ];

  const goods = sale.lines.map(({ variant, quantity }) => {
    const full = scale(both(variant.price), quantity);
    return subtract(full, scale(full, sale.discountPercent / 100));
  });
  const postage = both(sale.postage.price);
  const total = [...goods, postage]
    .map((part) => (tax.included ? part : add(part, taxOn(part))))
    .reduce(add, { shop: 0, presentment: 0 });

  return {
    currency: shopCurrency,
    presentmentCurrency,
    taxesIncluded: tax.included,
    lineItems: sale.lines.map(({ variant, quantity }, at) => ({
      variantId: variant.id,
      quantity,
      priceSet: bag(both(variant.price)),
      taxLines: taxLines(goods[at] ?? { shop: 0, presentment: 0 }),
    })),
    shippingLines: [
      {
        title: sale.postage.title,
        code: sale.postage.title,
        source: "shopify",
        priceSet: bag(postage),
        taxLines: taxLines(postage),
      },
    ],
    ...discount(sale.discountPercent),
    financialStatus: sale.paid ? "PAID" : "PENDING",
    ...(sale.paid
      ? {
          transactions: [
            {
              kind: "SALE",
              status: "SUCCESS",
              gateway: "shopify_payments",
              amountSet: bag(total),
              test: true,
            },
          ],
        }
      : {}),
  };
}

const discount = (percent: number) =>
  percent > 0
    ? { discountCode: { itemPercentageDiscountCode: { code: `TREAT${percent}`, percentage: percent } } }
    : {};
