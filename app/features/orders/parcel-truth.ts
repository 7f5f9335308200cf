import { shopifysWord } from "~/platform/carriers/status";
import type { ShopifyFulfilment, ShopifyFulfilmentEvent } from "~/platform/shopify/nouns";
import { type ParcelState, parcelState, UNKNOWN_SCAN } from "./rules";

/** Who told of a scan: Shopify, or a key of platform/carriers/registry.ts. */
export const SHOPIFY = "shopify";

/** A scan of a parcel, by whoever told of it. */
export type Scan = ShopifyFulfilmentEvent & {
  source: string;
  /** the carrier's own code */
  rawStatus?: string | null;
  /** Shopify's id of it, once we told Shopify */
  shopifyEventId?: string | null;
  /** which of the parcel's further numbers it is of; of the first, and of Shopify's: none */
  trackId?: string | null;
};

/** Two sources that tell of one scan round and delay its time by less than this. */
const SAME_SCAN_MS = 3_600_000;
/** A scan further ahead than this is a slip of the scanner's clock. */
const CLOCK_SKEW_MS = 2 * 86_400_000;

/** Where a scan says the parcel is. */
export const scanState = ({ status }: { status: string }): ParcelState =>
  parcelState({ status: "success", displayStatus: status });

type Happening = { status: string; happenedAt: Date };

/** May these be one scan, told twice? */
export const isSameHappening = (one: Happening, other: Happening): boolean =>
  scanState(one) === scanState(other) &&
  Math.abs(one.happenedAt.getTime() - other.happenedAt.getTime()) <= SAME_SCAN_MS;

/** Is Shopify's scan the echo of one that we told it of? It may be known by its time only, if we died meanwhile. */
const isEcho = (ours: Scan, theirs: Scan): boolean =>
  theirs.source === SHOPIFY &&
  ours.source !== SHOPIFY &&
  (ours.shopifyEventId === theirs.id ||
    (shopifysWord(scanState(ours)) === theirs.status &&
      Math.abs(ours.happenedAt.getTime() - theirs.happenedAt.getTime()) < 1_000));

const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** One order for all: by time, carriers before Shopify, then by what cannot be equal. */
const inTime = (one: Scan, other: Scan): number =>
  one.happenedAt.getTime() - other.happenedAt.getTime() ||
  Number(one.source === SHOPIFY) - Number(other.source === SHOPIFY) ||
  text(one.source, other.source) ||
  text(one.id, other.id);

/**
 * The scans of all sources as one history, oldest first, each scan once, whatever order they came in. What two
 * sources tell of one moment is one scan; each lends the other what it lacks. A scan from the future is none.
 */
export function mergedScans(scans: readonly Scan[], now: Date): Scan[] {
  const until = now.getTime() + CLOCK_SKEW_MS;
  const byId = new Map(scans.map((scan) => [`${scan.source} ${scan.id}`, scan]));
  const all = [...byId.values()];
  const carried = all.filter(({ source }) => source !== SHOPIFY);
  const merged: { scan: Scan; sources: Set<string> }[] = [];
  for (const scan of all.sort(inTime)) {
    if (!(scan.happenedAt.getTime() <= until) || carried.some((one) => isEcho(one, scan))) continue;
    const twin = merged.find((one) => !one.sources.has(scan.source) && isSameHappening(one.scan, scan));
    if (!twin) merged.push({ scan, sources: new Set([scan.source]) });
    else {
      twin.sources.add(scan.source);
      const { message, city, country } = twin.scan;
      const fuller = {
        message: message ?? scan.message,
        city: city ?? scan.city,
        country: country ?? scan.country,
      };
      twin.scan = { ...twin.scan, ...fuller };
    }
  }
  return merged.map((one) => one.scan);
}

/** Said of its label, or by the shop that handed it over, often hours late: nothing once the parcel moves. */
const BEFORE_THE_WAY: ReadonlySet<ParcelState> = new Set(["preparing", "shipped", "cancelled"]);

/**
 * Where a parcel is by its scans; null when none says so. Once it goes back to its sender nothing else is true of
 * it ("delivered" is then said of its sender's door), and what was delivered stays so: late scans of depots
 * follow many deliveries. Otherwise the latest scan holds. A code nobody knows only tells that what has left is
 * moving: it never makes news.
 */
export function stateByScans(scans: readonly Scan[], now: Date): ParcelState | null {
  const all = mergedScans(scans, now);
  const known = all.filter(({ status }) => status !== UNKNOWN_SCAN);
  const states = known.map(scanState);
  if (states.includes("returned")) return "returned";
  if (states.includes("delivered")) return "delivered";
  const moving = states.findLast((state) => !BEFORE_THE_WAY.has(state));
  if (moving) return moving;
  if (states.includes("shipped")) return known.length < all.length ? "inTransit" : "shipped";
  return states.length > 0 ? "preparing" : null;
}

