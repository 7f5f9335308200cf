import type { ShopTx } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Tracking } from "~/platform/shopify/nouns";
import type { Address } from "~/values/address";
import { orderNameKey } from "~/values/keys";
import type { Money } from "~/values/money";
import { type DetailRow, detailOf } from "./order-row";
import type { ParcelState } from "./rules";

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
