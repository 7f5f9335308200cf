import { z } from "zod";
import type { Owed } from "./owed";
import { METHODS, OUTCOMES } from "./policy-schema";

/** An amount in minor units, kept as digits: JSON has no word for a bigint. */
const amount = z.union([z.string().regex(/^-?\d{1,18}$/), z.bigint()]).transform((value) => BigInt(value));

/** What a shopper was shown when they asked (JSON column `return.quote`). Amounts: the order's presentment currency. */
export const keptQuoteSchema = z.object({
  currency: z.string(),
  method: z.enum(METHODS),
  lines: z.array(
    z.object({
      orderLineId: z.string(),
      quantity: z.number(),
      outcome: z.enum(OUTCOMES),
      value: amount,
      tax: amount,
      restockingFee: amount,
      bonus: amount,
      exchangeValue: amount,
    }),
  ),
  refund: amount,
  credit: amount,
  giftCard: amount,
  bonus: amount,
  exchange: amount,
  exchangeValue: amount,
  /** above 0: the shopper pays it; below 0: part of `refund` */
  exchangeDifference: amount,
  restockingFee: amount,
  returnFee: amount,
  total: amount,
  /** the refund is promised until the end of this day, if the parcel is sent at once */
  refundBy: z.iso.datetime().nullable(),
  /** Shopify's own figure for refund, credit and gift card together, where it was asked: for exchanges */
  shopify: amount.nullable(),
});
export type Quote = z.output<typeof keptQuoteSchema>;

/** A quote of what is owed. */
export const quoteOf = (owed: Owed, more: Pick<Quote, "method" | "refundBy" | "shopify">): Quote => ({
  ...more,
  currency: owed.currency,
  lines: owed.lines.map(
    ({ orderLineId, quantity, outcome, value, tax, restockingFee, bonus, exchangeValue }) => ({
      ...{ orderLineId, quantity, outcome, value, tax, restockingFee, bonus, exchangeValue },
    }),
  ),
  refund: owed.refund,
  credit: owed.credit,
  giftCard: owed.giftCard,
  bonus: owed.bonus,
  exchange: owed.exchange,
  exchangeValue: owed.exchangeValue,
  exchangeDifference: owed.exchangeDifference,
  restockingFee: owed.restockingFee,
  returnFee: owed.returnFee,
  total: owed.total,
});

/** The quote as JSON keeps it. */
export const writeQuote = (quote: Quote): object =>
  JSON.parse(JSON.stringify(quote, (_key, value) => (typeof value === "bigint" ? value.toString() : value)));

/** The quote kept with a return; null when there is none (Shopify made the return, or it is older than quotes). */
export const readQuote = (kept: unknown): Quote | null => {
  const read = keptQuoteSchema.safeParse(kept);
  return read.success ? read.data : null;
};
