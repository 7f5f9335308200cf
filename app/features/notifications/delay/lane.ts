import { EDGES } from "./curve";
import { Z_MOST } from "./normal";
import type { Address, ReadParcel } from "./parcel";

export type Zone = "domestic" | "near" | "far";
export type Pace = "sameDay" | "express" | "standard" | "economy";

/** Neighbours without much of a border in between: the single market with its neighbours, and three pairs. */
const NEIGHBOURS = [
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM",
  "CA US",
  "AU NZ",
  "AE BH KW OM QA SA",
].map((countries) => new Set(countries.split(" ")));

export function zoneOf(from: string, to: string): Zone {
  if (!from || !to || from === to) return "domestic";
  return NEIGHBOURS.some((area) => area.has(from) && area.has(to)) ? "near" : "far";
}

/** What carriers' own words say of speed. The first that fits counts: "priority overnight" is express. */
const PACE_WORDS: readonly [Pace, RegExp][] = [
  ["sameDay", /\b(same day|sameday|same|instant|on demand|bike|courier direct)\b/],
  [
    "express",
    /express|overnight|next day|nextday|next|24h?|48h?|2 ?day|2nd day|1 day|second day|one day|priority|expedited|saver|urgent|chrono|prime|premium|ems|special delivery/,
  ],
  [
    "economy",
    /economy|eco|surepost|smart ?post|ground advantage|media|untracked|letter|brief|packet|parcel select|mail innovations|slow|saver post|budget|sea|surface|e ?commerce/,
  ],
];

export function paceOf(carrier: string, service: string): Pace {
  const said = `${service} ${carrier}`;
  return PACE_WORDS.find(([, words]) => words.test(said))?.[0] ?? "standard";
}

/**
 * Rules for a shop without a past: the middle number of working days that such services take, the day of
 * hand-over counting as the first. After the times that UPS, FedEx, DHL, Royal Mail and La Poste publish for
 * their services of these kinds; the spread is wide, since a rule is not knowledge.
 */
const USUAL_DAYS: Record<Zone, Record<Pace, number>> = {
  domestic: { sameDay: 0.7, express: 2, standard: 3.4, economy: 5.5 },
  near: { sameDay: 1, express: 2.8, standard: 5.2, economy: 8 },
  far: { sameDay: 1.5, express: 4.5, standard: 9.5, economy: 15 },
};
const SPREAD: Record<Zone, number> = { domestic: 0.42, near: 0.42, far: 0.5 };
/** From order to hand-over: the next working day, mostly. */
const USUAL_HANDLING = { days: 1.7, spread: 0.6 };

/** The rule as a curve: normal scores of a log-normal at the grid's edges. */
export function ruleCurve(top: string): number[] {
  const [zone, pace] = top.split("|") as [Zone, Pace];
  const days = USUAL_DAYS[zone]?.[pace] ?? USUAL_HANDLING.days;
  const spread = SPREAD[zone] ?? USUAL_HANDLING.spread;
  return EDGES.map((edge) =>
    edge === 0 ? -Z_MOST : Math.max(-Z_MOST, Math.min(Z_MOST, Math.log(edge / days) / spread)),
  );
}

/** A parcel's lane: where its experience is kept, from the widest circle to the closest. */
export type Lane = {
  zone: Zone;
  carrier: string;
  /** keys of the tree's nodes; the first is the circle that the rule knows */
  trail: readonly string[];
  from: Address;
  to: Address;
};

/** Enough of a postcode to name an area of delivery: the outward code of Britain and Canada, else two signs. */
export function areaOf({ country, postcode }: Address): string {
  if (country === "CA") return postcode.slice(0, 3);
  if (country === "GB") return postcode.length > 4 ? postcode.slice(0, -3) : postcode;
  return postcode.slice(0, 2);
}

/** zone and kind of service → carrier → service → country to country → region to region → postcode area. */
export function transitLane({ carrier, service, origin, destination }: ReadParcel, home: string): Lane {
  const from = origin.country ? origin : { ...origin, country: home };
  const zone = zoneOf(from.country, destination.country);
  const trail = [`${zone}|${paceOf(carrier, service)}`];
  const deeper = (part: string) => trail.push(`${trail[trail.length - 1]}|${part}`);
  deeper(carrier);
  deeper(service);
  deeper(`${from.country}>${destination.country}`);
  const area = areaOf(destination);
  if (from.region || destination.region || area) deeper(`${from.region}>${destination.region}`);
  if (area) deeper(area);
  return { zone, carrier, trail, from, to: destination };
}

/** Hand-over: of the whole shop → by the country it ships from → by service, since express is packed first. */
export function handlingLane({ carrier, service, origin }: ReadParcel, home: string): Lane {
  const from = origin.country ? origin : { ...origin, country: home };
  const trail = ["handling", `handling|${from.country}`, `handling|${from.country}|${carrier} ${service}`];
  return { zone: "domestic", carrier: "", trail, from, to: from };
}
