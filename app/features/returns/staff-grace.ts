import type { ShopPolicy } from "./policy";

/** What staff grant who ask for a shopper's return themselves. */
export type Grace = {
  /** the days are over, and the shop takes it back all the same */
  late: boolean;
};

/** Longer than anybody remembers. */
const ANY_DAY = 36_500;

/**
 * The policy as it holds for a return that staff ask for: they have heard what the shopper would be asked and seen
 * what would be photographed, and may take back what is late. What never comes back (final sale, gift cards), what
 * was not sent and what Shopify bars stays barred.
 */
export function withGrace(policy: ShopPolicy, grace: Grace | null): ShopPolicy {
  if (!grace) return policy;
  const reasons = Object.fromEntries(
    Object.entries(policy.reasons).map(([reason, rule]) => [reason, { ...rule, photos: 0, questions: [] }]),
  );
  const days = grace.late ? { windowDays: ANY_DAY, windowRules: [], holidays: [] } : {};
  return { ...policy, reasons, ...days };
}
