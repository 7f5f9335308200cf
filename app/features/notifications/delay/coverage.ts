import { knownBy } from "./back-test";
import { fitInSteps, newestMoment } from "./fit";
import { type PastParcel, type ReadParcel, readParcel } from "./parcel";
import { predict } from "./predict";
import type { Steps } from "./steps";

const DAY = 86_400_000;
/** Parcels handed over in these days before the newest moment are told by a model that ends where they begin. */
const FROM_DAYS = 28;
const UNTIL_DAYS = 14;
const MOST_CASES = 1_000;
const LEAST_CASES = 30;
/** The newest so many parcels are what the earlier model learns from: this is a check, not the model itself. */
const MOST_LEARNT = 20_000;

export type Coverage = { share: number; parcels: number };

/**
 * Of the parcels told at hand-over some weeks ago, which share arrived between p10 and p90: 0.8 is honest. One
 * that has not come and is past its p90 counts as outside, one that may still come within is left out. Null
 * for fewer than 30. Rows must be the newest first.
 */
export function* coverageInSteps(history: readonly PastParcel[]): Steps<Coverage | null> {
  const newest = history.slice(0, MOST_LEARNT);
  const asOf = newestMoment(newest.map(readParcel));
  if (asOf === null) return null;
  yield;
  const [from, until] = [asOf - FROM_DAYS * DAY, asOf - UNTIL_DAYS * DAY];
  const cases = newest
    .map((parcel) => ({ parcel, read: readParcel(parcel) }))
    .filter(({ read }) => read.handedOver !== null && read.handedOver > from && read.handedOver <= until)
    .slice(0, MOST_CASES);
  if (cases.length < LEAST_CASES) return null;
  const model = yield* fitInSteps(knownBy(newest, from));
  const within: boolean[] = [];
  for (const { parcel, read } of cases) {
    const asItWas = { ...parcel, delivered: null, lastScan: null };
    const { p10, p90 } = predict(model, asItWas, new Date(read.handedOver as number));
    const came = cameWithin(read, p10, p90, asOf);
    if (came !== null) within.push(came);
  }
  if (within.length < LEAST_CASES) return null;
  return { share: within.filter(Boolean).length / within.length, parcels: within.length };
}

function cameWithin({ delivered }: ReadParcel, p10: Date, p90: Date, asOf: number): boolean | null {
  if (delivered !== null) return delivered >= p10.getTime() && delivered <= p90.getTime();
  return asOf > p90.getTime() ? false : null;
}
