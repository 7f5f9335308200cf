import type { OrderDetail } from "~/features/orders/queries.server";
import type { ParcelState } from "~/features/orders/rules";
import type { FactData, Standing } from "./kind";
import { parcelIdsOf } from "./parcel-parts";

type Parcel = { id: string; state: ParcelState };

/** States of the parcels that news is about. One that is not among the order's has been cancelled there. */
export const statesOf = (ids: readonly string[], parcels: readonly Parcel[]): ParcelState[] =>
  ids.map((id) => parcels.find((one) => one.id === id)?.state ?? "cancelled");

export const liveStates = (parcels: readonly Parcel[]): ParcelState[] =>
  parcels.map(({ state }) => state).filter((state) => state !== "cancelled");

/** How the order stands as its mail is written. */
export const standingOf = (order: OrderDetail, data: FactData): Standing => ({
  cancelledAt: order.cancelledAt,
  updatedAt: order.updatedAt,
  financialStatus: order.financialStatus,
  fulfilmentStatus: order.fulfilmentStatus,
  parcels: statesOf(parcelIdsOf(data), order.parcels),
  allParcels: liveStates(order.parcels),
  untold: 0,
  returnMethod: null,
});
