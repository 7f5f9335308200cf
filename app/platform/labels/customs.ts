import { decimalText, type Money, sum } from "~/values/money";

/** One kind of thing, as customs ask for it. */
export interface CustomsItem {
  readonly description: string;
  readonly quantity: number;
  /** What one is worth. */
  readonly value: Money;
  /** Of one, grams. */
  readonly weightGrams: number;
  /** Harmonised System code, 6 to 10 digits. */
  readonly hsCode?: string | null | undefined;
  /** Where it was made, ISO 3166-1 alpha-2. */
  readonly origin?: string | null | undefined;
}

export type CustomsForm = "CN22" | "CN23" | "invoice";

/** What goes with a parcel across a customs border: always as returned goods. */
export interface LabelCustoms {
  readonly form: CustomsForm;
  readonly items: readonly CustomsItem[];
  /** Of all values. */
  readonly currency: string;
  /** Who vouches for it: printed over the line for the signature. */
  readonly signer: string;
}

/**
 * What 300 SDR are worth, rounded down, in currencies of which a post says so: Royal Mail (£270), USPS
 * (International Mail Manual 123.6, $400), Deutsche Post (rounded down to €300). Minor units.
 */
const THREE_HUNDRED_SDR: Readonly<Record<string, bigint>> = { EUR: 300_00n, GBP: 270_00n, USD: 400_00n };

/**
 * The paper that a parcel needs. Couriers take an invoice. Posts take a CN 22 up to 300 SDR and a CN 23 above
 * (UPU Convention Regulations, article 20-001); a CN 23 says all that a CN 22 does, so it is taken where the
 * currency's worth in SDR is not known here.
 */
export function customsForm(
  items: readonly CustomsItem[],
  currency: string,
  by: "post" | "courier",
): CustomsForm {
  if (by === "courier") return "invoice";
  const limit = THREE_HUNDRED_SDR[currency];
  return limit !== undefined && totalValue(items, currency) <= limit ? "CN22" : "CN23";
}

/** A count that can be: hostile numbers would otherwise become hostile sums. */
export const wholeCount = (quantity: number): number =>
  Number.isFinite(quantity) ? Math.trunc(Math.min(Math.max(quantity, 0), 9_999)) : 1;

const grams = (weight: number): number => (Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1e7) : 0);

const valued = (items: readonly CustomsItem[], currency: string): Money[] =>
  items
    .filter(({ value }) => value.currency === currency)
    .map(({ value, quantity }) => ({ amount: value.amount * BigInt(wholeCount(quantity)), currency }));

/** Of all the items in this currency, minor units. */
export const totalValue = (items: readonly CustomsItem[], currency: string): bigint =>
  sum(valued(items, currency), currency).amount;

/** "46.50 USD": customs write the code, never a sign. */
export const printedValue = ({ value, quantity }: CustomsItem): string =>
  printedMoney({ ...value, amount: value.amount * BigInt(wholeCount(quantity)) });

export const printedMoney = (money: Money): string => `${decimalText(money)} ${money.currency}`;

/** Kilograms with three decimals, in the digits that customs read. */
export const printedWeight = (items: readonly CustomsItem[]): string =>
  (items.reduce((all, item) => all + grams(item.weightGrams) * wholeCount(item.quantity), 0) / 1000).toFixed(
    3,
  );
