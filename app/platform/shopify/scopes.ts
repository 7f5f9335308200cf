/** Access that Shopify gives only when the merchant allows it (`optional_scopes` in shopify.app.toml). */
export const OPTIONAL_SCOPES = {
  storeCredit: "write_store_credit_account_transactions",
  giftCards: "write_gift_cards",
} as const;
export type OptionalAccess = keyof typeof OPTIONAL_SCOPES;

/** Which of these the merchant has not allowed. Before Shopify said what is allowed (an empty list), none. */
export const missingAccess = (
  granted: readonly string[],
  wanted: readonly OptionalAccess[],
): OptionalAccess[] =>
  granted.length === 0 ? [] : wanted.filter((one) => !granted.includes(OPTIONAL_SCOPES[one]));
