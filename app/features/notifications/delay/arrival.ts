import { DAY_MS } from "~/platform/calendar/holidays";
import { daysFor, shareWithin } from "./curve";
import { type LaneLeg, lengthsOf, type ReadyLeg, shiftOf } from "./leg";
import { corrected, uncorrected } from "./model";
import { halfWeekday } from "./shifts";
import { dayOf, type LaneDays, momentAfter, momentsAfter, opennessOf, workingDays } from "./working-time";

/** What is left of a leg, given that it has not ended until now. */
export type Rest = {
  /** the share of parcels still missing at a moment, of those missing now: 1 falling to 0 */
  missingAt(moment: number): number;
  /** the moment, not before now, by which a share of them has ended */
  momentFor(share: number): number;
};

/** Curves are not believed further out than this: one parcel in a thousand. */
const EXHAUSTED = 1e-3;

/**
 * What is left of a leg that began at `start`. `speed` below 1 slows all that is still to come, above 1 hastens
 * it (a power of the share missing: proportional hazards).
 */
export function restOf(leg: ReadyLeg, lane: LaneLeg, start: number, now: number, speed: number): Rest {
  const { curve, days } = lane;
  const { correction } = leg.model;
  const shift = shiftOf(leg, lane, start);
  const passed = now > start ? workingDays(days, start, now) : 0;
  const missing = 1 - corrected(correction, shareWithin(curve, passed, shift));
  if (missing < EXHAUSTED) return longOverdue(lane, start, now, passed);
  return {
    missingAt(moment) {
      if (moment <= now) return 1;
      const share = corrected(correction, shareWithin(curve, workingDays(days, start, moment), shift));
      return Math.min(1, (1 - share) / missing) ** speed;
    },
    momentFor(share) {
      const wanted = 1 - missing * (1 - share) ** (1 / speed);
      const length = daysFor(curve, uncorrected(correction, wanted), shift);
      return Math.max(now, momentAfter(days, start, length));
    },
  };
}

/** Later than all that is known: the longer it has taken, the longer it may take (half as long again, on average). */
function longOverdue({ days }: LaneLeg, start: number, now: number, passed: number): Rest {
  const mean = Math.min(60, Math.max(1, passed / 2));
  return {
    missingAt: (moment) =>
      moment <= now ? 1 : Math.exp(Math.min(0, passed - workingDays(days, start, moment)) / mean),
    momentFor: (share) =>
      Math.max(now, momentAfter(days, start, passed - mean * Math.log(Math.max(1e-6, 1 - share)))),
  };
}

/**
 * A parcel on the van: `share` of such arrive before the day of work ends, today's or, late in the evening,
 * the next one's; the others at about one in two on each day after.
 */
export function restOnVan({ days }: LaneLeg, start: number, now: number, share: number): Rest {
  const passed = workingDays(days, start, now);
  const today = dayOf(now, days.cutTo);
  const full = workingDays(days, start, days.cutTo + (today + 1) * DAY_MS - 1);
  const tooLate = full - passed < 0.1 * opennessOf(days, today) || opennessOf(days, today) < 0.1;
  const left = full - passed + (tooLate ? nextOpen(today, (day) => opennessOf(days, day)) : 0);
  return {
    missingAt(moment) {
      if (moment <= now) return 1;
      const more = Math.max(0, workingDays(days, start, moment) - passed);
      return more < left ? 1 - (share * more) / left : (1 - share) * Math.exp((left - more) / 1.4);
    },
    momentFor(wanted) {
      const more =
        wanted < share
          ? (left * wanted) / share
          : left - 1.4 * Math.log(Math.max(1e-6, (1 - wanted) / (1 - share)));
      return Math.max(now, momentAfter(days, start, passed + more));
    },
  };
}

/** What the days until the next well-open one, with it, add. */
function nextOpen(today: number, openness: (day: number) => number): number {
  let more = 0;
  for (let day = today + 1; day < today + 15; day++) {
    const open = openness(day);
    more += open;
    if (open >= 0.5) break;
  }
  return more;
}

const HAND_OVERS = 5;
const ARRIVALS = 10;

/** From the order: hand-overs at even shares, and from each the way. Those on one half day share their way. */
export type Way = { weight: number; start: number; half: number };

function waysOf(handling: Rest, days: LaneDays): Way[] {
  const ways: Way[] = [];
  for (let i = 0; i < HAND_OVERS; i++) {
    const start = handling.momentFor((i + 0.5) / HAND_OVERS);
    const half = halfWeekday(days, start);
    const before = ways[ways.length - 1];
    if (before?.half === half && start - before.start < DAY_MS) before.weight++;
    else ways.push({ weight: 1, start, half });
  }
  return ways;
}

/** Both legs of a parcel not yet handed over. `correction` as of predictions made at the order. */
export function restFromOrder(
  handling: Rest,
  leg: ReadyLeg,
  lane: LaneLeg,
  now: number,
  correction: readonly number[],
): Rest {
  const ways = waysOf(handling, lane.days);
  let sorted: Float64Array | null = null;
  const arrivals = () => {
    if (sorted) return sorted;
    sorted = new Float64Array(HAND_OVERS * ARRIVALS);
    let next = 0;
    for (const { weight, start, half } of ways)
      for (const moment of momentsAfter(lane.days, start, lengthsOf(leg, lane, half, ARRIVALS)))
        for (let copy = 0; copy < weight; copy++) sorted[next++] = Math.max(now, moment);
    return sorted.sort();
  };
  return {
    missingAt(moment) {
      if (moment <= now) return 1;
      let missing = 0;
      for (const { weight, start, half } of ways) {
        const shift = (leg.model.starts[half] as number) + lane.lately;
        const share = shareWithin(lane.curve, workingDays(lane.days, start, moment), shift);
        missing += (weight * (1 - corrected(leg.model.correction, share))) / HAND_OVERS;
      }
      return Math.max(0, 1 - corrected(correction, 1 - missing));
    },
    momentFor(share) {
      const moments = arrivals();
      const at = uncorrected(correction, share) * moments.length - 0.5;
      const low = Math.max(0, Math.min(moments.length - 1, Math.floor(at)));
      const high = Math.min(moments.length - 1, low + 1);
      const [from, to] = [moments[low] as number, moments[high] as number];
      return from + (to - from) * Math.max(0, Math.min(1, at - low));
    },
  };
}
