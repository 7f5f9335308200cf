import { shopFace } from "~/features/settings/queries.server";
import type { Tracking } from "~/platform/carriers/tracking";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { recordAll } from "~/platform/queue/record.server";
import { orderFact } from "./facts";
import { newsOfParcel, type ParcelNews } from "./parcel-news";
import { asAllTell } from "./parcel-truth";
import { parcelState } from "./rules";
import { scansTold, unknownCodes } from "./scans-told";
import { lockKnown } from "./store.server";
import {
  addScans,
  countUnknown,
  keptParcel,
  lastEstimateOf,
  saveParcel,
  saveTrack,
  scansOf,
  type Track,
  tracksByNumber,
} from "./track-store.server";

/** Takes in what a carrier's message says of an order's parcel; of a number that is none of ours, nothing. */
export async function takeParcelNews(
  shop: Shop,
  { source, tracking }: { source: string; tracking: Tracking | null },
): Promise<void> {
  const number = tracking?.trackingNumber;
  if (!tracking || !number) return;
  await shop.transact(async (tx) => {
    for (const track of await tracksByNumber(tx, number)) await noteTracking(tx, track, source, tracking);
  });
}

/**
 * Takes in what a source beside Shopify says of one of a parcel's numbers: its scans, where it is by all its sources together, and
 * what is news of that. Said again, late or in another order, it changes nothing. Answers whether it told anything
 * new. Nothing is taken in of an order whose personal data was erased.
 */
export async function noteTracking(
  tx: ShopTx,
  track: Track,
  source: string,
  tracking: Tracking,
): Promise<boolean> {
  const known = await lockKnown(tx, track.orderId);
  const { fulfilmentId } = track;
  const parcel = await keptParcel(tx, fulfilmentId);
  const before = known?.fulfilments.find(({ id }) => id === fulfilmentId);
  if (!known || !parcel || !before || known.redacted) return false;
  const box = { id: track.id, shippedAt: parcel.shippedAt };
  const told = scansTold(source, tracking, box, { now: tx.now, lastStatus: track.status });
  const kept = (await scansOf(tx, [fulfilmentId])).get(fulfilmentId) ?? [];
  const trackId = track.id === fulfilmentId ? null : track.id;
  const fresh = told
    .filter((scan) => !kept.some(({ id }) => id === scan.id))
    .map((scan) => ({ ...scan, trackId }));
  const isNew = (await addScans(tx, fulfilmentId, fresh)) > 0;
  await countUnknown(tx, source, unknownCodes(fresh));
  await saveTrack(tx, track.id, {
    source,
    heardAt: tx.now,
    status: tracking.status,
    rawStatus: tracking.rawStatus,
    estimatedAt: tracking.estimatedDelivery ?? track.estimatedAt,
    ...(tracking.externalId && track.accountId ? { externalId: tracking.externalId } : {}),
  });
  const estimatedAt = await lastEstimateOf(tx, fulfilmentId);
  const all = asAllTell(parcel, { scans: [...kept, ...fresh], estimatedAt }, tx.now);
  await saveParcel(tx, all);
  const news = known.cancelledAt ? [] : newsOfParcel({ ...before, events: kept }, all);
  await recordAll(
    tx,
    news.map((one) => orderFact(track.orderId, withDeadline(one, tracking), { toldBy: "system" })),
  );
  if (isNew && parcelState(all) !== "cancelled") await writeBackLater(tx, fulfilmentId);
  return isNew;
}

const withDeadline = (news: ParcelNews, { pickupUntil }: Tracking): ParcelNews =>
  news.kind === "order.readyForPickup" && pickupUntil ? { ...news, pickupUntil } : news;

/** Where the merchant wants it, Shopify is told of what it did not know. */
async function writeBackLater(tx: ShopTx, fulfilmentId: string): Promise<void> {
  const { settings } = await shopFace(tx);
  if (!settings.tracking.writeBack) return;
  const key = `write-back-scans:${tx.shopId}:${fulfilmentId}`;
  await enqueue(tx, "write-back-scans", { fulfilmentId }, { key });
}
