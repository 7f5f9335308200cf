import { mirrorOrder } from "~/features/orders/mirror-order.server";
import type { Shop } from "~/platform/database/shop.server";
import type {
  ShopifyCustomer,
  ShopifyFulfilment,
  ShopifyOrder,
  ShopifyOrderLine,
} from "~/platform/shopify/nouns";
import type { Address } from "~/values/address";
import type { MoneyPair } from "~/values/money";

/** Ids look like Shopify's: numbers as text, never the same twice in a run. */
let last = 5_000_000_000_000 + (process.pid % 1_000) * 1_000_000_000;
export const shopifyId = (): string => String(++last);

/** An amount in pounds and pence for both shopper and shop, unless another currency is named. */
export const both = (amount: number | bigint, currency = "GBP", currencyShop = currency): MoneyPair => ({
  presentment: { amount: BigInt(amount), currency },
  shop: { amount: BigInt(amount), currency: currencyShop },
});

export const anAddress = (over: Partial<Address> = {}): Address => ({
  name: "Ada Rowntree",
  company: null,
  line1: "12 Larkspur Lane",
  line2: null,
  city: "York",
  province: null,
  zip: "YO1 7HH",
  country: "GB",
  phone: null,
  ...over,
});

export const aCustomer = (over: Partial<ShopifyCustomer> = {}): ShopifyCustomer => ({
  id: shopifyId(),
  email: "ada.rowntree@example.com",
  firstName: "Ada",
  lastName: "Rowntree",
  phone: null,
  locale: "en",
  tags: [],
  updatedAt: new Date("2026-11-01T09:00:00Z"),
  ...over,
});

export const aLine = (over: Partial<ShopifyOrderLine> = {}): ShopifyOrderLine => ({
  id: shopifyId(),
  title: "Linen tea towel",
  variantTitle: "Moss",
  sku: "TOWEL-MOSS",
  productId: shopifyId(),
  variantId: shopifyId(),
  productTags: [],
  collections: [],
  bundleId: null,
  imageUrl: null,
  quantity: 2,
  currentQuantity: 2,
  price: both(1450),
  total: both(2900),
  tax: 0n,
  needsShipping: true,
  giftCard: false,
  ...over,
});

/** A parcel on its way, holding all of `lines`. */
export const aParcel = (
  lines: ShopifyOrderLine[],
  over: Partial<ShopifyFulfilment> = {},
): ShopifyFulfilment => ({
  id: shopifyId(),
  name: "#1001-F1",
  status: "success",
  displayStatus: "in_transit",
  tracking: [{ carrier: "Royal Mail", number: "RM123456785GB", url: "https://track.example/RM123456785GB" }],
  shippedAt: new Date("2026-11-03T10:00:00Z"),
  inTransitAt: new Date("2026-11-03T18:00:00Z"),
  estimatedAt: new Date("2026-11-06T12:00:00Z"),
  deliveredAt: null,
  updatedAt: new Date("2026-11-03T18:00:00Z"),
  lines: lines.map((line) => ({ id: shopifyId(), orderLineId: line.id, quantity: line.quantity })),
  events: [],
  ...over,
});

/** The same parcel, handed over. */
export const aDeliveredParcel = (lines: ShopifyOrderLine[], over: Partial<ShopifyFulfilment> = {}) =>
  aParcel(lines, { displayStatus: "delivered", deliveredAt: new Date("2026-11-05T13:20:00Z"), ...over });

/** An order as the Admin API tells it: paid, two lines, not shipped. Any part can be said otherwise. */
export function anOrder(over: Partial<ShopifyOrder> = {}): ShopifyOrder {
  const lines = over.lines ?? [
    aLine(),
    aLine({
      title: "Stoneware mug",
      variantTitle: null,
      sku: "MUG",
      quantity: 1,
      currentQuantity: 1,
      price: both(1800),
      total: both(1800),
    }),
  ];
  return {
    id: shopifyId(),
    name: "#1001",
    confirmationNumber: "XPAV284CT",
    email: "ada.rowntree@example.com",
    phone: null,
    locale: "en",
    currency: "GBP",
    currencyShop: "GBP",
    subtotal: both(4700),
    discount: both(0),
    shipping: both(395),
    tax: both(0),
    total: both(5095),
    refunded: both(0),
    paid: 5095n,
    financialStatus: "paid",
    fulfilmentStatus: "unfulfilled",
    shippingTitle: "Tracked 48",
    shippingAddress: anAddress(),
    billingAddress: anAddress(),
    note: null,
    tags: [],
    test: false,
    taxesIncluded: false,
    channel: "web",
    placedAt: new Date("2026-11-02T08:30:00Z"),
    updatedAt: new Date("2026-11-02T08:30:05Z"),
    cancelledAt: null,
    closedAt: null,
    statusUrl: null,
    customer: aCustomer(),
    full: { promisedFrom: null, promisedTo: null, shipBy: null, fulfilments: [], returnIds: [] },
    ...over,
    lines,
  };
}

/** An order whose whole content is in one parcel; `parcel` says how far it came. */
export function aShippedOrder(over: Partial<ShopifyOrder> = {}, parcel: Partial<ShopifyFulfilment> = {}) {
  const order = anOrder({ fulfilmentStatus: "fulfilled", ...over });
  const fulfilments = [aParcel(order.lines, parcel)];
  return {
    ...order,
    full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments },
  } satisfies ShopifyOrder;
}

export const aDeliveredOrder = (over: Partial<ShopifyOrder> = {}, parcel: Partial<ShopifyFulfilment> = {}) =>
  aShippedOrder(over, {
    displayStatus: "delivered",
    deliveredAt: new Date("2026-11-05T13:20:00Z"),
    ...parcel,
  });

/** Mirrors an order into the shop, as a webhook or sweep would. Answers the order. */
export async function mirrored(shop: Shop, order: ShopifyOrder = anOrder()): Promise<ShopifyOrder> {
  await shop.transact((tx) => mirrorOrder(tx, order));
  return order;
}
