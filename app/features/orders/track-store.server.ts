import prismaClient, { type ParcelTrack, type Prisma } from "@prisma/client";
import { carriageOf } from "~/platform/carriers/known-carriers";
import { plain } from "~/platform/carriers/tracking-number";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ShopifyFulfilment, ShopifyOrder } from "~/platform/shopify/nouns";
import { type Kept, type Scan, SHOPIFY } from "./parcel-truth";
import { parcelState } from "./rules";

const { sql } = prismaClient.Prisma;

export type Track = ParcelTrack;

/** What is kept of these parcels, for those of which somebody beside Shopify has told. */
export async function keptOf(tx: ShopTx, fulfilmentIds: readonly string[]): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  if (fulfilmentIds.length === 0) return kept;
  const tracks = await tx.db.parcelTrack.findMany({
    where: { shopId: tx.shopId, fulfilmentId: { in: [...fulfilmentIds] }, heardAt: { not: null } },
    select: { fulfilmentId: true, estimatedAt: true },
  });
  if (tracks.length === 0) return kept;
  const ids = [...new Set(tracks.map(({ fulfilmentId }) => fulfilmentId))];
  const scans = await scansOf(tx, ids);
  for (const id of ids) {
    const days = tracks.filter(({ fulfilmentId }) => fulfilmentId === id).map((one) => one.estimatedAt);
    kept.set(id, { estimatedAt: lastDay(days), scans: scans.get(id) ?? [] });
  }
  return kept;
}

/** All of a parcel is there when its last box is. */
const lastDay = (days: readonly (Date | null)[]): Date | null =>
  days.reduce((last, day) => (day && (!last || day > last) ? day : last), null);

/** When all of a parcel is there, by what was told of each of its numbers; null when nothing was. */
export async function lastEstimateOf(tx: ShopTx, fulfilmentId: string): Promise<Date | null> {
  const { _max } = await tx.db.parcelTrack.aggregate({
    where: { shopId: tx.shopId, fulfilmentId },
    _max: { estimatedAt: true },
  });
  return _max.estimatedAt;
}

/** Where all of a parcel is, by all its sources and numbers. */
export async function wholeStateOf(tx: ShopTx, fulfilmentId: string): Promise<string | null> {
  const row = await tx.db.fulfilment.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: fulfilmentId } },
    select: { parcelState: true },
  });
  return row?.parcelState ?? null;
}

/** All scans of these parcels, whoever told of them. */
export async function scansOf(
  tx: ShopTx,
  fulfilmentIds: readonly string[],
): Promise<Map<string, KeptScan[]>> {
  const rows = await tx.db.fulfilmentEvent.findMany({
    where: { shopId: tx.shopId, fulfilmentId: { in: [...fulfilmentIds] } },
  });
  const scans = new Map<string, KeptScan[]>();
  for (const { shopId: _, fulfilmentId, ...scan } of rows)
    scans.set(fulfilmentId, [...(scans.get(fulfilmentId) ?? []), scan]);
  return scans;
}

export type KeptScan = Scan & { rawStatus: string | null; shopifyEventId: string | null };

/** Longest tracking number kept. */
const MOST_NUMBER = 60;
const OVER = new Set(["delivered", "returned", "cancelled"]);

/** Boxes of one parcel that are followed; of more, the first. */
const MOST_NUMBERS = 20;

/**
 * Begins to follow an order's parcels by each of their numbers. One whose first number changed is followed anew, a
 * further number that is no longer the parcel's is forgotten with its scans. Answers the parcels whose carrier is
 * another than Shopify's, as far as that is new.
 */
