const MINUTE = 60_000;

/** Shopify tries eight more times over four hours. The exact steps are its own secret; these grow alike. */
export const retryAfterMs = [1, 3, 8, 18, 38, 78, 150, 240].map((minutes) => minutes * MINUTE);

/** When the next try is due, counted from the first one; nothing when there is none left. */
export function nextTry(firstTry: Date, triesSoFar: number, speed: number): Date | undefined {
  const wait = retryAfterMs[triesSoFar - 1];
  return wait === undefined ? undefined : new Date(firstTry.getTime() + wait / speed);
}
