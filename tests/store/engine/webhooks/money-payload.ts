import { type Bag, type Currencies, fixed } from "../state/money";

/** REST shows money as text, and sets with snake-case names. */
export function priceSet(bag: Bag, { currency, presentmentCurrency }: Currencies) {
  return {
    shop_money: { amount: fixed(bag.shop, currency), currency_code: currency },
    presentment_money: {
      amount: fixed(bag.presentment, presentmentCurrency),
      currency_code: presentmentCurrency,
    },
  };
}

export function price(bag: Bag, { currency }: Currencies): string {
  return fixed(bag.shop, currency);
}
