import { daysFor } from "./curve";
import type { Lane } from "./lane";
import type { LaneLeg } from "./leg";
import type { Parcel } from "./parcel";
import type { ScanSays } from "./scan";

/** From the widest circle to the closest: whose past the prediction rests on. */
export const BASES = ["kind", "carrier", "service", "countries", "regions", "area"] as const;
export type Basis = "rules" | (typeof BASES)[number];

/** Why a prediction is as it is: a reason code with its data, to be put into words of any language. */
export type Because = {
  state:
    | "waiting"
    | "usual"
    | "slow"
    | "onVan"
    | "silent"
    | "atPickUpPoint"
    | "customs"
    | "exception"
    | "returning";
  basis: Basis;
  /** how many of the shop's parcels it rests on; recent ones count more */
  parcels: number;
  carrier: string;
  service: string;
  from: string;
  to: string;
  /** working days on the way so far, the day of hand-over not counted */
  daysSoFar: number;
  /** within how many working days eight of ten such parcels arrive */
  usualDays: [number, number];
  /** null when nothing was promised */
  lateProbability: number | null;
};

/** Fewer parcels are no experience: the rules of thumb speak. */
const LEAST_PARCELS = 5;

type Told = {
  lateProbability: number | null;
  handedOver: boolean;
  daysSoFar: number;
  scan: ScanSays["code"];
};

const usual = new WeakMap<LaneLeg, [number, number]>();

function usualOf(leg: LaneLeg): [number, number] {
  const kept = usual.get(leg);
  if (kept) return kept;
  const days = (share: number) => Math.max(0, Math.ceil(daysFor(leg.curve, share, leg.lately)) - 1);
  const made: [number, number] = [days(0.1), days(0.9)];
  usual.set(leg, made);
  return made;
}

const plain = (given: unknown) =>
  typeof given === "string" ? given.slice(0, 40).replace(/\s+/g, " ").trim() : "";

export function becauseOf(
  parcel: Parcel,
  { lane, transit }: { lane: Lane; transit: LaneLeg },
  { lateProbability, handedOver, daysSoFar, scan }: Told,
): Because {
  const usualDays = usualOf(transit);
  const sofar = Math.max(0, Math.floor(daysSoFar - 1 + 1e-9));
  const onWay = sofar > usualDays[1] ? "slow" : "usual";
  return {
    state: !handedOver ? "waiting" : scan === "nothing" || scan === "moving" ? onWay : scan,
    basis: transit.parcels < LEAST_PARCELS ? "rules" : (BASES[transit.depth] ?? "rules"),
    parcels: Math.round(transit.parcels),
    carrier: plain(parcel?.carrier),
    service: plain(parcel?.service),
    from: lane.from.country,
    to: lane.to.country,
    daysSoFar: sofar,
    usualDays,
    lateProbability,
  };
}
