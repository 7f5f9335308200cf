import type { Order as OrderRow } from "@prisma/client";
import { z } from "zod";
import { knownCarrier, trackingPage } from "~/platform/carriers/known-carriers";
import { shopperLocale } from "~/platform/i18n/shopper-locale";
import type { Tracking } from "~/platform/shopify/nouns";
import type { Address } from "~/values/address";
import type { Money } from "~/values/money";
import { mergedScans, type Scan, SHOPIFY } from "./parcel-truth";
import type { OrderDetail, OrderLineView, ParcelView } from "./queries.server";
import { plausibleDay } from "./rules";

/** As it comes from JSON: times and amounts are texts there. */
type AsJson<T> = T extends Date | bigint | Money
  ? string
  : T extends (infer One)[]
    ? AsJson<One>[]
    : T extends object
      ? { [K in keyof T]: AsJson<T[K]> }
      : T;

/** An order as `orderDetails` reads it: the stored row, with its lines and parcels as JSON. */
export type DetailRow = OrderRow & {
  firstName: string | null;
  lastName: string | null;
  customerLocale: string | null;
  shopLocale: string | null;
  lines: AsJson<OrderLineView>[];
  parcels: ParcelRow[];
};

type ParcelRow = AsJson<Omit<ParcelView, "heard" | "carriage" | "events">> & {
  updatedAt: string;
  events: AsJson<Scan>[];
  track: {
    carrier: string | null;
    company: string | null;
    by: string;
    problem: string | null;
    source: string | null;
    heardAt: string | null;
  } | null;
};

/** The order as screens see it. Scans from after `now` are none. */
export function detailOf(row: DetailRow, now: Date): OrderDetail {
  const money = (amount: bigint): Money => ({ amount, currency: row.currency });
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    customerId: row.customerId,
    customerName:
      [row.firstName, row.lastName].filter(Boolean).join(" ") ||
      readAddress(row.shippingAddress)?.name ||
      null,
    locale: shopperLocale({ order: row.locale, customer: row.customerLocale, shop: row.shopLocale }),
    placedAt: row.placedAt,
    updatedAt: row.updatedAt,
    cancelledAt: row.cancelledAt,
    financialStatus: row.financialStatus,
    fulfilmentStatus: row.fulfilmentStatus,
    subtotal: money(row.subtotal),
    discount: money(row.discount),
    shipping: money(row.shipping),
    tax: money(row.tax),
    total: money(row.total),
    totalShop: { amount: row.totalShop, currency: row.currencyShop },
    refunded: money(row.refunded),
    shippingTitle: row.shippingTitle,
    shippingAddress: readAddress(row.shippingAddress),
    billingAddress: readAddress(row.billingAddress),
    promisedFrom: row.promisedFrom,
    promisedTo: row.promisedTo,
    note: row.note,
    tags: row.tags,
    complete: row.completedAt !== null,
    taxesIncluded: row.taxesIncluded,
    channel: row.channel,
    redacted: row.redactedAt !== null,
    lines: row.lines.map((line) => ({
      ...line,
      price: money(BigInt(line.price)),
      total: money(BigInt(line.total)),
      tax: money(BigInt(line.tax)),
    })),
    parcels: row.parcels.map((one) => parcelOf(one, now)),
  };
}

const date = (text: string | null) => (text === null ? null : new Date(text));

function parcelOf({ track, events, updatedAt, ...one }: ParcelRow, now: Date): ParcelView {
  const scans = events.map((scan): Scan => ({ ...scan, happenedAt: new Date(scan.happenedAt) }));
  const [shopifys, theirs] = [new Date(updatedAt), date(track?.heardAt ?? null)];
  const tracking = trackingSchema.parse(one.tracking);
  return {
    ...one,
    tracking: track ? tracking.map((entry) => corrected(entry, track)) : tracking,
    shippedAt: new Date(one.shippedAt),
    estimatedAt: plausibleDay(date(one.estimatedAt), new Date(one.shippedAt)),
    deliveredAt: date(one.deliveredAt),
    events: mergedScans(scans, now).map((scan) => ({ ...scan, rawStatus: scan.rawStatus ?? null })),
    heard:
      theirs && track?.source && theirs > shopifys
        ? { source: track.source, at: theirs }
        : { source: SHOPIFY, at: shopifys },
    carriage: track && {
      carrier: track.carrier,
      company: track.company,
      by: track.by,
      problem: track.problem,
    },
  };
}

/** Its carrier and link as they are, where Shopify names another. */
function corrected(entry: Tracking, { by, carrier: key }: NonNullable<ParcelRow["track"]>): Tracking {
  const carrier = knownCarrier(key);
  if (!carrier || !entry.number) return entry;
  const page = trackingPage(key, entry.number);
  if (by === "shopify") return { ...entry, url: entry.url ?? page };
  return { carrier: carrier.name, number: entry.number, url: page };
}

const text = z.string().nullable();
const addressSchema = z.object({
  name: text,
  company: text,
  line1: text,
  line2: text,
  city: text,
  province: text,
  zip: text,
  country: text,
  phone: text,
});
const trackingSchema = z.array(z.object({ carrier: text, number: text, url: text }));

const readAddress = (stored: unknown): Address | null => (stored ? addressSchema.parse(stored) : null);
