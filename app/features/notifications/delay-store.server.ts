import { deflateSync, inflateSync } from "node:zlib";
import prismaClient from "@prisma/client";
import { heldByCustoms, type ParcelState, parcelState } from "~/features/orders/rules";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Because } from "./delay/because";
import type { DelayModel } from "./delay/model";
import { readModel } from "./delay/model-schema";
import { readTold } from "./delay/told-schema";
import type { SeenParcel, Told, WatchState } from "./delay/watch";

const { sql } = prismaClient.Prisma;

/** A stored model's header: cheap to ask for, to see whether the one in memory is still it. */
export type ModelHeader = {
  fittedAt: Date;
  parcels: number;
  coverage: number | null;
  silent: string[];
};

export const modelHeader = (tx: ShopTx): Promise<ModelHeader | null> =>
  tx.db.delayModel.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: "model" } },
    select: { fittedAt: true, parcels: true, coverage: true, silent: true },
  });

/** The stored model; null when there is none, or none that this version can read. */
export async function loadModel(tx: ShopTx): Promise<DelayModel | null> {
  const row = await tx.db.delayModel.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: "model" } },
    select: { model: true },
  });
  return row ? readModel(JSON.parse(inflateSync(row.model).toString("utf8"))) : null;
}

export async function saveModel(
  tx: ShopTx,
  model: DelayModel,
  about: Omit<ModelHeader, "fittedAt">,
): Promise<void> {
  const key = { shopId: tx.shopId, id: "model" };
  const row = {
    ...about,
    version: model.version,
    model: deflateSync(JSON.stringify(model)),
    fittedAt: tx.now,
  };
  await tx.db.delayModel.upsert({ where: { shopId_id: key }, create: { ...key, ...row }, update: row });
}

/** A parcel with what was told of it. */
export type SeenRow = {
  id: string;
  orderId: string;
  /** where the shopper lives, for days in their own zone */
  country: string | null;
  province: string | null;
  /** null: it is not watched yet */
  told: Told | null;
  seen: SeenParcel;
};

type RawRow = {
  id: string;
  orderId: string;
  status: string;
  state: ParcelState;
  carrier: string | null;
  service: string | null;
  placedAt: Date;
  shippedAt: Date;
  promisedTo: Date | null;
  estimatedAt: Date | null;
  ignored: boolean;
  country: string | null;
  province: string | null;
  zip: string | null;
  told: unknown;
  scanStatus: string | null;
  scanMessage: string | null;
  scanAt: Date | null;
};

/**
 * Parcels by their ids; those this shop does not have are left out. Their orders are locked first, as the
 * outbox locks them, so that two looks at one parcel go one after the other.
 */
export async function lockParcels(tx: ShopTx, ids: readonly string[]): Promise<SeenRow[]> {
  const wanted = [...ids];
  await tx.db.$queryRaw`
    select id from orders where "shopId" = ${tx.shopId} and id in (
      select "orderId" from fulfilment where "shopId" = ${tx.shopId} and id = any(${wanted}))
    order by id for no key update`;
  // Clocks of scanners run ahead: a scan of tomorrow is none of today.
  const rows = await tx.db.$queryRaw<RawRow[]>`
    select f.id, f."orderId", f.status, f."parcelState" as state, left(f.tracking->0->>'carrier', 80) as carrier,
      left(o."shippingTitle", 80) as service, o."placedAt", f."shippedAt", o."promisedTo", f."estimatedAt",
      (o."cancelledAt" is not null or o.test or o.backfilled or o."redactedAt" is not null) as ignored,
      o."shippingAddress"->>'country' as country, o."shippingAddress"->>'province' as province,
      o."shippingAddress"->>'zip' as zip, w.told,
      e.status as "scanStatus", e.message as "scanMessage", e."happenedAt" as "scanAt"
    from fulfilment f
    join orders o on o."shopId" = f."shopId" and o.id = f."orderId"
    left join parcel_watch w on w."shopId" = f."shopId" and w.id = f.id
    left join lateral (select status, message, "happenedAt" from fulfilment_event
      where "shopId" = f."shopId" and "fulfilmentId" = f.id and "happenedAt" <= ${tx.now}
      order by "happenedAt" desc limit 1) e on true
    where f."shopId" = ${tx.shopId} and f.id = any(${wanted}) order by f.id`;
  return rows.map(readRow);
}

function readRow(row: RawRow): SeenRow {
  const { id, orderId, country, province, zip, state, scanAt, scanStatus, scanMessage } = row;
  const status = heldByCustoms(scanMessage)
    ? "heldByCustoms"
    : parcelState({ status: "success", displayStatus: scanStatus ?? "" });
  return {
    id,
    orderId,
    country,
    province,
    told: row.told ? readTold(row.told) : null,
    seen: {
      state,
      carrier: row.carrier ?? "",
      service: row.service ?? "",
      placedAt: row.placedAt,
      shippedAt: row.shippedAt,
      promisedTo: row.promisedTo,
      estimatedAt: row.estimatedAt,
      ignored: row.ignored,
      destination: { country, region: province, postcode: zip },
      scan: scanAt && { at: scanAt, status },
    },
  };
}

/**
 * The parcels that facts are about: each fact's own, or all of its order. Facts of orders that were mirrored
 * long after they happened are about none.
 */
