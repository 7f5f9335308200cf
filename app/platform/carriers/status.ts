/**
 * Where a parcel is: one vocabulary for all carriers. The words of `features/orders/rules.ts` (PARCEL_STATES),
 * and what only carriers tell: held by customs, lost.
 */
export const PARCEL_STATUSES = [
  "preparing",
  "shipped",
  "inTransit",
  "heldByCustoms",
  "delayed",
  "outForDelivery",
  "attempted",
  "readyForPickup",
  "delivered",
  "returned",
  "lost",
  "failed",
  "cancelled",
] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** A carrier's codes and what they mean; null where the code says nothing about the parcel. Data, never a rule. */
export type StatusMap = Readonly<Record<string, ParcelStatus | null>>;

/** Spelling that does not matter: "Out-For Delivery", "OUT_FOR_DELIVERY" and "outForDelivery" are one code. */
export const statusCode = (raw: string): string =>
  raw
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");

/** What a carrier's code means in our vocabulary; null for one that is unknown or says nothing. */
export function statusIn(map: StatusMap, raw: unknown): ParcelStatus | null {
  if (typeof raw !== "string" || raw.length > 100) return null;
  const code = statusCode(raw);
  return Object.hasOwn(map, code) ? (map[code] ?? null) : null;
}

/**
 * Ours as Shopify's FulfillmentEventStatus (Admin API 2026-07), to write a carrier's events back; null where
 * Shopify has no word for it.
 */
export const SHOPIFY_EVENT_STATUS: Readonly<Record<ParcelStatus, string | null>> = {
  preparing: "LABEL_PURCHASED",
  shipped: "CARRIER_PICKED_UP",
  inTransit: "IN_TRANSIT",
  heldByCustoms: "DELAYED",
  delayed: "DELAYED",
  outForDelivery: "OUT_FOR_DELIVERY",
  attempted: "ATTEMPTED_DELIVERY",
  readyForPickup: "READY_FOR_PICKUP",
  delivered: "DELIVERED",
  returned: "FAILURE",
  lost: "FAILURE",
  failed: "FAILURE",
  cancelled: null,
};

/** The same as Shopify's webhooks write it, in lower case; null where Shopify has no word for it. */
export const shopifysWord = (status: ParcelStatus): string | null =>
  SHOPIFY_EVENT_STATUS[status]?.toLowerCase() ?? null;
