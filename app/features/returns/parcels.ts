/** A parcel that is expected, or is here and waits for somebody to look inside. */
export type ExpectedParcel = {
  id: string;
  rma: string;
  orderName: string;
  things: number;
  /** when it should be here; null: it is here */
  expectedAt: Date | null;
  /** an exchange went out before: it had to be sent back by then */
  sendBackBy: Date | null;
};

export const PARCEL_LISTS = ["waiting", "late", "today", "week"] as const;
export type ParcelList = (typeof PARCEL_LISTS)[number];
export type Parcels = Record<ParcelList, { parcels: ExpectedParcel[]; count: number }>;

/** Counting stops here. */
export const MOST_COUNTED = 1_000;
/** A parcel is late this many days after it should have been here. */
export const LATE_AFTER_DAYS = 3;
