import { CORRECTED_AT, corrected, type Lateness } from "./model";

/** How a parcel kept out of the learning went: the share the model gave it, at its end or when last seen open. */
export type Outcome = {
  share: number;
  ended: boolean;
  /** the share the model gave its promise, and whether it was missed; absent while that is open */
  shareAtPromise?: number;
  late?: boolean;
};

/** A correction leans on "as told" as on so many outcomes; each outcome counts half as much as the one so many later. */
const LEAN = 40;
const HALF_COUNT = 800;
/** Fewer outcomes than this say nothing of honesty. */
const LEAST = 30;

export const UNCORRECTED: readonly number[] = CORRECTED_AT;
export const AS_TOLD: Lateness = { shift: 0, slope: 1 };

/**
 * How often each share was truly reached, by parcels the model had not learnt from: with it as a correction,
 * four of five parcels arrive between its 10 % and 90 % (distributional conformal prediction, Chernozhukov,
 * Wüthrich and Zhu 2021; with Kaplan and Meier's estimate, since some had not arrived yet). Outcomes come oldest
 * first: the newest count most, so that a busy season soon widens the range.
 */
export function learnCorrection(outcomes: readonly Outcome[]): number[] {
  if (outcomes.length < LEAST) return [...UNCORRECTED];
  const weights = outcomes.map((_, i) => 2 ** ((i + 1 - outcomes.length) / HALF_COUNT));
  const order = outcomes.map((_, i) => i);
  const at = (i: number) => outcomes[order[i] as number] as Outcome;
  order.sort((a, b) => (outcomes[a] as Outcome).share - (outcomes[b] as Outcome).share || a - b);
  const total = weights.reduce((all, weight) => all + weight, 0);
  let [left, atRisk, next] = [1, total, 0];
  const reached = CORRECTED_AT.map((share) => {
    for (; next < order.length && at(next).share <= share; next++) {
      const weight = weights[order[next] as number] as number;
      if (at(next).ended) left *= Math.max(0, 1 - weight / Math.max(weight, atRisk));
      atRisk -= weight;
    }
    return (total * (1 - left) + LEAN * share) / (total + LEAN);
  });
  return rising(reached);
}

/** From 0 to 1, always rising a little: a correction must have a way back. */
function rising(shares: readonly number[]): number[] {
  let most = 0;
  return shares.map((share, i) => {
    if (i === 0) return 0;
    if (i === shares.length - 1) return 1;
    const room = 1 - 0.0005 * (shares.length - 1 - i);
    most = Math.min(room, Math.max(most + 0.0005, share));
    return Math.round(most * 1e4) / 1e4;
  });
}

const logOdds = (share: number) => {
  const inside = Math.min(0.9995, Math.max(0.0005, share));
  return Math.log(inside / (1 - inside));
};
const shareOf = (odds: number) => 1 / (1 + Math.exp(-odds));

/** A likelihood of lateness, corrected: it stays 0 or 1 where it is, and never falls where it rose. */
export function correctedLateness({ shift, slope }: Lateness, late: number): number {
  if (late <= 0 || late >= 1 || (shift === 0 && slope === 1)) return late;
  return shareOf(shift + slope * logOdds(late));
}

/**
 * A promise knows what a history does not: how the shop chose it. So what the model says of promises is laid
 * against what became of them (Platt 1999: a logistic line, by Newton's method, leaning on "as told").
 */
export function learnLateness(outcomes: readonly Outcome[], correction: readonly number[]): Lateness {
  const told: [odds: number, late: number][] = outcomes.flatMap(({ shareAtPromise, late }) =>
    shareAtPromise === undefined || late === undefined
      ? []
      : [[logOdds(1 - corrected(correction, shareAtPromise)), late ? 1 : 0]],
  );
  if (told.length < LEAST) return { ...AS_TOLD };
  let [shift, slope] = [0, 1];
  for (let round = 0; round < 12; round++) {
    let [ga, gb, haa, hab, hbb] = [-5 * shift, -10 * (slope - 1), 5, 0, 10];
    for (const [odds, late] of told) {
      const share = shareOf(shift + slope * odds);
      const weight = Math.max(1e-6, share * (1 - share));
      ga += late - share;
      gb += (late - share) * odds;
      haa += weight;
      hab += weight * odds;
      hbb += weight * odds * odds;
    }
    const det = haa * hbb - hab * hab;
    shift = Math.max(-4, Math.min(4, shift + (hbb * ga - hab * gb) / det));
    slope = Math.max(0.2, Math.min(3, slope + (haa * gb - hab * ga) / det));
  }
  return { shift: Math.round(shift * 1e3) / 1e3, slope: Math.round(slope * 1e3) / 1e3 };
}
