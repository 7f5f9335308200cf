import type { Because } from "../because";

const days = (count: number) => (count === 1 ? "1 working day" : `${count} working days`);

const span = ([from, to]: [number, number]) => {
  if (to === 0) return "on the same day";
  return from === to ? `in about ${days(to)}` : `in ${from} to ${days(to)}`;
};

const name = ({ carrier, service }: Because) => [carrier, service].filter(Boolean).join(" ");

const by = (because: Because) => (name(because) ? ` by ${name(because)}` : "");

const way = ({ from, to }: Because) =>
  from && to ? (from === to ? ` within ${to}` : ` from ${from} to ${to}`) : "";

/** Whose past speaks. */
const basis: Record<Because["basis"], (because: Because) => string> = {
  rules: (one) =>
    `with too few parcels of your own to go by, such services usually deliver ${span(one.usualDays)}`,
  kind: (one) => `${one.parcels} of your parcels of this kind arrived ${span(one.usualDays)}`,
  carrier: (one) =>
    `${one.parcels} of your parcels${one.carrier ? ` by ${one.carrier}` : ""} of this kind arrived ${span(one.usualDays)}`,
  service: (one) => `${one.parcels} of your parcels${by(one)} arrived ${span(one.usualDays)}`,
  countries: (one) => `${one.parcels} of your parcels${by(one)}${way(one)} arrived ${span(one.usualDays)}`,
  regions: (one) => `${one.parcels} of your parcels${by(one)} to this region arrived ${span(one.usualDays)}`,
  area: (one) =>
    `${one.parcels} of your parcels${by(one)} to this postcode area arrived ${span(one.usualDays)}`,
};

const state: Record<Because["state"], (because: Because) => string> = {
  waiting: () => "Not handed over yet",
  usual: (one) => (one.daysSoFar === 0 ? "Just handed over" : `On its way for ${days(one.daysSoFar)}`),
  slow: (one) => `Slower than usual, ${days(one.daysSoFar)} on its way`,
  onVan: () => "Out for delivery",
  silent: () => "Not scanned for longer than usual",
  atPickUpPoint: () => "Waiting at a pick-up point",
  customs: () => "Held by customs",
  exception: () => "The carrier reports a problem",
  returning: () => "On its way back to you",
};

const promise = (late: number | null) => {
  if (late === null) return "";
  if (late >= 0.995) return "; it is late or will be";
  if (late < 0.005) return "; it should keep its promise";
  return `; ${Math.round(late * 100)} % likely to miss its promise`;
};

/** What staff read about delays. */
export const staffWords = {
  reason: (because: Because): string =>
    `${state[because.state](because)}: ${basis[because.basis](because)}${promise(because.lateProbability)}.`,
};
