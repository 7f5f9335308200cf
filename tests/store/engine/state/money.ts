/** Amounts are whole minor units; a bag holds the same amount in the shop's and the shopper's currency. */
export interface Bag {
  shop: number;
  presentment: number;
}

export interface Currencies {
  currency: string;
  presentmentCurrency: string;
}

export interface MoneyInput {
  amount: string | number;
  currencyCode: string;
}

export interface MoneyBagInput {
  shopMoney: MoneyInput;
  presentmentMoney?: MoneyInput | null;
}

export interface Money {
  __typename: "MoneyV2";
  amount: string;
  currencyCode: string;
}

export const NOTHING: Bag = { shop: 0, presentment: 0 };

const NO_DECIMALS = new Set(["JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "UGX", "PYG", "RWF"]);
const THREE_DECIMALS = new Set(["BHD", "KWD", "OMR", "JOD", "TND"]);

export function decimalsOf(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

export function toMinor(amount: string | number, currency: string): number {
  const text = String(amount).trim();
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return Math.round(Number(text) * 10 ** decimalsOf(currency));
  const decimals = decimalsOf(currency);
  const fraction = (match[3] ?? "").padEnd(decimals + 1, "0");
  const kept = Number(`${match[2] || "0"}${fraction.slice(0, decimals)}`);
  const rounded = kept + (Number(fraction[decimals] ?? "0") >= 5 ? 1 : 0);
  return match[1] ? -rounded : rounded;
}

/** Plain text with the currency's decimals: `20.00`, as REST and the old Money scalar show it. */
export function fixed(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return String(minor);
  const sign = minor < 0 ? "-" : "";
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The Decimal scalar drops needless zeros but keeps one: `20.0`, `7.1`, `12.77`. */
export function decimal(minor: number, currency: string): string {
  const text = fixed(minor, currency);
  if (!text.includes(".")) return `${text}.0`;
  const trimmed = text.replace(/0+$/, "");
  return trimmed.endsWith(".") ? `${trimmed}0` : trimmed;
}

export function money(minor: number, currency: string): Money {
  return { __typename: "MoneyV2", amount: decimal(minor, currency), currencyCode: currency };
}

export function moneyBag(bag: Bag, { currency, presentmentCurrency }: Currencies) {
  return {
    shopMoney: money(bag.shop, currency),
    presentmentMoney: money(bag.presentment, presentmentCurrency),
  };
}

/** `$1,234.50`, for messages. */
export function formatted(minor: number, currency: string): string {
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(minor / 10 ** decimalsOf(currency));
}

export function plus(...bags: Bag[]): Bag {
  return bags.reduce(
    (sum, bag) => ({ shop: sum.shop + bag.shop, presentment: sum.presentment + bag.presentment }),
    NOTHING,
  );
}

export function minus(from: Bag, ...taken: Bag[]): Bag {
  const less = plus(...taken);
  return { shop: from.shop - less.shop, presentment: from.presentment - less.presentment };
}

export function negative(bag: Bag): Bag {
  return { shop: 0 - bag.shop, presentment: 0 - bag.presentment };
}

/** `numerator / denominator` of a bag, half a unit rounded away from nothing. */
export function share(bag: Bag, numerator: number, denominator: number): Bag {
  return {
    shop: proportion(bag.shop, numerator, denominator),
    presentment: proportion(bag.presentment, numerator, denominator),
  };
}

export function times(bag: Bag, factor: number): Bag {
  return share(bag, factor, 1);
}

export function atMost(bag: Bag, ceiling: Bag): Bag {
  return {
    shop: Math.min(bag.shop, ceiling.shop),
    presentment: Math.min(bag.presentment, ceiling.presentment),
  };
}

export function atLeastNothing(bag: Bag): Bag {
  return { shop: Math.max(0, bag.shop), presentment: Math.max(0, bag.presentment) };
}

/** Shares a bag out by weights, so that the parts add up to the whole. */
export function allocate(bag: Bag, weights: number[]): Bag[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = bag;
  let weightLeft = total;
  return weights.map((weight) => {
    const part = weightLeft === 0 ? NOTHING : share(left, weight, weightLeft);
    left = minus(left, part);
    weightLeft -= weight;
    return part;
  });
}

function proportion(amount: number, numerator: number, denominator: number): number {
  if (denominator === 0) return 0;
  const exact = (amount * numerator) / denominator;
  const rounded = Math.sign(exact) * Math.round(Math.abs(exact) + 1e-9);
  return rounded === 0 ? 0 : rounded;
}
