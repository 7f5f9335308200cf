import { BINS, binOf, curveOf } from "./curve";
import { ruleCurve } from "./lane";
import type { LegModel } from "./model";
import { expectedAbove, scoreOf, shareBelow } from "./normal";

/** Many observations, column by column. */
export type Sample = {
  /** the place of the first among all legs */
  from: number;
  count: number;
  /** which lane each is of, as a place in `trails` */
  lane: Int32Array;
  trails: readonly (readonly string[])[];
  /** how long each took, or has been watched, in working days */
  days: Float64Array;
  ended: Uint8Array;
  /** how much each counts: recent ones more */
  weight: Float64Array;
};

/** A circle of the tree, and its rows of ends and watched-so-far by bin of the grid in the {@link Counts}. */
type Circle = {
  key: string;
  parent: Circle | null;
  rows: number;
  at: number;
  curve: Shape;
};

/** All circles' bins in one piece. */
type Counts = { ends: Float64Array; open: Float64Array };

/** A curve with the shares at its edges, and the scores in the middle of its bins. */
type Shape = { curve: readonly number[]; shares: Float64Array; scores: Float64Array };

/** A circle needs so many parcels to be told apart; and the model no more circles than fit a database row well. */
const LEAST_ROWS = 3;
const MOST_CIRCLES = 4000;
/** Its own shape counts against its parent's as on so many parcels. */
const SHAPE_WEIGHT = 20;

/**
 * Grows the tree from wide circles to close ones. Each takes its parent's curve, moves and stretches it in
 * normal scores as far as its own parcels warrant (partial pooling: the variance between siblings, by the
 * method of moments, says how far), and leans on its own shape as it has parcels of its own (a Dirichlet-process
 * prior for censored data, Susarla and Van Ryzin 1976). Parcels still under way count as not arrived so far.
 */
export function growTree(sample: Sample): LegModel["curves"] {
  const { levels, counts } = sortIntoCircles(sample);
  const later = laterThanRules(levels[0] ?? [], counts);
  const grown: LegModel["curves"] = [];
  levels.forEach((circles, depth) => {
    const parents = circles.map(
      ({ parent, key }) => parent?.curve ?? shapeOf(ruleCurve(key).map((score) => score - later)),
    );
    const fits = circles.map((one, i) => fitScores(one, counts, parents[i] as Shape));
    const lean = depth === 0 ? 4 : leanOf(fits);
    circles.forEach((one, i) => {
      const fit = fits[i] as Fit;
      const curve = ownCurve(one, counts, parents[i] as Shape, fit, lean);
      grown.push([one.key, Math.round(fit.watched * 10) / 10, curve]);
      if (depth + 1 < levels.length) one.curve = shapeOf(curve);
    });
  });
  return grown.length <= MOST_CIRCLES ? grown : largest(grown);
}

/** The largest circles; a circle's parents are at least as large, and come first. */
const largest = (all: LegModel["curves"]) =>
  [...all].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).slice(0, MOST_CIRCLES);

const SHAPELESS: Shape = { curve: [], shares: new Float64Array(0), scores: new Float64Array(0) };

function shapeOf(curve: readonly number[]): Shape {
  const shares = new Float64Array(BINS + 1);
  const scores = new Float64Array(BINS);
  shares[BINS] = 1;
  for (let bin = 1; bin < BINS; bin++) shares[bin] = shareBelow(curve[bin] as number);
  for (let bin = 0; bin < BINS; bin++) {
    const middle = ((shares[bin] as number) + (shares[bin + 1] as number)) / 2;
    scores[bin] = Math.max(-3, Math.min(3, scoreOf(middle)));
  }
  return { curve, shares, scores };
}

function sortIntoCircles(sample: Sample): { levels: Circle[][]; counts: Counts } {
  const { count, lane, trails, days, ended, weight } = sample;
  const perLane = new Int32Array(trails.length);
  for (let i = 0; i < count; i++) perLane[lane[i] as number] = (perLane[lane[i] as number] as number) + 1;
  const rows = new Map<string, number>();
  trails.forEach((trail, no) => {
    const its = perLane[no] as number;
    if (its > 0) for (const key of trail) rows.set(key, (rows.get(key) ?? 0) + its);
  });
  const levels: Circle[][] = Array.from(
    { length: Math.max(0, ...trails.map((one) => one.length)) },
    () => [],
  );
  const circles = new Map<string, Circle>();
  const chains = trails.map((trail, no) =>
    (perLane[no] as number) > 0 ? chainOf(trail, rows, circles, levels) : [],
  );
  const counts = {
    ends: new Float64Array(circles.size * BINS),
    open: new Float64Array(circles.size * BINS),
  };
  for (let i = 0; i < count; i++) {
    const into = ended[i] === 1 ? counts.ends : counts.open;
    const bin = binOf(days[i] as number);
    for (const { at } of chains[lane[i] as number] as Circle[])
      into[at + bin] = (into[at + bin] as number) + (weight[i] as number);
  }
  return { levels, counts };
}