/** What is kept of a parcel beside what Shopify says now: all scans, and the days its followed tracker names. */
export type Kept = { scans: readonly Scan[]; estimatedAt: Date | null };

/**
 * A parcel as all its sources together tell it, in Shopify's form. What Shopify says without a scan (staff marked
 * it as delivered, say) counts as one. Without another source it is Shopify's word unchanged.
 */
export function asAllTell(parcel: ShopifyFulfilment, kept: Kept | undefined, now: Date): ShopifyFulfilment {
  const carried = kept?.scans.filter(({ source }) => source !== SHOPIFY) ?? [];
  if (!kept || carried.length === 0 || parcel.status === "cancelled") return parcel;
  const told = [
    ...kept.scans.filter(({ source }) => source === SHOPIFY),
    ...parcel.events.map((event): Scan => ({ ...event, source: SHOPIFY })),
  ];
  const first = [...carried.filter(({ trackId }) => !trackId), ...told, ...unscanned(parcel, told, now)];
  const boxes = [first, ...furtherBoxes(carried)];
  const all = boxes.flatMap((scans) => mergedScans(scans, now)).sort(inTime);
  const firstState = stateByScans(first, now) ?? parcelState(parcel);
  const state = stateOfAll([
    firstState,
    ...boxes.slice(1).flatMap((scans) => stateByScans(scans, now) ?? []),
  ]);
  const when = (wanted: ParcelState) => all.filter((scan) => scanState(scan) === wanted);
  return {
    ...parcel,
    displayStatus: state,
    estimatedAt: kept.estimatedAt ?? parcel.estimatedAt,
    inTransitAt: parcel.inTransitAt ?? when("inTransit")[0]?.happenedAt ?? null,
    deliveredAt:
      boxes.length === 1
        ? arrival(parcel, state, when("delivered")[0])
        : arrivalOfAll(state, when("delivered")),
    events: all,
  };
}

const arrival = (parcel: ShopifyFulfilment, state: ParcelState, scan: Scan | undefined): Date | null =>
  state === "delivered" ? (parcel.deliveredAt ?? scan?.happenedAt ?? null) : parcel.deliveredAt;

/** What Shopify says of the first box is not said of all. */
const arrivalOfAll = (state: ParcelState, scans: readonly Scan[]): Date | null =>
  state === "delivered" ? (scans.at(-1)?.happenedAt ?? null) : null;

/** What carriers told of each further number, one history a number. */
function furtherBoxes(carried: readonly Scan[]): Scan[][] {
  const boxes = new Map<string, Scan[]>();
  for (const scan of carried)
    if (scan.trackId) boxes.set(scan.trackId, [...(boxes.get(scan.trackId) ?? []), scan]);
  return [...boxes.values()];
}

/** What is said of several boxes together: first what somebody should know now, that it is over only when all is. */
const SAID_FIRST: readonly ParcelState[] = [
  "lost",
  "failed",
  "heldByCustoms",
  "attempted",
  "readyForPickup",
  "outForDelivery",
  "delayed",
  "inTransit",
  "shipped",
  "preparing",
  "returned",
  "delivered",
];

/** Where all of a parcel is, by where its boxes are; once one is on its way, or there, all has left. */
export function stateOfAll(states: readonly [ParcelState, ...ParcelState[]]): ParcelState {
  const [only] = states;
  const said = SAID_FIRST.find((state) => states.includes(state)) ?? only;
  const isBehind = BEFORE_THE_WAY.has(said) && states.some((state) => !BEFORE_THE_WAY.has(state));
  return isBehind ? "inTransit" : said;
}

/** Shopify's word of the parcel's state as a scan, where none of its scans says the same. */
function unscanned(parcel: ShopifyFulfilment, told: readonly Scan[], now: Date): Scan[] {
  const state = parcelState(parcel);
  if (stateByScans(told, now) === state) return [];
  const since: Partial<Record<ParcelState, Date | null>> = {
    preparing: parcel.shippedAt,
    shipped: parcel.shippedAt,
    inTransit: parcel.inTransitAt,
    delivered: parcel.deliveredAt,
  };
  const at = since[state] ?? parcel.updatedAt;
  const place = { message: null, city: null, country: null };
  return [{ id: `${parcel.id}-${state}`, status: state, happenedAt: at, source: SHOPIFY, ...place }];
}
