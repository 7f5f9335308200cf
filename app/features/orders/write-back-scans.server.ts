import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { fetchScans, tellScan } from "~/platform/shopify/fulfilments.server";
import { mayTell } from "~/platform/shopify/scopes";
import { scanState } from "./parcel-truth";
import { type KeptScan, noteTold, scansOf, wholeStateOf } from "./track-store.server";
import { toTell, toWriteBack } from "./write-back";

/**
 * Tells Shopify of the scans that it lacks, once each: what Shopify has is read first, and each answer is kept
 * before the next scan is told. A process killed in between finds its own scan there and tells it not again. What
 * comes back of it by webhook is no other source's word, so it is never told again either.
 */
export async function writeBackScans(shop: Shop, fulfilmentId: string): Promise<void> {
  const { wanted, ours } = await shop.transact(async (tx) => {
    const { settings, profile } = await shopFace(tx);
    const allowed = mayTell(profile.scopes, "scans");
    const scans = (await scansOf(tx, [fulfilmentId])).get(fulfilmentId) ?? [];
    const ours = ofTheWhole(scans, await wholeStateOf(tx, fulfilmentId));
    return { wanted: settings.tracking.writeBack && allowed, ours };
  });
  if (!wanted || toWriteBack(ours, [], shop.now()).length === 0) return;
  const theirs = await fetchScans(shop.id, fulfilmentId);
  if (!theirs || theirs.cancelled) return;
  for (const scan of toWriteBack(ours, theirs.scans, shop.now())) {
    const shopifyEventId = await tellScan(shop.id, fulfilmentId, toTell(scan));
    if (shopifyEventId) await shop.transact((tx) => noteTold(tx, scan.id, shopifyEventId));
  }
}

/**
 * Shopify has one history a parcel. Of one in several boxes it is told the first box's way, and that it arrived only
 * when all has.
 */
function ofTheWhole(scans: readonly KeptScan[], state: string | null): KeptScan[] {
  if (!scans.some(({ trackId }) => trackId)) return [...scans];
  return scans.filter((scan) => !scan.trackId && (scanState(scan) !== "delivered" || state === "delivered"));
}
