/**
 * The normal distribution. All shifts of the model are made in normal scores (z): a share of parcels becomes
 * a number that can be moved and stretched, and comes back as a share.
 */

/** Beyond this many standard deviations nothing is told apart: one parcel in a hundred thousand. */
export const Z_MOST = 4.2;

const bounded = (z: number) => (z > Z_MOST ? Z_MOST : z < -Z_MOST ? -Z_MOST : z);
export const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The share below `z`. Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17 (error < 7.5e-8). */
export function shareBelow(z: number): number {
  const size = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * size);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = density(size) * series;
  return z >= 0 ? 1 - above : above;
}

/** The z below which a share lies, within ±Z_MOST. Handbook, 26.2.23, made exact by one step of Newton's. */
export function scoreOf(share: number): number {
  if (!(share > 1.4e-5)) return -Z_MOST;
  if (share >= 1 - 1.4e-5) return Z_MOST;
  const tail = share < 0.5 ? share : 1 - share;
  const t = Math.sqrt(-2 * Math.log(tail));
  const above =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const first = share < 0.5 ? -above : above;
  return bounded(first - (shareBelow(first) - share) / density(first));
}

/** What to expect of a score known only to be above `z`, drawn around `mean` with spread 1. */
export function expectedAbove(z: number, mean: number): number {
  const gap = z - mean;
  if (gap > 4) return z + 1 / gap; // the ratio's own limit, where both its sides vanish
  return mean + density(gap) / (1 - shareBelow(gap));
}
