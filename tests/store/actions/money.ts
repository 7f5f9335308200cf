/** Amounts here are whole minor units; the Admin API takes and gives decimals. */
const rough: Record<string, number> = {
  GBP: 1,
  EUR: 1.17,
  USD: 1.31,
  ILS: 4.4,
  KWD: 0.4,
  AED: 4.81,
  JPY: 204,
  SEK: 12.4,
};

const digits = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

export const toMinor = (decimal: string, currency: string): number =>
  Math.round(Number(decimal) * 10 ** digits(currency));

export const toDecimal = (minor: number, currency: string): string =>
  (minor / 10 ** digits(currency)).toFixed(digits(currency));

/** Converts at a made-up but steady rate. */
export function convert(minor: number, from: string, to: string): number {
  if (from === to) return minor;
  const major = minor / 10 ** digits(from);
  return Math.round((major / (rough[from] ?? 1)) * (rough[to] ?? 1) * 10 ** digits(to));
}

export interface MoneyBag {
  shopMoney: { amount: string; currencyCode: string };
  presentmentMoney: { amount: string; currencyCode: string };
}

export function moneyBag(
  shopMinor: number,
  shopCurrency: string,
  presentmentMinor: number,
  presentment: string,
): MoneyBag {
  return {
    shopMoney: { amount: toDecimal(shopMinor, shopCurrency), currencyCode: shopCurrency },
    presentmentMoney: { amount: toDecimal(presentmentMinor, presentment), currencyCode: presentment },
  };
}

export const showMoney = (amount: string, currency: string, locale = "en-GB"): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount));
