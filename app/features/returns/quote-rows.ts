import type { Quote } from "./quote";
import type { ReturnWords } from "./words";

export type QuoteRow = { label: string; amount: string; sum?: boolean };

/** A quote line by line, as it is read: only what is not nothing, what goes out standing out as sums. */
export function quoteRows(
  quote: Quote,
  says: ReturnWords["request"]["amounts"],
  show: (amount: bigint) => string,
): { rows: QuoteRow[]; tax: string | null } {
  const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n);
  const row = (label: string, amount: bigint, isSum = false) =>
    amount === 0n ? [] : [{ label, amount: show(amount), ...(isSum ? { sum: true } : {}) }];
  // The same thing once more is worth what comes back: nobody reckons with it.
  const counted = quote.lines.filter((line) => line.outcome !== "replacement");
  const tax = sum(counted.map((line) => line.tax));
  return {
    rows: [
      ...row(says.value, sum(counted.map((line) => line.value))),
      ...row(says.restocking, -quote.restockingFee),
      ...row(says.returnFee, -quote.returnFee),
      ...row(says.exchange, -sum(counted.map((line) => line.exchangeValue))),
      ...row(says.bonus, quote.bonus),
      ...row(says.refund, quote.refund, true),
      ...row(says.credit, quote.credit > 0n ? quote.credit + quote.bonus : 0n, true),
      ...row(says.giftCard, quote.giftCard > 0n ? quote.giftCard + quote.bonus : 0n, true),
      ...row(says.toPay, quote.exchangeDifference > 0n ? quote.exchangeDifference : 0n, true),
    ],
    tax: tax > 0n ? says.tax(show(tax)) : null,
  };
}
