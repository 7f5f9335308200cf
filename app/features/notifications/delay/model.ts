/**
 * What the shop's past has taught: plain JSON, to be stored each night and read back. Entries are pairs, never
 * objects with keys of carriers' making. Days are counted from 1970-01-01, weeks begin on Sunday.
 */
export type DelayModel = {
  version: 1;
  /** the newest moment of the history, ISO; null when there was none */
  asOf: string | null;
  /** the country most parcels leave from: meant where a parcel names none */
  home: string;
  /** a shop that never notes the hand-over has its parcels start when they were ordered */
  startsAt: "handedOver" | "placed";
  handling: LegModel;
  transit: LegModel;
  /** the correction for parcels not yet handed over, as {@link LegModel.correction} */
  correctionFromOrder: number[];
  /** the correction of how likely a promise is missed, as told at hand-over and as told at the order */
  lateness: { fromHandOver: Lateness; fromOrder: Lateness };
};

/** Log-odds as the model tells them → as it has turned out: `shift + slope × log-odds`. */
export type Lateness = { shift: number; slope: number };

/** One leg of the way: from order to hand-over, or from hand-over to the door. */
export type LegModel = {
  /** how many parcels it knows of, delivered or not */
  parcels: number;
  days: DaysModel;
  /** the tree: key of a circle, parcels in it (recent ones count more), its curve in normal scores */
  curves: [key: string, parcels: number, curve: number[]][];
  /** how much later, in normal scores, parcels end that start on a weekday before or after noon: 14 numbers */
  starts: number[];
  /** how much later, in normal scores, a carrier's parcels have ended these last weeks; "" for all carriers */
  lately: [carrier: string, later: number][];
  /** how often a share was truly reached, at CORRECTED_AT: what makes "80 %" mean 80 % */
  correction: number[];
};

/** On which days and at which hours parcels end their leg. */
export type DaysModel = {
  countries: [country: string, habits: CountryDays][];
  /** openness by carrier and country, "carrier|country": seven numbers of 0 to 1, Sunday first */
  weeks: [key: string, week: number[]][];
  /** the openness of public holidays where the leg ends, and where it began */
  holiday: number;
  originHoliday: number;
};

export type CountryDays = {
  /** milliseconds after midnight UTC at which a day of work begins, -12 h to 12 h */
  cut: number;
  /** the share of a day's parcels that has ended by each full hour after the cut: 25 numbers, 0 to 1 */
  hours: number[];
  week: number[];
};

/** Shares at which a correction is kept; between them it is a straight line. */
export const CORRECTED_AT: readonly number[] = [
  0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 1,
];

const along = (from: readonly number[], to: readonly number[], value: number): number => {
  if (!(value > 0)) return 0;
  if (value >= 1) return 1;
  let i = 1;
  while ((from[i] as number) < value) i++;
  const [a, b] = [from[i - 1] as number, from[i] as number];
  const [c, d] = [to[i - 1] as number, to[i] as number];
  return b > a ? c + ((d - c) * (value - a)) / (b - a) : d;
};

/** A share as the tree says it → as it has turned out. */
export const corrected = (correction: readonly number[], share: number): number =>
  along(CORRECTED_AT, correction, share);

/** A share that is wanted → the one to ask the tree for. */
export const uncorrected = (correction: readonly number[], share: number): number =>
  along(correction, CORRECTED_AT, share);
