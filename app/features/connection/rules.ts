/** A delivery that failed this often is parked: staff see it, with its reason, and may try it again. */
export const MOST_TRIES = 8;

/** When to try a failed delivery again: 2 s, 4 s, 8 s … after the failure. */
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + 1000 * 2 ** Math.min(attempts, 10));
