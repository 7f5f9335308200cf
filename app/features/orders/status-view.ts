import type { Tracking } from "~/platform/shopify/nouns";
import { type OrderState, orderState } from "./order-progress";
import type { OrderDetail } from "./queries.server";
import { type ParcelState, parcelState } from "./rules";

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
      state: parcelState({ status: "success", displayStatus: status }),
      at: happenedAt,
    })),
  })),
});

/** A carrier's address as a link may have it: http or https, or none. */
function webAddress(url: string | null): string | null {
  const parsed = url ? URL.parse(url) : null;
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:") ? parsed.href : null;
}
