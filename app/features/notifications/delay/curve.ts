import { scoreOf, shareBelow } from "./normal";

/**
 * Curves over working days: at each edge of a fixed grid, the normal score of the share that has arrived.
 * Finer where parcels are many: quarters of a day to 8, halves to 16, days to 30, then 5 and 15 days to 120.
 */
export const EDGES: readonly number[] = [
  ...Array.from({ length: 33 }, (_, i) => i / 4),
  ...Array.from({ length: 16 }, (_, i) => 8.5 + i / 2),
  ...Array.from({ length: 14 }, (_, i) => 17 + i),
  ...Array.from({ length: 6 }, (_, i) => 35 + 5 * i),
  ...Array.from({ length: 4 }, (_, i) => 75 + 15 * i),
];
/** Bins between edges; the last one holds all beyond. */
export const BINS = EDGES.length;
export const LAST = EDGES[BINS - 1] as number;
/** Beyond the grid one in twenty of those still missing comes each working day. */
const TAIL_DAYS = 20;

export function binOf(days: number): number {
  if (days < 8) return days > 0 ? Math.floor(days * 4) : 0;
  if (days < 16) return 32 + Math.floor((days - 8) * 2);
  if (days < 30) return 48 + Math.floor(days - 16);
  if (days < 60) return 62 + Math.floor((days - 30) / 5);
  if (days < LAST) return 68 + Math.floor((days - 60) / 15);
  return BINS - 1;
}

const at = (list: readonly number[], index: number) => list[index] as number;

/** The share that has arrived within `days`, of a curve moved later by `shift` normal scores. */
export function shareWithin(curve: readonly number[], days: number, shift: number): number {
  if (!(days > 0)) return 0;
  const bin = binOf(days);
  const low = bin === 0 ? 0 : shareBelow(at(curve, bin) - shift);
  if (bin === BINS - 1) return 1 - (1 - low) * Math.exp((LAST - days) / TAIL_DAYS);
  const high = shareBelow(at(curve, bin + 1) - shift);
  const [from, to] = [at(EDGES, bin), at(EDGES, bin + 1)];
  return low + ((high - low) * (days - from)) / (to - from);
}

/** The days within which a share (0 to 1) has arrived: the way back of {@link shareWithin}. */
export function daysFor(curve: readonly number[], share: number, shift: number): number {
  const sought = scoreOf(share) + shift;
  let [below, above] = [0, BINS];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (at(curve, middle) <= sought) below = middle;
    else above = middle;
  }
  const low = below === 0 ? 0 : shareBelow(at(curve, below) - shift);
  if (below === BINS - 1) {
    const left = Math.max(1e-9, (1 - share) / (1 - low));
    return LAST - TAIL_DAYS * Math.log(Math.min(1, left));
  }
  const high = shareBelow(at(curve, below + 1) - shift);
  const [from, to] = [at(EDGES, below), at(EDGES, below + 1)];
  const part = high > low ? Math.min(1, Math.max(0, (share - low) / (high - low))) : 1;
  return from + (to - from) * part;
}

/** Scores from shares, rounded for keeping and never falling. */
export function curveOf(shares: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  return shares.map((share) => {
    most = Math.max(most, Math.round(scoreOf(share) * 1000) / 1000);
    return most;
  });
}