export async function followParcelsOf(tx: ShopTx, { id: orderId, full }: ShopifyOrder): Promise<string[]> {
  const rows = (full?.fulfilments ?? []).flatMap(trackRows);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parcels = [...new Set(rows.map(({ fulfilmentId }) => fulfilmentId))];
  const changed = await tx.db.$queryRaw<{ id: string; carrierBy: string; isFirst: boolean }[]>`
    with gone as (
      delete from parcel_track where "shopId" = ${tx.shopId} and "fulfilmentId" = any(${parcels})
        and id <> "fulfilmentId" and not (id = any(${ids})) returning id, "fulfilmentId"),
    forgotten as (
      delete from fulfilment_event e using gone g where e."shopId" = ${tx.shopId}
        and e."fulfilmentId" = g."fulfilmentId" and e."trackId" = g.id)
    insert into parcel_track as t ("shopId", id, "fulfilmentId", "orderId", number, company, carrier, "carrierBy", "nextAskAt")
    select ${tx.shopId}, id, "fulfilmentId", ${orderId}, number, company, carrier, "carrierBy",
      case when over then null else ${tx.now}::timestamptz end
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id text, "fulfilmentId" text, number text, company text, carrier text, "carrierBy" text, over boolean) order by id
    on conflict ("shopId", id) do update set
      company = excluded.company, number = excluded.number,
      carrier = case when t."carrierBy" = 'staff' and t.number = excluded.number then t.carrier else excluded.carrier end,
      "carrierBy" = case when t."carrierBy" = 'staff' and t.number = excluded.number then 'staff' else excluded."carrierBy" end,
      "accountId" = case when t.number = excluded.number then t."accountId" end,
      "externalId" = case when t.number = excluded.number then t."externalId" end,
      "nextAskAt" = case when t.number = excluded.number then t."nextAskAt" else excluded."nextAskAt" end,
      problem = case when t.number = excluded.number then t.problem end,
      asks = case when t.number = excluded.number then t.asks else 0 end
    where (t.number, t.company) is distinct from (excluded.number, excluded.company)
    returning t.id, t."carrierBy", t.id = t."fulfilmentId" as "isFirst"`;
  return changed.flatMap(({ id, carrierBy, isFirst }) => (isFirst && carrierBy === "number" ? [id] : []));
}

/** A row for each number of a parcel; the first has the parcel's own id. */
function trackRows(parcel: ShopifyFulfilment) {
  const over = OVER.has(parcelState(parcel));
  const byNumber = new Map(
    parcel.tracking.flatMap(({ number, carrier }) => {
      const kept = number ? plain(number).slice(0, MOST_NUMBER) : "";
      return kept === "" ? [] : [[kept, { number: number ?? "", company: carrier }] as const];
    }),
  );
  return [...byNumber].slice(0, MOST_NUMBERS).map(([number, told], at) => {
    const { carrier, by } = carriageOf(told.company, told.number);
    const id = at === 0 ? parcel.id : `${parcel.id}-${number}`;
    return { id, fulfilmentId: parcel.id, number, company: told.company, carrier, carrierBy: by, over };
  });
}

/** Parcels with this number, the latest few: carriers use their numbers again. */
export const tracksByNumber = (tx: ShopTx, number: string): Promise<Track[]> =>
  tx.db.parcelTrack.findMany({
    where: { shopId: tx.shopId, number: plain(number).slice(0, MOST_NUMBER) },
    orderBy: { id: "desc" },
    take: 5,
  });

export const trackOf = (tx: ShopTx, fulfilmentId: string): Promise<Track | null> =>
  tx.db.parcelTrack.findUnique({ where: { shopId_id: { shopId: tx.shopId, id: fulfilmentId } } });

/** As `trackOf`, its row locked until the transaction ends. */
export async function lockTrack(tx: ShopTx, fulfilmentId: string): Promise<Track | null> {
  await tx.db.$queryRaw`
    select id from parcel_track where "shopId" = ${tx.shopId} and id = ${fulfilmentId} for update`;
  return trackOf(tx, fulfilmentId);
}

/** Notes under which id Shopify has a scan of ours. */
export async function noteTold(tx: ShopTx, scanId: string, shopifyEventId: string): Promise<void> {
  await tx.db.fulfilmentEvent.updateMany({
    where: { shopId: tx.shopId, id: scanId },
    data: { shopifyEventId },
  });
}

export async function saveTrack(
  tx: ShopTx,
  fulfilmentId: string,
  data: Prisma.ParcelTrackUncheckedUpdateManyInput,
): Promise<void> {
  await tx.db.parcelTrack.updateMany({ where: { shopId: tx.shopId, id: fulfilmentId }, data });
}

/** A parcel as it is kept, for what other sources tell of it. */
export async function keptParcel(tx: ShopTx, fulfilmentId: string): Promise<ShopifyFulfilment | null> {
  const row = await tx.db.fulfilment.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: fulfilmentId } },
  });
  if (!row) return null;
  const { id, name, status, shippedAt, inTransitAt, estimatedAt, deliveredAt, updatedAt } = row;
  return {
    ...{ id, name, status, shippedAt, inTransitAt, estimatedAt, deliveredAt, updatedAt },
    displayStatus: row.shopifyState ?? row.parcelState,
    tracking: [],
    lines: [],
    events: [],
  };
}

