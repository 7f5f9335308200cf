/** An amount in integer minor units of its currency (ISO 4217): 1999 GBP is £19.99, 1999 JPY is ¥1,999. */
export type Money = { amount: bigint; currency: string };

/** The same amount in the shopper's currency and in the shop's. */
export type MoneyPair = { presentment: Money; shop: Money };

const decimalsByCurrency = new Map<string, number>();

/** How many decimals a currency has (Unicode CLDR, through Intl); 2 for codes Intl does not know. */
export function decimals(currency: string): number {
  let known = decimalsByCurrency.get(currency);
  if (known === undefined) {
    try {
      known =
        new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
          .maximumFractionDigits ?? 2;
    } catch {
      known = 2; // not a currency code: Shopify's own default
    }
    decimalsByCurrency.set(currency, known);
  }
  return known;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads Shopify's decimal text ("19.99") into minor units. Digits beyond the currency's own are dropped
 * when they are zeros and rounded half up otherwise. Throws on anything that is not a decimal number.
 */
export function readMoney(text: string | number, currency: string): Money {
  const match = DECIMAL.exec(String(text).trim());
  if (!match) throw new Error("Not an amount of money");
  const places = decimals(currency);
  const fraction = (match[3] ?? "").padEnd(places + 1, "0");
  const kept = BigInt((match[2] ?? "0") + fraction.slice(0, places));
  const rounded = Number(fraction[places]) >= 5 ? kept + 1n : kept;
  return { amount: match[1] ? -rounded : rounded, currency };
}

/** Shopify's decimal text of an amount: 1999 GBP → "19.99". */
export function decimalText({ amount, currency }: Money): string {
  const places = decimals(currency);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = amount < 0n ? "-" : "";
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/** The sum of amounts of one currency. Throws when they differ: a sum across currencies is a bug. */
export function sum(amounts: readonly Money[], currency: string): Money {
  let total = 0n;
  for (const money of amounts) {
    if (money.currency !== currency) throw new Error("Amounts of different currencies");
    total += money.amount;
  }
  return { amount: total, currency };
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount as a person reads it, in their locale. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  let format = formats.get(key); // making one takes longer than all its uses in a mail
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency: money.currency });
    formats.set(key, format);
  }
  return format.format(decimalText(money) as `${number}`);
}