function chainOf(
  trail: readonly string[],
  rows: ReadonlyMap<string, number>,
  circles: Map<string, Circle>,
  levels: readonly Circle[][],
): Circle[] {
  const chain: Circle[] = [];
  trail.forEach((key, depth) => {
    const its = rows.get(key) ?? 0;
    const parent = chain[chain.length - 1] ?? null;
    const alone = parent !== null && parent.rows === its; // an only child says nothing new
    if (depth > 0 && (its < LEAST_ROWS || alone)) return;
    let circle = circles.get(key);
    if (!circle) {
      circle = { key, parent, rows: its, at: circles.size * BINS, curve: SHAPELESS };
      circles.set(key, circle);
      levels[depth]?.push(circle);
    }
    chain.push(circle);
  });
  return chain;
}

/**
 * How a circle's parcels lie on another curve: their mean normal score and spread, how many that rests on (one
 * still under way is worth the share it should have arrived with), and how many it has watched.
 */
type Fit = { mean: number; spread: number; parcels: number; watched: number };

function fitScores({ at }: Circle, { ends, open }: Counts, { shares, scores }: Shape): Fit {
  let [ended, total, squares, told, waited] = [0, 0, 0, 0, 0];
  const waiting: number[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    const [arrived, watched] = [ends[at + bin] as number, open[at + bin] as number];
    const score = scores[bin] as number;
    ended += arrived;
    total += arrived * score;
    squares += arrived * score * score;
    if (watched === 0) continue;
    waiting.push(bin);
    waited += watched;
    told += (watched * ((shares[bin] as number) + (shares[bin + 1] as number))) / 2;
  }
  let mean = ended > 0 ? total / ended : 0;
  for (let round = 0; round < 8 && waited > 0; round++) {
    let guessed = 0;
    for (const bin of waiting)
      guessed += (open[at + bin] as number) * expectedAbove(scores[bin] as number, mean);
    mean = Math.max(-3, Math.min(3, (total + guessed) / (ended + waited)));
  }
  const variance = ended > 0 ? Math.max(0, squares / ended - (total / ended) ** 2) : 1;
  const spread = Math.sqrt((variance * ended + 10) / (ended + 10));
  return { mean, spread, parcels: ended + told, watched: ended + waited };
}

/** How many parcels the parents' word is worth: 1 / the variance between siblings, 1 to 100. */
function leanOf(fits: readonly Fit[]): number {
  let [weighted, parcels, count] = [0, 0, 0];
  for (const one of fits) {
    if (one.parcels < 2) continue;
    weighted += one.parcels * one.mean ** 2;
    parcels += one.parcels;
    count++;
  }
  if (parcels === 0) return 20;
  return Math.max(1, Math.min(100, parcels / Math.max(1e-6, weighted - count)));
}

/** How much later than the rules this shop's parcels arrive altogether: moves rules without parcels too. */
function laterThanRules(tops: readonly Circle[], counts: Counts): number {
  const fits = tops.map((one) => fitScores(one, counts, shapeOf(ruleCurve(one.key))));
  const parcels = fits.reduce((all, one) => all + one.parcels, 0);
  return fits.reduce((all, one) => all + one.parcels * one.mean, 0) / (parcels + 10);
}

function ownCurve({ at }: Circle, { ends, open }: Counts, parent: Shape, fit: Fit, lean: number): number[] {
  const trust = fit.parcels / (fit.parcels + lean);
  const doubt = Math.sqrt(1 + 1 / (fit.parcels + lean));
  const spread = Math.max(0.3, Math.min(2, 1 + (fit.spread - 1) * trust)) * doubt;
  const later = fit.mean * trust;
  let { watched } = fit;
  let [left, from] = [1, 0];
  const shares = [0];
  for (let bin = 0; bin + 1 < BINS; bin++) {
    const [ended, stopped] = [ends[at + bin] as number, open[at + bin] as number];
    const to = shareBelow(((parent.curve[bin + 1] as number) - later) / spread);
    const atRisk = Math.max(ended, watched - stopped / 2) + SHAPE_WEIGHT * (1 - from);
    left *= Math.max(0, 1 - (ended + SHAPE_WEIGHT * (to - from)) / atRisk);
    watched -= ended + stopped;
    from = to;
    shares.push(1 - left);
  }
  return curveOf(shares);
}

export type Curves = ReadonlyMap<string, { parcels: number; curve: number[] }>;

/** A circle must hold this many to be spoken of by name. */
const SPEAKS = 15;

/** The closest curve that is known of a trail; and the closest circle with parcels enough to speak of. */
export function closest(
  curves: Curves,
  trail: readonly string[],
): { curve: readonly number[]; depth: number; parcels: number } {
  let curve: readonly number[] | null = null;
  let spoken = { depth: -1, parcels: 0 };
  for (let depth = trail.length - 1; depth >= 0; depth--) {
    const found = curves.get(trail[depth] as string);
    if (!found) continue;
    curve ??= found.curve;
    spoken = { depth, parcels: found.parcels };
    if (found.parcels >= SPEAKS) break;
  }
  return { curve: curve ?? ruleCurve(trail[0] ?? ""), ...spoken };
}
