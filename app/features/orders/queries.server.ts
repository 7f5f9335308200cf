import prismaClient, { type Order as OrderRow } from "@prisma/client";
import { z } from "zod";
import { knownCarrier, trackingPage } from "~/platform/carriers/known-carriers";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import { shopperLocale } from "~/platform/i18n/shopper-locale";
import type { Tracking } from "~/platform/shopify/nouns";
import type { Address } from "~/values/address";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import { orderNameKey } from "~/values/keys";
import type { Money } from "~/values/money";
import type { LookupOutcome } from "./look-up-store.server";
import { mergedScans, type Scan, SHOPIFY } from "./parcel-truth";
import { type ParcelState, plausibleDay } from "./rules";

export type OrderLineView = {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  /** Shopify's numbers; null for what is in no catalogue (any more) */
  productId: string | null;
  variantId: string | null;
  productTags: string[];
  collections: string[];
  bundleId: string | null;
  imageUrl: string | null;
  quantity: number;
  currentQuantity: number;
  /** of one, before discounts */
  price: Money;
  /** of all, after discounts */
  total: Money;
  /** on all of it, after discounts */
  tax: Money;
  giftCard: boolean;
  needsShipping: boolean;
};

export type ParcelView = {
  id: string;
  name: string;
  state: ParcelState;
  tracking: Tracking[];
  shippedAt: Date;
  estimatedAt: Date | null;
  deliveredAt: Date | null;
  lines: { id: string; orderLineId: string; quantity: number }[];
  /** of all sources, each scan once, oldest first */
  events: ParcelScan[];
  /** who spoke last of it (shopify, or a key of platform/carriers/registry.ts), and when */
  heard: { source: string; at: Date };
  /** who carries it: a key of platform/carriers/known-carriers.ts, and whose word that is; null: not followed */
  carriage: { carrier: string | null; company: string | null; by: string; problem: string | null } | null;
};

export type ParcelScan = {
  id: string;
  source: string;
  status: string;
  rawStatus: string | null;
  message: string | null;
  city: string | null;
  happenedAt: Date;
};

/** An order with all a screen may show of it. Amounts are in the shopper's currency. */
export type OrderDetail = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  customerId: string | null;
  customerName: string | null;
  locale: Locale;
  placedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  financialStatus: string;
  fulfilmentStatus: string;
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  total: Money;
  totalShop: Money;
  refunded: Money;
  shippingTitle: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  promisedFrom: Date | null;
  promisedTo: Date | null;
  note: string | null;
  tags: string[];
  /** has the Admin API been read (final-sale tags, parcels' contents)? */
  complete: boolean;
  /** do line totals hold their tax already? */
  taxesIncluded: boolean;
  /** where it was sold: web, pos, … */
  channel: string | null;
  redacted: boolean;
  lines: OrderLineView[];
  parcels: ParcelView[];
};

/** The order with its lines and parcels, or null when this shop has no such order. */
export const orderDetail = async (tx: ShopTx, orderId: string): Promise<OrderDetail | null> =>
  (await orderDetails(tx, [orderId])).get(orderId) ?? null;

/** As `orderDetail`, for many orders by their ids; those this shop does not have are left out. */
export async function orderDetails(tx: ShopTx, orderIds: string[]): Promise<Map<string, OrderDetail>> {
  const rows = await rowsOf(tx, orderIds);
  return new Map(rows.map((row) => [row.id, detailOf(row, tx.now)]));
}