/** Notes where a parcel is by all its sources. */
export async function saveParcel(tx: ShopTx, parcel: ShopifyFulfilment): Promise<void> {
  const { id, inTransitAt, estimatedAt, deliveredAt } = parcel;
  await tx.db.fulfilment.updateMany({
    where: { shopId: tx.shopId, id },
    data: { parcelState: parcelState(parcel), inTransitAt, estimatedAt, deliveredAt },
  });
}

/** Writes scans that other sources told of; those known already stay as they are. Answers how many were new. */
export async function addScans(
  tx: ShopTx,
  fulfilmentId: string,
  scans: readonly (Scan & { rawStatus: string | null })[],
): Promise<number> {
  if (scans.length === 0) return 0;
  const data = scans.map((scan) => ({ ...scan, shopId: tx.shopId, fulfilmentId }));
  return (await tx.db.fulfilmentEvent.createMany({ data, skipDuplicates: true })).count;
}

/** Counts codes that mean nothing to us. */
export async function countUnknown(tx: ShopTx, source: string, codes: readonly string[]): Promise<void> {
  for (const code of new Set(codes)) {
    const seen = codes.filter((one) => one === code).length;
    await tx.db.$executeRaw`
      insert into unknown_carrier_code as u ("shopId", id, source, code, seen, "lastAt")
      values (${tx.shopId}, ${`${source}:${code}`}, ${source}, ${code}, ${seen}, ${tx.now})
      on conflict ("shopId", id) do update set seen = u.seen + excluded.seen, "lastAt" = excluded."lastAt"`;
  }
}

/** A parcel whose turn has come, with what decides whether it is asked for. */
export type DueTrack = Pick<
  Track,
  "id" | "orderId" | "number" | "company" | "carrier" | "accountId" | "externalId" | "asks" | "problem"
> & {
  parcelState: string;
  shippedAt: Date;
  /** Shopify's own newest scan, not one that we told it of; Shopify speaks of first numbers only */
  shopifyScanAt: Date | null;
  /** nobody waits for it: cancelled, erased */
  ignored: boolean;
};

/**
 * Takes the parcels whose turn has come for this run, those that wait longest first: until `until` no other run
 * takes them.
 */
export const claimDue = (tx: ShopTx, most: number, until: Date): Promise<DueTrack[]> =>
  tx.db.$queryRaw<DueTrack[]>(sql`
    with due as (
      select id from parcel_track where "shopId" = ${tx.shopId} and "nextAskAt" <= ${tx.now}
      order by "nextAskAt" limit ${most} for update skip locked)
    update parcel_track t set "nextAskAt" = ${until}
    from due, fulfilment f, orders o
    where t."shopId" = ${tx.shopId} and t.id = due.id and f."shopId" = t."shopId" and f.id = t."fulfilmentId"
      and o."shopId" = f."shopId" and o.id = f."orderId"
    returning t.id, t."orderId", t.number, t.company, t.carrier, t."accountId", t."externalId", t.asks, t.problem,
      case when t.status in ('delivered', 'returned') then t.status else f."parcelState" end as "parcelState",
      f."shippedAt", (o."cancelledAt" is not null or o."redactedAt" is not null) as ignored,
      (select max(e."happenedAt") from fulfilment_event e
        where t.id = t."fulfilmentId" and e."shopId" = f."shopId" and e."fulfilmentId" = f.id and e.source = ${SHOPIFY}
          and not exists (select from fulfilment_event w where w."shopId" = e."shopId"
            and w."fulfilmentId" = e."fulfilmentId" and w."shopifyEventId" = e.id)) as "shopifyScanAt"`);

/** A shop's accounts, in its order. */
export const accountsInUse = (tx: ShopTx) =>
  tx.db.carrierAccount.findMany({
    where: { shopId: tx.shopId, enabled: true },
    orderBy: { position: "asc" },
    select: { id: true, carrier: true, credentials: true },
  });

/** Codes that mean nothing to us, the latest first; at most 50. */
export const unknownCodesSeen = (tx: ShopTx) =>
  tx.db.unknownCarrierCode.findMany({
    where: { shopId: tx.shopId },
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, source: true, code: true, seen: true, lastAt: true },
  });
