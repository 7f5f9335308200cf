import { type Bag, type Currencies, decimalsOf, type MoneyBagInput, toMinor } from "./money";

/** Units of each currency for one US dollar: fixed, so that a demo reads the same every day. */
const PER_DOLLAR: Record<string, number> = {
  USD: 1,
  CAD: 1.4,
  GBP: 0.78,
  EUR: 0.92,
  AUD: 1.52,
  NZD: 1.66,
  JPY: 150,
  ILS: 3.65,
  CHF: 0.88,
  SEK: 10.5,
  NOK: 10.8,
  DKK: 6.9,
  PLN: 3.95,
  INR: 84,
  BRL: 5.6,
  MXN: 18.5,
  AED: 3.67,
  SAR: 3.75,
};

export function exchangeRate(from: string, to: string): number {
  return (PER_DOLLAR[to] ?? 1) / (PER_DOLLAR[from] ?? 1);
}

export function convert(minor: number, from: string, to: string): number {
  if (from === to) return minor;
  const amount = minor / 10 ** decimalsOf(from);
  return Math.round(amount * exchangeRate(from, to) * 10 ** decimalsOf(to));
}

/** An amount known in one currency only, told in both. */
export function bagFromShop(minor: number, { currency, presentmentCurrency }: Currencies): Bag {
  return { shop: minor, presentment: convert(minor, currency, presentmentCurrency) };
}

export function bagFromInput(input: MoneyBagInput, currencies: Currencies): Bag {
  const shop = toMinor(input.shopMoney.amount, input.shopMoney.currencyCode);
  if (!input.presentmentMoney) return bagFromShop(shop, currencies);
  return { shop, presentment: toMinor(input.presentmentMoney.amount, input.presentmentMoney.currencyCode) };
}
