import type { ReturnableOrder, ReturnPolicy, TakenLine } from "~/features/returns/rules";

/** A policy of 30 days, in London, where a person approves. */
export const aPolicy = (over: Partial<ReturnPolicy> = {}): ReturnPolicy => ({
  windowDays: 30,
  bufferDays: 7,
  finalSaleTag: "final-sale",
  autoApprove: false,
  timeZone: "Europe/London",
  version: 3,
  ...over,
});

type Line = ReturnableOrder["lines"][number];
type Parcel = ReturnableOrder["parcels"][number];

export const aReturnableLine = (over: Partial<Line> = {}): Line => {
  const quantity = over.quantity ?? 2;
  return { id: "L1", quantity, currentQuantity: quantity, giftCard: false, productTags: [], ...over };
};

/** A parcel delivered on 5 November 2026, with two of line L1. */
export const aReturnableParcel = (over: Partial<Parcel> = {}): Parcel => ({
  state: "delivered",
  shippedAt: new Date("2026-11-03T10:00:00Z"),
  deliveredAt: new Date("2026-11-05T13:20:00Z"),
  lines: [{ id: "F1", orderLineId: "L1", quantity: 2 }],
  ...over,
});

export const aReturnableOrder = (over: Partial<ReturnableOrder> = {}): ReturnableOrder => ({
  lines: [aReturnableLine()],
  parcels: [aReturnableParcel()],
  returned: [],
  ...over,
});

export const taken = (over: Partial<TakenLine> = {}): TakenLine => ({
  orderLineId: "L1",
  fulfilmentLineId: "F1",
  quantity: 1,
  state: "requested",
  ...over,
});
