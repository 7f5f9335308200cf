import type { OrderDetail, OrderLineView } from "~/features/orders/queries.server";
import type { ReturnForMail } from "~/features/returns/queries.server";
import type { Locale } from "~/platform/i18n/locales";

/** An order to look at templates with: two things, one parcel with number 71, no shopper's data. */
export function sampleOrder(currency: string, locale: Locale): OrderDetail {
  const money = (amount: bigint) => ({ amount, currency });
  const at = new Date("2026-11-03T10:00:00Z");
  const line = (id: string, over: Partial<OrderLineView>): OrderLineView => ({
    id,
    title: "",
    variantTitle: null,
    sku: null,
    productId: null,
    variantId: null,
    productTags: [],
    collections: [],
    bundleId: null,
    imageUrl: null,
    quantity: 1,
    currentQuantity: 1,
    price: money(0n),
    total: money(0n),
    tax: money(0n),
    giftCard: false,
    needsShipping: true,
    ...over,
  });
  return {
    id: "1",
    name: "#1001",
    email: null,
    phone: null,
    customerId: null,
    customerName: "Ada Rowntree",
    locale,
    channel: null,
    placedAt: at,
    updatedAt: at,
    cancelledAt: null,
    financialStatus: "paid",
    fulfilmentStatus: "partially_fulfilled",
    subtotal: money(4_700n),
    discount: money(0n),
    shipping: money(395n),
    tax: money(0n),
    total: money(5_095n),
    totalShop: money(5_095n),
    refunded: money(1_450n),
    shippingTitle: "Tracked 48",
    shippingAddress: {
      name: "Ada Rowntree",
      company: null,
      line1: "12 Larkspur Lane",
      line2: null,
      city: "York",
      province: null,
      zip: "YO1 7HH",
      country: "GB",
      phone: null,
    },
    billingAddress: null,
    promisedFrom: new Date("2026-11-05T12:00:00Z"),
    promisedTo: new Date("2026-11-07T12:00:00Z"),
    note: null,
    tags: [],
    complete: true,
    taxesIncluded: false,
    redacted: false,
    lines: [
      line("11", {
        title: "Linen tea towel",
        variantTitle: "Moss",
        quantity: 2,
        currentQuantity: 2,
        price: money(1_450n),
        total: money(2_900n),
      }),
      line("12", { title: "Stoneware mug", price: money(1_800n), total: money(1_800n) }),
    ],
    parcels: [
      {
        id: "71",
        name: "#1001-F1",
        state: "inTransit",
        tracking: [
          {
            carrier: "Royal Mail",
            number: "RM123456785GB",
            url: "https://www.royalmail.com/track-your-item",
          },
        ],
        shippedAt: at,
        estimatedAt: new Date("2026-11-06T12:00:00Z"),
        deliveredAt: null,
        lines: [{ id: "81", orderLineId: "11", quantity: 2 }],
        events: [],
        heard: { source: "shopify", at },
        carriage: null,
      },
    ],
  };
}

export const sampleReturn = (currency: string): ReturnForMail => ({
  rma: "RMA-7QK2-4M",
  lines: [{ orderLineId: "11", quantity: 1 }],
  refund: { amount: 1_450n, currency },
  declineReason: "RETURN_PERIOD_ENDED",
  paid: {
    refund: { amount: 1_450n, currency },
    credit: { amount: 0n, currency },
    giftCard: { amount: 0n, currency },
    giftCardCode: null,
  },
  declineNote: null,
  labels: [],
});
