/** A delivery that failed this often is parked: staff see it, with its reason, and may try it again. */
export const MOST_TRIES = 8;

/** How long to wait before a failed delivery is tried again, in milliseconds: 2 s, 4 s, 8 s … */
export const pauseAfter = (attempts: number): number => 1000 * 2 ** Math.min(attempts, 10);
