import type { Tracking } from "~/platform/shopify/nouns";
import { type OrderState, orderState } from "./order-progress";
import { SHOPIFY, scanState } from "./parcel-truth";
import type { OrderDetail } from "./queries.server";
import type { ParcelState } from "./rules";

export type Days = { from: Date; to: Date };

export type StatusParcel = {
  id: string;
  state: ParcelState;
  tracking: Tracking[];
  shippedAt: Date;
  /** the carrier's own word */
  estimatedAt: Date | null;
  /** between when it is expected by what such parcels took; null where the carrier has a word, or nobody can say */
  expected: Days | null;
  deliveredAt: Date | null;
  events: { id: string; state: ParcelState; at: Date }[];
  /** when anybody last told of it, and whether that was Shopify or its carrier */
  heard: { at: Date; by: "shop" | "carrier" };
};

/**
 * What an order's status may show to whoever has its number and its e-mail address or postcode, or a mailed
 * link: where it is. Nothing personal is in here, so nothing personal can be shown: no names, addresses,
 * items or amounts, and no carrier's free texts.
 */
export type StatusView = {
  name: string;
  state: OrderState;
  placedAt: Date;
  cancelledAt: Date | null;
  promisedFrom: Date | null;
  promisedTo: Date | null;
  parcels: StatusParcel[];
};

export const statusView = (
  order: OrderDetail,
  /** by the parcels' ids */
  expected: ReadonlyMap<string, Days> = new Map(),
): StatusView => ({
  name: order.name,
  state: orderState(order),
  placedAt: order.placedAt,
  cancelledAt: order.cancelledAt,
  promisedFrom: order.promisedFrom,
  promisedTo: order.promisedTo,
  parcels: order.parcels.map((parcel) => ({
    id: parcel.id,
    state: parcel.state,
    tracking: parcel.tracking.map(({ carrier, number, url }) => ({ carrier, number, url: webAddress(url) })),
    shippedAt: parcel.shippedAt,
    estimatedAt: parcel.estimatedAt,
    expected: parcel.estimatedAt || parcel.deliveredAt ? null : (expected.get(parcel.id) ?? null),
    deliveredAt: parcel.deliveredAt,
    events: parcel.events.map(({ id, status, happenedAt }) => ({
      id,
      state: scanState({ status }),
      at: happenedAt,
    })),
    heard: { at: parcel.heard.at, by: parcel.heard.source === SHOPIFY ? "shop" : "carrier" },
  })),
});

const DAY = 86_400_000;
/** Scanned about once a working day: after a weekend and a day without one, people wonder. */
const SILENT_FOR = 3 * DAY;
const MOVES: ReadonlySet<ParcelState> = new Set([
  "shipped",
  "inTransit",
  "delayed",
  "outForDelivery",
  "attempted",
]);

/** Since when nothing new was reported of a parcel that should move; null while that is nothing to speak of. */
export function silentSince(
  { state, shippedAt, events }: Pick<StatusParcel, "state" | "shippedAt" | "events">,
  now: Date,
): Date | null {
  const last = events.at(-1)?.at ?? shippedAt;
  return MOVES.has(state) && now.getTime() - last.getTime() > SILENT_FOR ? last : null;
}

/** Carriers report a parcel up to a day before it comes: before this nobody needs to look for it. */
export const missingFrom = (deliveredAt: Date): Date => new Date(deliveredAt.getTime() + DAY);

/** A carrier's address as a link may have it: http or https, or none. */
function webAddress(url: string | null): string | null {
  const parsed = url ? URL.parse(url) : null;
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:") ? parsed.href : null;
}
