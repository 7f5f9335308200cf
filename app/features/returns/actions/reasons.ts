/** Why money goes back without a return. */
export const REFUND_REASONS = ["goodwill", "notArrived", "damaged", "wrongItem", "price", "other"] as const;

/** Why something is sent again. */
export const REPLACEMENT_REASONS = ["lost", "damaged", "wrongItem", "missing", "goodwill"] as const;

/** Why an order is cancelled, in Shopify's own words for it. */
export const CANCEL_REASONS = ["CUSTOMER", "INVENTORY", "FRAUD", "DECLINED", "STAFF", "OTHER"] as const;
