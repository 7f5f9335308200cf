import type { ShopTx } from "~/platform/database/shop.server";
import type { Cursor } from "~/values/cursor";
import type { PastParcel, Place } from "./delay/parcel";

/** A parcel of the past, as the model learns from it. */
export type PastRow = PastParcel & { id: string; shippedAt: Date };

type Raw = {
  id: string;
  shippedAt: Date;
  preparing: boolean;
  placedAt: Date;
  promisedTo: Date | null;
  deliveredAt: Date | null;
  carrier: string | null;
  service: string | null;
  country: string | null;
  province: string | null;
  zip: string | null;
};

/**
 * Parcels shipped before `before`, the newest first: delivered ones, and those of which it is not known yet.
 * One that arrived at a moment that nobody told, or never was to, teaches nothing and is left out.
 */
export async function pastParcels(
  tx: ShopTx,
  origin: Place,
  before: Cursor,
  since: Date,
  most: number,
): Promise<PastRow[]> {
  const rows = await tx.db.$queryRaw<Raw[]>`
    select f.id, f."shippedAt", f."parcelState" = 'preparing' as preparing, o."placedAt", o."promisedTo", f."deliveredAt",
      left(f.tracking->0->>'carrier', 80) as carrier, left(o."shippingTitle", 80) as service,
      o."shippingAddress"->>'country' as country, o."shippingAddress"->>'province' as province,
      o."shippingAddress"->>'zip' as zip
    from fulfilment f join orders o on o."shopId" = f."shopId" and o.id = f."orderId"
    where f."shopId" = ${tx.shopId} and (f."shippedAt", f.id) < (${before.at}, ${before.id}) and f."shippedAt" >= ${since}
      and f."parcelState" not in ('cancelled', 'returned', 'readyForPickup')
      and (f."deliveredAt" is not null or f."parcelState" <> 'delivered') and not o.test
    order by f."shippedAt" desc, f.id desc limit ${most}`;
  return rows.map((row) => ({
    id: row.id,
    shippedAt: row.shippedAt,
    placed: row.placedAt,
    handedOver: row.preparing ? null : row.shippedAt,
    promised: row.promisedTo,
    delivered: row.deliveredAt,
    carrier: row.carrier,
    service: row.service,
    origin,
    destination: { country: row.country, region: row.province, postcode: row.zip },
  }));
}

/** Orders that have not left, the newest first: how long they wait teaches as much as how long others did. */
export async function waitingOrders(
  tx: ShopTx,
  origin: Place,
  since: Date,
  most: number,
): Promise<PastParcel[]> {
  const rows = await tx.db.$queryRaw<
    Omit<Raw, "id" | "shippedAt" | "preparing" | "deliveredAt" | "carrier">[]
  >`
    select o."placedAt", o."promisedTo", left(o."shippingTitle", 80) as service,
      o."shippingAddress"->>'country' as country, o."shippingAddress"->>'province' as province,
      o."shippingAddress"->>'zip' as zip
    from orders o
    where o."shopId" = ${tx.shopId} and o."placedAt" >= ${since} and o."fulfilmentStatus" = 'unfulfilled'
      and o."cancelledAt" is null and o."closedAt" is null and not o.test
      and exists (select 1 from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id and l."needsShipping")
    order by o."placedAt" desc, o.id desc limit ${most}`;
  return rows.map((row) => ({
    placed: row.placedAt,
    handedOver: null,
    promised: row.promisedTo,
    delivered: null,
    service: row.service,
    origin,
    destination: { country: row.country, region: row.province, postcode: row.zip },
  }));
}
