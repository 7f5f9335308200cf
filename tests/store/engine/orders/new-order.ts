import { randomBytes } from "node:crypto";
import type { ShopState } from "../state/shop";
import type { Order } from "./model";

export interface OrderBasics {
  currency: string;
  presentmentCurrency: string;
  name?: string | null;
}

/** An order with nothing in it yet, numbered and dated. */
export function emptyOrder(shop: ShopState, basics: OrderBasics): Order {
  shop.orderNumber += 1;
  const now = shop.now();
  return {
    __typename: "Order",
    id: shop.newId("Order"),
    number: shop.orderNumber,
    name: basics.name ?? `#${shop.orderNumber}`,
    token: randomBytes(16).toString("hex"),
    confirmationNumber: confirmationNumber(),
    createdAt: now,
    updatedAt: now,
    processedAt: now,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    cancellationNote: null,
    currency: basics.currency,
    presentmentCurrency: basics.presentmentCurrency,
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    sourceName: "web",
    sourceIdentifier: null,
    tags: [],
    test: false,
    taxesIncluded: false,
    customAttributes: [],
    customer: null,
    customerLocale: null,
    billingAddress: null,
    shippingAddress: null,
    lineItems: [],
    shippingLines: [],
    discounts: [],
    transactions: [],
    refunds: [],
    fulfillments: [],
    fulfillmentOrders: [],
    returns: [],
    events: [],
    declaredFinancialStatus: null,
    edited: false,
    beingCancelled: false,
  };
}

function confirmationNumber(): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return [...randomBytes(9)].map((byte) => letters[byte % letters.length]).join("");
}
