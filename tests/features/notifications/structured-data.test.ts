import { describe, expect, it } from "vitest";
import { aProfile } from "#tests/factories/profile";
import { occasionOf, write } from "~/features/notifications/compose.server";
import { kindOf, kinds } from "~/features/notifications/registry";
import { sampleOrder, sampleReturn } from "~/features/notifications/sample";
import type { OrderDetail } from "~/features/orders/queries.server";
import { settingsSchema } from "~/features/settings/schema";

/** What mails tell mail programs: valid JSON-LD with all that Gmail asks for, or none. */

const face = { settings: settingsSchema.parse({}), settingsVersion: 1, profile: aProfile() };

function mailOf(key: string, over: Partial<OrderDetail> = {}, currency = "GBP") {
  const kind = kindOf(key);
  if (!kind) throw new Error(key);
  const order = { ...sampleOrder(currency, "en"), ...over };
  const about = {
    order,
    return: sampleReturn(currency),
    data: kind.sample ?? {},
    locale: "en",
    stranger: false,
  };
  const url = "https://fern-and-fable.example/apps/aftercare/order?t=a.b";
  return write(kind, occasionOf(face, { ...about, locale: "en" }, url), face).html;
}

/** The markup as a browser or mail program cuts it out: to the first end of a script. */
function markupOf(html: string): unknown {
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html);
  return found ? JSON.parse(found[1] ?? "") : null;
}

describe("an order", () => {
  it("has what Gmail asks for", () => {
    expect(markupOf(mailOf("orderConfirmed"))).toMatchObject({
      "@context": "http://schema.org",
      "@type": "Order",
      merchant: { "@type": "Organization", name: "Fern & Fable" },
      orderNumber: "#1001",
      price: "50.95",
      priceCurrency: "GBP",
      orderStatus: "http://schema.org/OrderProcessing",
      acceptedOffer: [
        {
          "@type": "Offer",
          itemOffered: { "@type": "Product", name: "Linen tea towel" },
          price: "14.50",
          priceCurrency: "GBP",
          eligibleQuantity: { "@type": "QuantitativeValue", value: "2" },
        },
        { itemOffered: { name: "Stoneware mug" }, price: "18.00" },
      ],
    });
  });

  it("counts yen without decimals, and says when it is cancelled", () => {
    expect(markupOf(mailOf("orderConfirmed", {}, "JPY"))).toMatchObject({
      price: "5095",
      priceCurrency: "JPY",
    });
    const cancelled = mailOf("orderCancelled", { cancelledAt: new Date("2026-11-04T00:00:00Z") });
    expect(markupOf(cancelled)).toMatchObject({ orderStatus: "http://schema.org/OrderCancelled" });
  });

  it("without a line says nothing", () =>
    expect(markupOf(mailOf("orderConfirmed", { lines: [] }))).toBeNull());
});

describe("a parcel", () => {
  it("has what Gmail asks for", () => {
    expect(markupOf(mailOf("orderShipped"))).toEqual({
      "@context": "http://schema.org",
      "@type": "ParcelDelivery",
      deliveryAddress: {
        "@type": "PostalAddress",
        name: "Ada Rowntree",
        streetAddress: "12 Larkspur Lane",
        addressLocality: "York",
        postalCode: "YO1 7HH",
        addressCountry: "GB",
      },
      expectedArrivalUntil: "2026-11-06T12:00:00.000Z",
      carrier: { "@type": "Organization", name: "Royal Mail" },
      itemShipped: { "@type": "Product", name: "Linen tea towel" },
      trackingNumber: "RM123456785GB",
      trackingUrl: "https://www.royalmail.com/track-your-item",
      partOfOrder: {
        "@type": "Order",
        orderNumber: "#1001",
        merchant: { "@type": "Organization", name: "Fern & Fable" },
      },
    });
  });

  const [parcel] = sampleOrder("GBP", "en").parcels;
  const sparse: [string, Partial<OrderDetail>][] = [
    ["without an address", { shippingAddress: null }],
    ["without a carrier", { parcels: [{ ...parcel, tracking: [] }] as OrderDetail["parcels"] }],
    [
      "without a day",
      { parcels: [{ ...parcel, estimatedAt: null }] as OrderDetail["parcels"], promisedTo: null },
    ],
    [
      "with a day in the year 9999",
      {
        parcels: [{ ...parcel, estimatedAt: new Date("9999-01-01") }] as OrderDetail["parcels"],
        promisedTo: null,
      },
    ],
    ["of nothing we know", { parcels: [{ ...parcel, lines: [] }] as OrderDetail["parcels"] }],
  ];
  it.each(sparse)("%s says nothing rather than half of it", (_what, over) =>
    expect(markupOf(mailOf("orderShipped", over))).toBeNull());
});

it("cannot be ended or left by what it holds", () => {
  const title = '</script><script>alert(1)</script><!-- \u2028 " \\ &amp;';
  const lines = sampleOrder("GBP", "en").lines.map((line) => ({ ...line, title }));
  const html = mailOf("orderConfirmed", { lines, name: title });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(markupOf(html)).toMatchObject({ orderNumber: title });
});

it("is in mails of orders and parcels on their way, and in no other", () => {
  const withMarkup = kinds.filter(({ key }) => markupOf(mailOf(key)) !== null).map(({ key }) => key);
  expect(withMarkup).toEqual([
    "orderConfirmed",
    "orderEdited",
    "orderCancelled",
    "orderPartShipped",
    "orderShipped",
    "outForDelivery",
  ]);
});
