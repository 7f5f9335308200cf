/** Long thinking that can be put down between its steps; at each it may say how far it is, 0 to 1. */
export type Steps<T> = Generator<number | undefined, T, void>;

/** Takes all steps at once. */
export function toTheEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
