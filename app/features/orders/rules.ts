import type { ParcelStatus } from "~/platform/carriers/status";
import type { ShopifyFulfilment, ShopifyOrder } from "~/platform/shopify/nouns";
import type { Money } from "~/values/money";

export { heldByCustoms } from "./customs-hold";

/** Where a parcel is, in one small vocabulary. */
export const PARCEL_STATES = [
  "preparing",
  "shipped",
  "inTransit",
  "heldByCustoms",
  "outForDelivery",
  "attempted",
  "delayed",
  "readyForPickup",
  "delivered",
  "returned",
  "lost",
  "failed",
  "cancelled",
] as const satisfies readonly ParcelStatus[];
export type ParcelState = (typeof PARCEL_STATES)[number];

/** What a carrier's scan is kept as whose code nobody knows: the parcel moves, and the carrier's words say the rest. */
export const UNKNOWN_SCAN = "unknown";

/** Shopify's FulfillmentDisplayStatus (2026-07) in our vocabulary, and our own words, which other sources are kept in. */
const BY_DISPLAY_STATUS: Record<string, ParcelState> = {
  ...Object.fromEntries(PARCEL_STATES.map((state) => [state, state])),
  [UNKNOWN_SCAN]: "inTransit",
  label_purchased: "preparing",
  label_printed: "preparing",
  label_voided: "preparing",
  confirmed: "shipped",
  submitted: "preparing",
  fulfilled: "shipped",
  marked_as_fulfilled: "shipped",
  carrier_picked_up: "shipped",
  in_transit: "inTransit",
  out_for_delivery: "outForDelivery",
  attempted_delivery: "attempted",
  delayed: "delayed",
  ready_for_pickup: "readyForPickup",
  picked_up: "delivered",
  delivered: "delivered",
  not_delivered: "returned",
  failure: "failed",
  canceled: "cancelled",
};

export const parcelState = (fulfilment: Pick<ShopifyFulfilment, "status" | "displayStatus">): ParcelState =>
  fulfilment.status === "cancelled"
    ? "cancelled"
    : (BY_DISPLAY_STATUS[fulfilment.displayStatus] ?? "shipped");

const DAY = 86_400_000;

/** A carrier's day, unless it is a slip: before the parcel left, or more than a year later. Nobody is told that. */
export const plausibleDay = (day: Date | null, shippedAt: Date): Date | null =>
  day && day.getTime() >= shippedAt.getTime() - DAY && day.getTime() <= shippedAt.getTime() + 365 * DAY
    ? day
    : null;

/** What we knew of a parcel. */
export type KnownParcel = {
  id: string;
  parcelState: string;
  updatedAt?: Date;
  /** what was known to have happened to it; only where sources beside Shopify tell of it */
  events?: readonly { status: string; happenedAt: Date }[];
};

/** What we knew of an order before, as far as news depends on it. */
export type KnownOrder = {
  /** its personal data was erased on request */
  redacted?: boolean;
  updatedAt: Date;
  cancelledAt: Date | null;
  financialStatus?: string;
  /** what had been refunded, in the shopper's currency */
  refunded?: bigint;
  fulfilments: KnownParcel[];
};

/**
 * May `order` overwrite what we know? An older state never does; the same state does when it tells more.
 * Shopify's webhooks come in any order, and retries carry the payload of hours ago.
 */
export const isNewer = (known: KnownOrder | null, order: ShopifyOrder): boolean =>
  !known || order.updatedAt > known.updatedAt || (isSameMoment(known, order) && order.full !== null);

/** Shopify counts an order's changes in whole seconds: two states of one second may still differ. */
export const isSameMoment = (known: KnownOrder | null, order: ShopifyOrder): boolean =>
  known?.updatedAt.getTime() === order.updatedAt.getTime();

export type Amounts = {
  lines: { price: Money; quantity: number }[];
  subtotal: Money;
  shipping: Money;
  tax: Money;
  total: Money;
};

export type Sums = {
  /** the goods at their prices, before discounts */
  goods: Money;
  /** what discounts took off the goods; zero or negative */
  discount: Money;
  /** what shipping cost after its own discounts */
  shipping: Money;
  tax: Money;
  /** is the tax within the prices, so that it adds nothing to the total? */
  taxIncluded: boolean;
  total: Money;
};

/**
 * An order's amounts as rows that add up to its total. Shopify's subtotal is after discounts, its shipping
 * before them, and whether prices hold the tax shows in the sum (Admin API, Order.subtotalPriceSet and
 * totalShippingPriceSet).
 */
export function sumsOf({ lines, subtotal, shipping, tax, total }: Amounts): Sums {
  const of = (amount: bigint): Money => ({ amount, currency: total.currency });
  const goods = lines.reduce((all, line) => all + line.price.amount * BigInt(line.quantity), 0n);
  const taxIncluded =
    subtotal.amount + shipping.amount === total.amount || subtotal.amount + tax.amount > total.amount;
  return {
    goods: of(goods),
    discount: of(subtotal.amount - goods),
    shipping: of(total.amount - subtotal.amount - (taxIncluded ? 0n : tax.amount)),
    tax,
    taxIncluded,
    total,
  };
}

/**
 * The order as it may be mirrored once its personal data was erased on request: a late message, or a sweep,
 * must not bring back what was forgotten.
 */
export const withoutPerson = (order: ShopifyOrder): ShopifyOrder => ({
  ...order,
  confirmationNumber: null,
  email: null,
  phone: null,
  shippingAddress: null,
  billingAddress: null,
  note: null,
  tags: [],
  statusUrl: null,
  customer: order.customer && {
    ...order.customer,
    email: null,
    firstName: null,
    lastName: null,
    phone: null,
    locale: null,
    tags: [],
  },
  full: order.full && {
    ...order.full,
    fulfilments: order.full.fulfilments.map((one) => ({
      ...one,
      tracking: [],
      events: one.events.map((event) => ({ ...event, message: null, city: null, country: null })),
    })),
  },
});
