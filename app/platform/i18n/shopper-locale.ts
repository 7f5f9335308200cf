import { type Locale, pickLocale } from "./locales";

/** What is known of the languages that somebody can be written to in; any may be missing. */
export type Known = {
  /** the language they ordered in (Shopify's Order.customerLocale) */
  order?: string | null | undefined;
  /** the customer's own */
  customer?: string | null | undefined;
  /** the shop's primary one */
  shop?: string | null | undefined;
};

/**
 * The one decision of the language in which a shopper is spoken to about an order, in mail, on pages and on labels
 * alike: the order's, else the customer's, else the shop's, else English; the first of them that we speak.
 */
export const shopperLocale = ({ order, customer, shop }: Known): Locale => pickLocale(order, customer, shop);

/**
 * The language of a page on the storefront: the one the page was asked for by name, since the shopper has chosen
 * it there; else the one they are written to in (`shopper`), so that a mail and its link agree; else, where nobody
 * is known yet, what the browser prefers; else the shop's.
 */
export function pageLocale(
  asked: string | null,
  shopper: Locale | null,
  accepts: readonly string[],
  shop: string,
) {
  return shopper ? pickLocale(asked, shopper) : pickLocale(asked, ...accepts, shop);
}
