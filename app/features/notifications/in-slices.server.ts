import { setTimeout as sleep } from "node:timers/promises";
import type { Steps } from "./delay/steps";

const MOST_REST_MS = 250;

/**
 * Thinks step by step, and after each rests for as long as it took, so that other work of this process goes on
 * at half its speed at least. `onProgress` gets what the steps say of how far they are.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  onProgress: (done: number) => Promise<void> = async () => undefined,
): Promise<T> {
  for (;;) {
    const from = performance.now();
    const { done, value } = steps.next();
    if (done) return value;
    if (value !== undefined) await onProgress(value);
    await sleep(Math.min(MOST_REST_MS, performance.now() - from));
  }
}
