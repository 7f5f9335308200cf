import { shopifysWord } from "~/platform/carriers/status";
import { isSameHappening, mergedScans, type Scan, SHOPIFY, scanState } from "./parcel-truth";
import { UNKNOWN_SCAN } from "./rules";
import type { KeptScan } from "./track-store.server";

/** Of one parcel in one go: a parcel has some ten steps, and Shopify counts every call. */
export const MOST_TOLD = 20;

type ShopifysScan = { id: string; status: string; happenedAt: Date };

/**
 * Which scans of other sources Shopify is to be told: the steps of the way (a scan whose state is not that of the
 * one before; a code nobody knows is none), which Shopify has not told of itself and was not told of before. `theirs` is what Shopify has right
 * now: with it, asking again after each answer ends in nothing left to tell, whatever was told of it meanwhile.
 */
export function toWriteBack(
  ours: readonly KeptScan[],
  theirs: readonly ShopifysScan[],
  now: Date,
): KeptScan[] {
  const carried = ours.filter(({ source, status }) => source !== SHOPIFY && status !== UNKNOWN_SCAN);
  const steps = mergedScans(carried, now).filter(isStep);
  const lacking = steps.flatMap((step) => {
    const scan = carried.find(({ id }) => id === step.id);
    const status = shopifysWord(scanState(step));
    if (!scan || scan.shopifyEventId || status === null) return [];
    return theirs.some((one) => isSameHappening(one, { ...scan, status })) ? [] : [scan];
  });
  return lacking.slice(-MOST_TOLD);
}

const isStep = (scan: Scan, at: number, all: readonly Scan[]): boolean => {
  const before = all[at - 1];
  return !before || scanState(before) !== scanState(scan);
};

/** As Shopify is told of it. */
export const toTell = (scan: KeptScan) => ({
  state: scanState(scan),
  message: scan.message,
  city: scan.city,
  country: scan.country,
  happenedAt: scan.happenedAt,
});