/** The order of exactly this name ("#1001" or "1001"), the latest of several; null when there is none. */
export async function orderIdNamed(tx: ShopTx, name: string): Promise<string | null> {
  const nameKey = orderNameKey(name);
  if (nameKey === "") return null;
  const found = await tx.db.order.findFirst({
    where: { shopId: tx.shopId, nameKey },
    orderBy: { placedAt: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

// One statement for all of it: every page and mail of an order begins here.
const rowsOf = (tx: ShopTx, orderIds: string[]) =>
  tx.db.$queryRaw<DetailRow[]>`
    select o.*, c."firstName", c."lastName", c.locale as "customerLocale",
      (select p.locale from shop_profile p where p."shopId" = o."shopId" and p.id = 'profile') as "shopLocale",
      coalesce((
        select json_agg(json_build_object('id', l.id, 'title', l.title, 'variantTitle', l."variantTitle", 'sku', l.sku,
            'productId', l."productId", 'variantId', l."variantId",
            'productTags', coalesce(l."productTags", '{}'), 'collections', coalesce(l.collections, '{}'),
            'bundleId', l."bundleId", 'imageUrl', l."imageUrl", 'quantity', l.quantity,
            'currentQuantity', l."currentQuantity", 'price', l.price::text, 'total', l.total::text, 'tax', l.tax::text,
            'giftCard', l."giftCard", 'needsShipping', l."needsShipping") order by l.position)
        from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id), '[]') as lines,
      coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'state', f."parcelState", 'tracking', f.tracking,
            'shippedAt', f."shippedAt", 'estimatedAt', f."estimatedAt", 'deliveredAt', f."deliveredAt",
            'updatedAt', f."updatedAt",
            'track', (select json_build_object('carrier', t.carrier, 'company', t.company, 'by', t."carrierBy",
                'problem', t.problem, 'source', t.source, 'heardAt', t."heardAt")
              from parcel_track t where t."shopId" = f."shopId" and t.id = f.id),
            'lines', coalesce((
              select json_agg(json_build_object('id', fl.id, 'orderLineId', fl."orderLineId", 'quantity', fl.quantity) order by fl.id)
              from fulfilment_line fl where fl."shopId" = f."shopId" and fl."fulfilmentId" = f.id), '[]'),
            'events', coalesce((
              select json_agg(json_build_object('id', e.id, 'source', e.source, 'status', e.status,
                'rawStatus', e."rawStatus", 'message', e.message, 'city', e.city, 'country', e.country,
                'happenedAt', e."happenedAt", 'shopifyEventId', e."shopifyEventId"))
              from fulfilment_event e where e."shopId" = f."shopId" and e."fulfilmentId" = f.id), '[]')
          ) order by f."shippedAt")
        from fulfilment f
        where f."shopId" = o."shopId" and f."orderId" = o.id and f."parcelState" <> 'cancelled'), '[]') as parcels
    from orders o left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    where o."shopId" = ${tx.shopId} and o.id = any(${orderIds})`;

/** As it comes from JSON: times and amounts are texts there. */
type AsJson<T> = T extends Date | bigint | Money
  ? string
  : T extends (infer One)[]
    ? AsJson<One>[]
    : T extends object
      ? { [K in keyof T]: AsJson<T[K]> }
      : T;

type DetailRow = OrderRow & {
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

function detailOf(row: DetailRow, now: Date): OrderDetail {
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

/** The order that somebody who writes a mail is likely to mean. */
export type WritersOrder = {
  id: string;
  name: string;
  customerId: string | null;
  locale: string;
};

/**
 * Of the orders placed with this address, the latest of those named (by `orderNameKey`), else the latest. Null
 * when nothing was ordered with it. Orders of other addresses are never answered, whatever is named. `until`: those
 * placed later are left out, for what was written in the past.
 */
export async function orderOfWriter(
  tx: ShopTx,
  emailKey: string,
  nameKeys: string[],
  until: Date | null = null,
): Promise<WritersOrder | null> {
  const rows = await tx.db.$queryRaw<WritersOrder[]>`
    with latest as (
      select id, name, "nameKey", "customerId", locale, "placedAt" from orders
      where "shopId" = ${tx.shopId} and "emailKey" = ${emailKey} and "redactedAt" is null
        and "placedAt" <= coalesce(${until}::timestamptz, 'infinity')
      order by "placedAt" desc, id desc limit 200)
    select id, name, "customerId", locale from latest
    order by "nameKey" = any(${nameKeys}) desc, "placedAt" desc, id desc limit 1`;
  return rows[0] ?? null;
}

export type LookupView = {
  id: string;
  at: Date;
  /** a digest: the same visitor has the same, nobody reads back who it was */
  visitor: string;
  typed: string;
  outcome: LookupOutcome;
  orderId: string | null;
};

export const LOOKUPS_PER_PAGE = 50;

/** The merchant's log of look-ups, the newest first. `after` and `before` are cursors of an earlier page. */
export async function lookupsPage(
  tx: ShopTx,
  asked: { after?: string | undefined; before?: string | undefined } = {},
): Promise<Page<LookupView>> {
  const { sql, empty } = prismaClient.Prisma;
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const beyond = before
    ? sql`and (at, id) > (${before.at}, ${before.id})`
    : after
      ? sql`and (at, id) < (${after.at}, ${after.id})`
      : empty;
  const order = before ? sql`at, id` : sql`at desc, id desc`;
  const rows = await tx.db.$queryRaw<LookupView[]>(sql`
    select id, at, visitor, typed, outcome, "orderId" from lookup where "shopId" = ${tx.shopId} ${beyond}
    order by ${order} limit ${LOOKUPS_PER_PAGE + 1}`);
  return pageOf(rows, LOOKUPS_PER_PAGE, { after, before }, (row) => row);
}
