import { type Rest, restFromOrder, restOf } from "./arrival";
import { handlingLane, type Lane, transitLane } from "./lane";
import { type LaneLeg, laneLeg, type ReadyLeg, readyLeg } from "./leg";
import type { DelayModel } from "./model";
import type { ReadParcel } from "./parcel";

/** Lanes kept ready at a time. */
const MOST_LANES = 20_000;

/** What a lane asks of both legs, looked up once. */
export type LaneKnown = { lane: Lane; transit: LaneLeg; handling: LaneLeg };
export type Ready = { handling: ReadyLeg; transit: ReadyLeg; lanes: Map<string, LaneKnown> };

const ready = new WeakMap<DelayModel, Ready>();

export function readyOf(model: DelayModel): Ready {
  const kept = ready.get(model);
  if (kept) return kept;
  const made = {
    handling: readyLeg(model.handling),
    transit: readyLeg(model.transit),
    lanes: new Map<string, LaneKnown>(),
  };
  ready.set(model, made);
  return made;
}

export function laneOf(
  parcel: ReadParcel,
  model: DelayModel,
  { handling, transit, lanes }: Ready,
): LaneKnown {
  const { carrier, service, origin, destination } = parcel;
  const key = `${carrier}|${service}|${origin.country}|${origin.region}|${destination.country}|${destination.region}|${destination.postcode}`;
  const kept = lanes.get(key);
  if (kept) return kept;
  const lane = transitLane(parcel, model.home);
  const known = {
    lane,
    transit: laneLeg(transit, lane),
    handling: laneLeg(handling, handlingLane(parcel, model.home)),
  };
  if (lanes.size >= MOST_LANES) lanes.clear();
  lanes.set(key, known);
  return known;
}

/** The way from the order to the door, of a parcel that has not been handed over until now. */
export function restUntilHandedOver(
  model: DelayModel,
  { handling, transit }: Ready,
  lane: LaneKnown,
  placed: number,
  now: number,
): Rest {
  const packed = restOf(handling, lane.handling, placed, now, 1);
  return restFromOrder(packed, transit, lane.transit, now, model.correctionFromOrder);
}

/** As a model tells it at the moment of the order. */
export function restAtOrder(model: DelayModel, parcel: ReadParcel, placed: number): Rest {
  const known = readyOf(model);
  return restUntilHandedOver(model, known, laneOf(parcel, model, known), placed, placed);
}
