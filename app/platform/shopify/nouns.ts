import type { Address } from "~/values/address";
import type { Money, MoneyPair } from "~/values/money";

/** Shopify's things in our words. Ids are Shopify's numbers as text; times are absolute. */

export type ShopProfile = {
  shopifyId: string;
  name: string;
  email: string;
  currency: string;
  /** IANA time zone */
  timeZone: string;
  locale: string;
  /** with scheme, without a slash at the end */
  storefrontUrl: string;
  address: Address;
  /** what the merchant lets us do, in Shopify's access scopes; empty until Shopify was asked */
  scopes: string[];
};

export type ShopifyCustomer = {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  locale: string | null;
  tags: string[];
  updatedAt: Date;
};

export type ShopifyOrderLine = {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  productId: string | null;
  variantId: string | null;
  /** null where the source does not tell */
  productTags: string[] | null;
  /** handles of its product's collections; null where the source does not tell */
  collections: string[] | null;
  /** the same for all parts of one bundle */
  bundleId: string | null;
  imageUrl: string | null;
  quantity: number;
  currentQuantity: number;
  price: MoneyPair;
  /** the whole line after every discount, those of the whole order too */
  total: MoneyPair;
  /** the tax on the whole line, in the shopper's currency */
  tax: bigint;
  needsShipping: boolean;
  giftCard: boolean;
};

export type Tracking = { carrier: string | null; number: string | null; url: string | null };

export type ShopifyFulfilmentEvent = {
  id: string;
  status: string;
  message: string | null;
  city: string | null;
  country: string | null;
  happenedAt: Date;
};

export type ShopifyFulfilment = {
  id: string;
  name: string;
  /** lower-cased FulfillmentStatus */
  status: string;
  /** lower-cased FulfillmentDisplayStatus */
  displayStatus: string;
  tracking: Tracking[];
  shippedAt: Date;
  inTransitAt: Date | null;
  estimatedAt: Date | null;
  deliveredAt: Date | null;
  updatedAt: Date;
  lines: { id: string; orderLineId: string; quantity: number }[];
  events: ShopifyFulfilmentEvent[];
};

export type ShopifyOrder = {
  id: string;
  name: string;
  confirmationNumber: string | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
  currency: string;
  currencyShop: string;
  subtotal: MoneyPair;
  discount: MoneyPair;
  shipping: MoneyPair;
  tax: MoneyPair;
  total: MoneyPair;
  refunded: MoneyPair;
  /** what the shopper has paid in so far, before refunds, in their currency */
  paid: bigint;
  /** lower-cased: paid, pending, partially_refunded … */
  financialStatus: string;
  /** names of the ways to pay that were chosen, where the source tells them */
  gateways?: string[];
  /** lower-cased: unfulfilled, partially_fulfilled, fulfilled … */
  fulfilmentStatus: string;
  shippingTitle: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  note: string | null;
  tags: string[];
  test: boolean;
  /** do line totals hold their tax already? */
  taxesIncluded: boolean;
  /** where it was sold, in Shopify's word: web, pos, … or an app's number */
  channel: string | null;
  placedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  closedAt: Date | null;
  statusUrl: string | null;
  customer: ShopifyCustomer | null;
  lines: ShopifyOrderLine[];
  /** what only the Admin API tells; null from a webhook */
  full: {
    promisedFrom: Date | null;
    promisedTo: Date | null;
    shipBy: Date | null;
    fulfilments: ShopifyFulfilment[];
    returnIds: string[];
  } | null;
};

/** A return as Shopify has it. `…Gid` ids are whole global ids, used only to call Shopify again. */
export type ShopifyReturn = {
  id: string;
  /** as staff know it there: "#1001-R1" */
  name: string;
  orderId: string | null;
  status: "requested" | "open" | "declined" | "cancelled" | "closed";
  createdAt: Date;
  decline: { reason: string; note: string | null } | null;
  lines: ShopifyReturnLine[];
  /** what is sent instead */
  exchangeLines: {
    id: string;
    variantId: string | null;
    quantity: number;
    processed: number;
    /** as it is called on the order once it was processed */
    title: string | null;
    /** what was processed of it is worth this, after discounts and with tax, in minor units */
    value: bigint;
  }[];
  reverseOrders: ShopifyReverseOrder[];
  refunds: ShopifyRefund[];
};

export type ShopifyReturnLine = {
  id: string;
  /** null for things Shopify does not trace to a parcel */
  fulfilmentLineId: string | null;
  quantity: number;
  processed: number;
  refunded: number;
  /** handle in Shopify's library of reasons */
  reason: string | null;
  note: string | null;
};

/** What a warehouse should expect of a return. */
export type ShopifyReverseOrder = {
  gid: string;
  /** the delivery that carries a label already, if any */
  labelledDeliveryId: string | null;
  lines: {
    gid: string;
    fulfilmentLineId: string | null;
    quantity: number;
    /** of which it is known already where they went */
    disposed: number;
  }[];
};

/** Money that Shopify gave back, in the shopper's currency. */
export type ShopifyRefund = {
  id: string;
  at: Date;
  amount: Money;
  /** the part of `amount` that went out as store credit, in minor units */
  credit: bigint;
  note: string | null;
  /** for which of the order's lines, in minor units; `tax` is in `subtotal` when the order's prices hold it */
  lines: { orderLineId: string; quantity: number; subtotal: bigint; tax: bigint }[];
};