export async function parcelsOfFacts(tx: ShopTx, factIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select distinct f.id from fact a
    join fulfilment f on f."shopId" = a."shopId" and f."orderId" = a."orderId"
    where a."shopId" = ${tx.shopId} and a.id = any(${[...factIds]}) and a.data->>'backfill' is null
      and coalesce(a.data->>'fulfilmentId', f.id) = f.id`;
  return rows.map(({ id }) => id);
}

/** Ids of the watched whose time has come. */
export async function dueWatches(
  tx: ShopTx,
  most: number,
): Promise<{ id: string; orderId: string; fulfilmentId: string | null }[]> {
  return tx.db.parcelWatch.findMany({
    where: { shopId: tx.shopId, nextLookAt: { lte: tx.now } },
    orderBy: { nextLookAt: "asc" },
    take: most,
    select: { id: true, orderId: true, fulfilmentId: true },
  });
}

export type NewWatch = {
  id: string;
  orderId: string;
  fulfilmentId: string | null;
  carrier: string;
  promised: Date | null;
  p10: Date;
  p50: Date;
  p90: Date;
  lateProbability: number;
  because: Because;
  state: WatchState;
  /** in days, as harmOf says it */
  harm: number;
  told: Told;
  lastScanAt: Date | null;
  nextLookAt: Date;
};

export async function saveWatches(tx: ShopTx, watches: readonly NewWatch[]): Promise<void> {
  if (watches.length === 0) return;
  const rows = JSON.stringify(
    watches.map((one) => ({ ...one, harm: Math.min(2_000_000_000, Math.round(one.harm * 100)) })),
  );
  await tx.db.$executeRaw`
    insert into parcel_watch ("shopId", id, "orderId", "fulfilmentId", carrier, promised, p10, p50, p90,
      "lateProbability", because, state, harm, told, "lastScanAt", "nextLookAt", "updatedAt")
    select ${tx.shopId}, id, "orderId", "fulfilmentId", carrier, promised, p10, p50, p90,
      "lateProbability", because, state, harm, told, "lastScanAt", "nextLookAt", ${tx.now}
    from json_populate_recordset(null::parcel_watch, ${rows}::json) order by id
    on conflict ("shopId", id) do update set carrier = excluded.carrier, promised = excluded.promised,
      p10 = excluded.p10, p50 = excluded.p50, p90 = excluded.p90, "lateProbability" = excluded."lateProbability",
      because = excluded.because, state = excluded.state, harm = excluded.harm, told = excluded.told,
      "lastScanAt" = excluded."lastScanAt", "nextLookAt" = excluded."nextLookAt", "updatedAt" = excluded."updatedAt"`;
}

export async function endWatches(tx: ShopTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.parcelWatch.deleteMany({ where: { shopId: tx.shopId, id: { in: [...ids] } } });
}

/** An order that waits to leave. */
export type WaitingOrder = {
  id: string;
  placedAt: Date;
  shipBy: Date | null;
  promisedTo: Date | null;
  service: string;
  country: string | null;
  province: string | null;
  zip: string | null;
};

const WAITING = sql`
  o.id, o."placedAt", o."shipBy", o."promisedTo", coalesce(left(o."shippingTitle", 80), '') as service,
  o."shippingAddress"->>'country' as country, o."shippingAddress"->>'province' as province,
  o."shippingAddress"->>'zip' as zip`;
/**
 * Paid for, not held back by the shop or Shopify, and not all gone: OrderDisplayFulfillmentStatus and
 * OrderDisplayFinancialStatus (Admin API 2026-07). An order on hold or scheduled is not late.
 */
const IS_WAITING = sql`
  o."fulfilmentStatus" in ('unfulfilled', 'partially_fulfilled', 'in_progress', 'pending_fulfillment', 'open', 'request_declined')
  and o."financialStatus" in ('paid', 'authorized', 'partially_paid', 'partially_refunded')
  and o."cancelledAt" is null and o."closedAt" is null and o."redactedAt" is null and not o.test and not o.backfilled
  and exists (select 1 from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id
    and l."needsShipping" and l."currentQuantity" > 0)`;

/** Orders by their ids, those of them that still wait to leave; locked as parcels' orders are. */
export async function lockWaiting(tx: ShopTx, ids: readonly string[]): Promise<WaitingOrder[]> {
  return tx.db.$queryRaw<WaitingOrder[]>`
    select ${WAITING} from orders o
    where o."shopId" = ${tx.shopId} and o.id = any(${[...ids]}) and ${IS_WAITING}
    order by o.id for no key update of o`;
}

const NOT_WATCHED = sql`
  not exists (select 1 from parcel_watch w where w."shopId" = o."shopId" and w.id = 'order-' || o.id)`;

/** Orders that have passed the day they were to leave by since `since`, and are not watched. */
export async function pastShipBy(tx: ShopTx, since: Date, most: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select o.id from orders o
    where o."shopId" = ${tx.shopId} and o."shipBy" > ${since} and o."shipBy" < ${tx.now}
      and ${IS_WAITING} and ${NOT_WATCHED}
    order by o."shipBy" limit ${most}`;
  return rows.map(({ id }) => id);
}

/** Orders without such a day that were placed between two moments, and are not watched. */
export async function unshippedPlacedBetween(
  tx: ShopTx,
  from: Date,
  until: Date,
  most: number,
): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select o.id from orders o
    where o."shopId" = ${tx.shopId} and o."placedAt" >= ${from} and o."placedAt" < ${until} and o."shipBy" is null
      and ${IS_WAITING} and ${NOT_WATCHED}
    order by o."placedAt", o.id limit ${most}`;
  return rows.map(({ id }) => id);
}
