import { type FeePolicy, feesOf, returnFee } from "./fees";
import type { OwedAsk, Terms } from "./owed";
import type { Method } from "./policy-schema";

type About = {
  currency: string;
  method: Method;
  /** the order's totals in the shopper's and in the shop's currency: its own rate */
  rate: { total: bigint; totalShop: bigint };
  creditAs: Terms["creditAs"];
};

/** What a policy takes and gives for a return of one order. */
export function policyTerms(policy: FeePolicy, { currency, method, rate, creditAs }: About): Terms {
  const asLine = (line: OwedAsk, value: bigint) => ({
    reason: line.reason,
    outcome: line.outcome,
    quantity: line.quantity,
    value: { amount: value, currency },
  });
  return {
    restockingFee: (line, value) => feesOf(policy, asLine(line, value), rate).restockingFee.amount,
    // A bonus is reckoned on what is left after the fee, and that is what is handed in here.
    bonus: (line, base) =>
      feesOf({ ...policy, restockingFee: undefined }, asLine(line, base), rate).bonus.amount,
    returnFee: (lines) =>
      returnFee(policy, {
        lines: lines.map(({ line, value }) => asLine(line, value)),
        method,
        currency,
        rate,
      }).total.amount,
    creditAs,
  };
}
