/** Access that Shopify gives only when the merchant allows it (`optional_scopes` in shopify.app.toml). */
export const OPTIONAL_SCOPES = {
  storeCredit: "write_store_credit_account_transactions",
  giftCards: "write_gift_cards",
  holds: "write_merchant_managed_fulfillment_orders",
} as const;
export type OptionalAccess = keyof typeof OPTIONAL_SCOPES;

/** Which of these the merchant has not allowed. Before Shopify said what is allowed (an empty list), none. */
export const missingAccess = (
  granted: readonly string[],
  wanted: readonly OptionalAccess[],
): OptionalAccess[] =>
  granted.length === 0 ? [] : wanted.filter((one) => !granted.includes(OPTIONAL_SCOPES[one]));

/** As above, for what staff do about an order. */
export const ACTION_SCOPES = {
  storeCredit: "write_store_credit_account_transactions",
  discounts: "write_discounts",
  draftOrders: "write_draft_orders",
  customers: "write_customers",
} as const;
export type ActionAccess = keyof typeof ACTION_SCOPES;

/** May we do this? As long as Shopify has not said what is allowed, it is tried. */
export const mayDo = (granted: readonly string[], what: ActionAccess): boolean =>
  granted.length === 0 || granted.includes(ACTION_SCOPES[what]);

/** As above, for what the merchant may let us tell Shopify of parcels: carriers' scans, and who carries them. */
export const PARCEL_SCOPES = {
  scans: "write_fulfillments",
  carriers: "write_merchant_managed_fulfillment_orders",
} as const;

/** May Shopify be told this? As long as it has not said what is allowed, it is tried. */
export const mayTell = (granted: readonly string[], what: keyof typeof PARCEL_SCOPES): boolean =>
  granted.length === 0 || granted.includes(PARCEL_SCOPES[what]);
