import type { Address } from "~/values/address";
import { numberOf } from "~/values/ids";
import { type MoneyPair, readMoney } from "~/values/money";
import type {
  AddressFragment,
  MirroredOrderFragment,
  MoneyFragment,
  OrderHeaderFragment,
  OrderLineFragment,
} from "./generated";
import type { ShopifyCustomer, ShopifyFulfilment, ShopifyOrder, ShopifyOrderLine } from "./nouns";

/** The Admin API's order in our words. */
export function readOrder(order: MirroredOrderFragment): ShopifyOrder {
  const promises = order.fulfillmentOrders.nodes;
  return {
    ...readHeader(order),
    lines: order.lineItems.nodes.map((line) => ({
      ...readLine(line),
      collections: (line.product?.collections.nodes ?? []).map((one) => one.handle),
    })),
    full: {
      promisedFrom: earliest(promises.map((one) => time(one.deliveryMethod?.minDeliveryDateTime))),
      promisedTo: latest(promises.map((one) => time(one.deliveryMethod?.maxDeliveryDateTime))),
      shipBy: earliest(promises.map((one) => time(one.fulfillBy))),
      fulfilments: order.fulfillments.map(readFulfilment),
      returnIds: order.returns.nodes.map((one) => numberOf(one.id)),
    },
  };
}

/** An order as a bulk query tells it: without its parcels, promises and returns. */
export const readBulkOrder = (order: OrderHeaderFragment, lines: OrderLineFragment[]): ShopifyOrder => ({
  ...readHeader(order),
  lines: lines.map(readLine),
  full: null,
});

function readHeader(order: OrderHeaderFragment): Omit<ShopifyOrder, "lines" | "full"> {
  return {
    id: numberOf(order.id),
    name: order.name,
    confirmationNumber: order.confirmationNumber ?? null,
    email: order.email ?? null,
    phone: order.phone ?? null,
    locale: order.customerLocale ?? order.customer?.locale ?? null,
    currency: order.presentmentCurrencyCode,
    currencyShop: order.currencyCode,
    subtotal: order.subtotalPriceSet ? pair(order.subtotalPriceSet) : nothing(order),
    discount: order.totalDiscountsSet ? pair(order.totalDiscountsSet) : nothing(order),
    shipping: pair(order.totalShippingPriceSet),
    tax: order.totalTaxSet ? pair(order.totalTaxSet) : nothing(order),
    total: pair(order.totalPriceSet),
    refunded: pair(order.totalRefundedSet),
    paid: pair(order.totalReceivedSet).presentment.amount,
    financialStatus: (order.displayFinancialStatus ?? "pending").toLowerCase(),
    fulfilmentStatus: order.displayFulfillmentStatus.toLowerCase(),
    shippingTitle: order.shippingLine?.title ?? null,
    shippingAddress: order.shippingAddress ? readAddress(order.shippingAddress) : null,
    billingAddress: order.billingAddress ? readAddress(order.billingAddress) : null,
    note: order.note ?? null,
    tags: order.tags,
    test: order.test,
    taxesIncluded: order.taxesIncluded,
    channel: order.sourceName ?? null,
    placedAt: new Date(order.processedAt),
    updatedAt: new Date(order.updatedAt),
    cancelledAt: time(order.cancelledAt),
    closedAt: time(order.closedAt),
    statusUrl: order.statusPageUrl,
    customer: order.customer ? readCustomer(order.customer) : null,
  };
}

type LooseAddress = { [K in keyof AddressFragment]?: AddressFragment[K] | undefined };

/** A Shopify address in our words; empty texts become null. */
export function readAddress(address: LooseAddress): Address {
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ");
  return {
    name: name || null,
    company: address.company || null,
    line1: address.address1 || null,
    line2: address.address2 || null,
    city: address.city || null,
    province: address.provinceCode || null,
    zip: address.zip || null,
    country: address.countryCodeV2 ?? null,
    phone: address.phone || null,
  };
}

function readCustomer(customer: NonNullable<OrderHeaderFragment["customer"]>): ShopifyCustomer {
  return {
    id: numberOf(customer.id),
    email: customer.defaultEmailAddress?.emailAddress ?? null,
    firstName: customer.firstName ?? null,
    lastName: customer.lastName ?? null,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
    locale: customer.locale,
    tags: customer.tags,
    updatedAt: new Date(customer.updatedAt),
  };
}

function readLine(line: OrderLineFragment): ShopifyOrderLine {
  const price = pair(line.originalUnitPriceSet);
  // Shopify's own "discounted total" leaves out what was taken off the order as a whole.
  const off = line.discountAllocations.map((one) => pair(one.allocatedAmountSet));
  const afterDiscounts = (of: "presentment" | "shop") => ({
    amount: off.reduce((left, one) => left - one[of].amount, price[of].amount * BigInt(line.quantity)),
    currency: price[of].currency,
  });
  return {
    id: numberOf(line.id),
    title: line.title,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    productId: line.product ? numberOf(line.product.id) : null,
    variantId: line.variant ? numberOf(line.variant.id) : null,
    productTags: line.product?.tags ?? [],
    collections: null,
    bundleId: line.lineItemGroup?.id ?? null,
    imageUrl: line.image?.url ? String(line.image.url) : null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    price,
    total: { presentment: afterDiscounts("presentment"), shop: afterDiscounts("shop") },
    tax: line.taxLines.reduce((sum, one) => sum + pair(one.priceSet).presentment.amount, 0n),
    needsShipping: line.requiresShipping,
    giftCard: line.isGiftCard,
  };
}

function readFulfilment(one: MirroredOrderFragment["fulfillments"][number]): ShopifyFulfilment {
  return {
    id: numberOf(one.id),
    name: one.name,
    status: one.status.toLowerCase(),
    displayStatus: (one.displayStatus ?? "fulfilled").toLowerCase(),
    tracking: one.trackingInfo.map((info) => ({
      carrier: info.company ?? null,
      number: info.number ?? null,
      url: info.url ? String(info.url) : null,
    })),
    shippedAt: new Date(one.createdAt),
    inTransitAt: time(one.inTransitAt),
    estimatedAt: time(one.estimatedDeliveryAt),
    deliveredAt: time(one.deliveredAt),
    updatedAt: new Date(one.updatedAt),
    lines: one.fulfillmentLineItems.nodes.map((line) => ({
      id: numberOf(line.id),
      orderLineId: numberOf(line.lineItem.id),
      quantity: line.quantity ?? 0,
    })),
    events: one.events.nodes.map((event) => ({
      id: numberOf(event.id),
      status: event.status.toLowerCase(),
      message: event.message ?? null,
      city: event.city ?? null,
      country: event.country ?? null,
      happenedAt: new Date(event.happenedAt),
    })),
  };
}

/** A MoneyBag in our words. */
export const pair = (bag: MoneyFragment): MoneyPair => ({
  presentment: readMoney(bag.presentmentMoney.amount, bag.presentmentMoney.currencyCode),
  shop: readMoney(bag.shopMoney.amount, bag.shopMoney.currencyCode),
});

const nothing = (order: OrderHeaderFragment): MoneyPair => ({
  presentment: { amount: 0n, currency: order.presentmentCurrencyCode },
  shop: { amount: 0n, currency: order.currencyCode },
});

const time = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
const times = (list: (Date | null)[]) => list.filter((one): one is Date => one !== null).map(Number);
const earliest = (list: (Date | null)[]) => (times(list).length ? new Date(Math.min(...times(list))) : null);
const latest = (list: (Date | null)[]) => (times(list).length ? new Date(Math.max(...times(list))) : null);
