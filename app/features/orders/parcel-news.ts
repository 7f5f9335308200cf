import type { ShopifyFulfilment, ShopifyFulfilmentEvent } from "~/platform/shopify/nouns";
import { heldByCustoms } from "./customs-hold";
import { isSameHappening, type Scan } from "./parcel-truth";
import { type KnownParcel, type ParcelState, parcelState } from "./rules";

/** What may happen to a parcel, once or, where episodes are told apart, again. */
export type ParcelNews = {
  kind:
    | "order.shipped"
    | "order.outForDelivery"
    | "order.deliveryAttempted"
    | "order.readyForPickup"
    | "order.heldByCustoms"
    | "order.deliveryFailed"
    | "order.delivered"
    | "order.returnedToSender";
  fulfilmentId: string;
  /** tells apart what may happen twice to one parcel: the id of the scan that said so */
  episode?: string;
  /** when it happened, as far as anybody said */
  at: Date | null;
  /** until which day a pick-up point keeps it ("2026-11-25"), where its carrier said so */
  pickupUntil?: string;
};

const ONCE: Partial<Record<ParcelState, ParcelNews["kind"]>> = {
  delivered: "order.delivered",
  returned: "order.returnedToSender",
};

const AGAIN: Partial<Record<ParcelState, ParcelNews["kind"]>> = {
  heldByCustoms: "order.heldByCustoms",
  outForDelivery: "order.outForDelivery",
  attempted: "order.deliveryAttempted",
  readyForPickup: "order.readyForPickup",
  failed: "order.deliveryFailed",
};

const ENDS: readonly ParcelState[] = ["delivered", "returned"];
/** A scan further ahead of Shopify's own clock than this is a slip of the scanner's. */
const CLOCK_SKEW_MS = 2 * 86_400_000;

/**
 * What is new of a parcel. Only where it is now makes news, since what it passed on the way there is none any
 * more; that it was shipped is told too, and decided on later. A scan that repeats a state (tried again on the
 * next day) is an episode of its own. Of a parcel that has arrived, or gone back, late scans of depots are no news,
 * though Shopify then shows it as on its way again. Saying anything twice does no harm.
 */
export function newsOfParcel(known: KnownParcel | undefined, parcel: ShopifyFulfilment): ParcelNews[] {
  const state = parcelState(parcel);
  if (state === "cancelled") return [];
  const { id: fulfilmentId } = parcel;
  const news: ParcelNews[] = [];
  const changed = state !== known?.parcelState;
  const left = state !== "preparing" && (!known || known.parcelState === "preparing");
  if (left) news.push({ kind: "order.shipped", fulfilmentId, at: parcel.shippedAt });
  const once = ONCE[state];
  if (once && changed)
    news.push({
      kind: once,
      fulfilmentId,
      at: parcel.deliveredAt ?? scanOf(parcel, state)?.happenedAt ?? null,
    });
  if (hasEnded(known, parcel)) return news;
  const again = AGAIN[state];
  const scan = again && scanOf(parcel, state);
  if (again && (changed || isLater(scan, known)))
    news.push({
      kind: again,
      fulfilmentId,
      at: scan?.happenedAt ?? null,
      ...(scan ? { episode: scan.id } : {}),
    });
  const last = latest(parcel, () => true);
  if (last && state !== "heldByCustoms" && heldByCustoms(last.message) && isLater(last, known))
    news.push({ kind: "order.heldByCustoms", fulfilmentId, at: last.happenedAt, episode: last.id });
  return news;
}

/** One of several boxes that arrived ends nothing. */
const hasEnded = (known: KnownParcel | undefined, parcel: ShopifyFulfilment): boolean =>
  ENDS.some(
    (end) =>
      end === known?.parcelState ||
      end === parcelState(parcel) ||
      (!isInBoxes(parcel) && scanOf(parcel, end) !== undefined),
  );

const isInBoxes = ({ events }: { events: readonly (ShopifyFulfilmentEvent & Pick<Scan, "trackId">)[] }) =>
  events.some(({ trackId }) => Boolean(trackId));

const scanOf = (parcel: ShopifyFulfilment, state: ParcelState) =>
  latest(parcel, ({ status }) => parcelState({ status: "success", displayStatus: status }) === state);

function latest(
  { events, updatedAt }: ShopifyFulfilment,
  which: (event: ShopifyFulfilmentEvent) => boolean,
): ShopifyFulfilmentEvent | undefined {
  const until = updatedAt.getTime() + CLOCK_SKEW_MS;
  return events
    .filter((event) => event.happenedAt.getTime() <= until && which(event))
    .sort((a, b) => b.happenedAt.getTime() - a.happenedAt.getTime())[0];
}

const isLater = (scan: ShopifyFulfilmentEvent | undefined, known: KnownParcel | undefined): boolean =>
  scan !== undefined &&
  (!known?.updatedAt || scan.happenedAt > known.updatedAt) &&
  !known?.events?.some((one) => isSameHappening(one, scan));
