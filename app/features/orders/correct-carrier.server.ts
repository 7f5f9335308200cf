import { shopFace } from "~/features/settings/queries.server";
import { KNOWN_CARRIERS, knownCarrier, trackingPage } from "~/platform/carriers/known-carriers";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { correctTracking, fetchScans } from "~/platform/shopify/fulfilments.server";
import { mayTell } from "~/platform/shopify/scopes";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { carrierCorrected } from "./facts";
import { lockTrack, saveTrack, trackOf } from "./track-store.server";

export type CarrierCorrection = { orderId: string; fulfilmentId: string; carrier: string };

/** The carriers that staff can name, by name. */
export const carriersToChoose = (): { key: string; name: string }[] =>
  Object.entries(KNOWN_CARRIERS)
    .map(([key, { name }]) => ({ key, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));

/**
 * Staff say who carries a parcel. Its link follows, and it is followed anew by that name. Refuses
 * `orders.notFound` for a parcel that is not of this order, `input.invalid` for a carrier nobody knows.
 */
export const correctCarrier = (
  shop: Shop,
  { orderId, fulfilmentId, carrier }: CarrierCorrection,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!knownCarrier(carrier)) return refuse("input.invalid");
    const track = await lockTrack(tx, fulfilmentId);
    if (!track || track.orderId !== orderId) return refuse("orders.notFound");
    if (track.carrier === carrier && track.carrierBy === "staff") return ok(null);
    const anew = { accountId: null, externalId: null, problem: null, asks: 0, nextAskAt: tx.now };
    await saveTrack(tx, fulfilmentId, { carrier, carrierBy: "staff", ...anew });
    await record(tx, carrierCorrected(orderId, fulfilmentId, newId(tx.now), staffName));
    await tellCarrierLater(tx, [fulfilmentId]);
    return ok(null);
  });

/** Shopify hears of carriers that it names wrongly, where the merchant wants that. */
export async function tellCarrierLater(tx: ShopTx, fulfilmentIds: readonly string[]): Promise<void> {
  if (fulfilmentIds.length === 0 || !(await shopFace(tx)).settings.tracking.correctShopify) return;
  for (const fulfilmentId of fulfilmentIds) {
    const key = `tell-shopify-carrier:${tx.shopId}:${fulfilmentId}`;
    await enqueue(tx, "tell-shopify-carrier", { fulfilmentId }, { key });
  }
}

/**
 * Tells Shopify who carries a parcel, where the merchant wants that and Shopify names another. The numbers stay as
 * they are, and the shopper is not written to. Done already, it does nothing.
 */
export async function tellShopifyCarrier(shop: Shop, fulfilmentId: string): Promise<void> {
  const { wanted, track } = await shop.transact(async (tx) => {
    const { settings, profile } = await shopFace(tx);
    const allowed = mayTell(profile.scopes, "carriers");
    return {
      wanted: settings.tracking.correctShopify && allowed,
      track: await trackOf(tx, fulfilmentId),
    };
  });
  const carrier = track && knownCarrier(track.carrier);
  if (!wanted || !carrier || track.carrierBy === "shopify") return;
  const company = carrier.shopify ?? carrier.name;
  const theirs = await fetchScans(shop.id, fulfilmentId);
  const numbers = theirs?.tracking.flatMap(({ number }) => number ?? []) ?? [];
  const isSaid = theirs?.tracking.every((one) => one.carrier === company);
  if (!theirs || theirs.cancelled || numbers.length === 0 || isSaid) return;
  const url = carrier.shopify || numbers.length > 1 ? null : trackingPage(track.carrier, track.number);
  await correctTracking(shop.id, fulfilmentId, { company, numbers, url });
}
