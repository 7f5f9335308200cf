import type { ParcelView } from "~/features/orders/queries.server";
import { decimalText, type Money } from "~/values/money";
import type { Kind, Occasion } from "./kind";
import { parcelsOf } from "./parcel-parts";

/**
 * What a mail tells mail programs: schema.org data as JSON-LD, by Gmail's reference of Order and ParcelDelivery
 * (developers.google.com/workspace/gmail/markup/reference). What lacks a property that is required there is left
 * out as a whole; nothing is made up for it. Of an address, region and postcode are told where it has them: they are
 * on that list too, but many countries have none, and programs beside Gmail read an address without.
 */

type Data = Record<string, unknown>;

/** Of more lines than these a program shows none; a mail stays below the size at which Gmail cuts it. */
const MOST_LINES = 40;

export function structuredData({ markup }: Kind, occasion: Occasion): object | null {
  const found = markup === "order" ? orderData(occasion) : markup === "parcels" ? parcelData(occasion) : [];
  if (found.length === 0) return null;
  const all = found.map((one) => ({ "@context": "http://schema.org", ...one }));
  return all.length === 1 ? (all[0] ?? null) : all;
}

/** Who sold it, and the order's number: all that a parcel needs to say of its order. */
const orderNamed = ({ order, shopName }: Occasion): Data => ({
  "@type": "Order",
  orderNumber: order.name,
  merchant: { "@type": "Organization", name: shopName },
});

function orderData(occasion: Occasion): Data[] {
  const { order, orderUrl } = occasion;
  if (order.lines.length === 0) return [];
  const price = (money: Money): Data => ({ price: decimalText(money), priceCurrency: money.currency });
  return [
    {
      ...orderNamed(occasion),
      ...price(order.total),
      orderDate: order.placedAt.toISOString(),
      orderStatus: `http://schema.org/${order.cancelledAt ? "OrderCancelled" : "OrderProcessing"}`,
      url: orderUrl,
      acceptedOffer: order.lines.slice(0, MOST_LINES).map((line) => ({
        "@type": "Offer",
        itemOffered: { "@type": "Product", name: line.title, ...(line.sku ? { sku: line.sku } : {}) },
        ...price(line.price),
        eligibleQuantity: { "@type": "QuantitativeValue", value: String(line.quantity) },
      })),
    },
  ];
}

function parcelData(occasion: Occasion): Data[] {
  const to = addressData(occasion);
  if (!to) return [];
  return parcelsOf(occasion).flatMap((parcel): Data[] => {
    const { carrier, number, url } = parcel.tracking[0] ?? {};
    const until = arrivalOf(parcel, occasion);
    const name = contentsOf(parcel, occasion);
    if (!carrier || !until || !name) return [];
    return [
      {
        "@type": "ParcelDelivery",
        deliveryAddress: to,
        expectedArrivalUntil: until.toISOString(),
        carrier: { "@type": "Organization", name: carrier },
        itemShipped: { "@type": "Product", name },
        ...(number ? { trackingNumber: number } : {}),
        ...(url?.startsWith("https://") ? { trackingUrl: url } : {}),
        partOfOrder: orderNamed(occasion),
      },
    ];
  });
}

/** The carrier's day, else the one that was promised with the order; none that is before it left. */
function arrivalOf({ estimatedAt, shippedAt }: ParcelView, { order }: Occasion): Date | null {
  const latest = shippedAt.getTime() + 365 * 86_400_000;
  const isLikely = (day: Date | null) => day !== null && day > shippedAt && day.getTime() < latest;
  return [estimatedAt, order.promisedTo].find(isLikely) ?? null;
}

const contentsOf = (parcel: ParcelView, { order }: Occasion): string =>
  parcel.lines
    .slice(0, 5)
    .flatMap(({ orderLineId }) => order.lines.find((line) => line.id === orderLineId)?.title ?? [])
    .join(", ")
    .slice(0, 200);

function addressData({ order: { shippingAddress: to } }: Occasion): Data | null {
  if (!to?.line1 || !to.city || !to.country) return null;
  const part = (name: string, value: string | null) => (value ? { [name]: value } : {});
  return {
    "@type": "PostalAddress",
    ...part("name", to.name),
    streetAddress: [to.line1, to.line2].filter(Boolean).join(", "),
    addressLocality: to.city,
    ...part("addressRegion", to.province),
    ...part("postalCode", to.zip),
    addressCountry: to.country,
  };
}
