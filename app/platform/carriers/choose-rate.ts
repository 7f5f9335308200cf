import type { Money } from "~/values/money";

/** What a merchant typed as a list: by commas or line ends. */
export const splitList = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((entry) => key(entry))
    .filter(Boolean);

const key = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** A rate's carrier and service under every name a merchant may have allowed it by. */
export const serviceKey = (carrier: string, service: string): string[] => [
  key(carrier),
  key(service),
  key(carrier + service),
];

export interface Offer {
  readonly money: Money;
  readonly names: readonly string[];
}

/**
 * The cheapest offer that is allowed (all are when nothing is named), or null. Offers in other currencies than
 * the first allowed one's are left out: there is no rate of exchange here.
 */
export function cheapest<T extends Offer>(offers: readonly T[], allowed: readonly string[]): T | null {
  const fit = offers.filter(
    ({ names }) => allowed.length === 0 || names.some((name) => allowed.includes(name)),
  );
  const [first] = fit;
  if (!first) return null;
  return fit
    .filter(({ money }) => money.currency === first.money.currency)
    .reduce((best, one) => (one.money.amount < best.money.amount ? one : best), first);
}
