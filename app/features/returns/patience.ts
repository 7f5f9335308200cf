import { inTime } from "~/values/in-time";

/** A shopper waits this long for what Shopify would say; then the page goes on without. */
const PATIENCE_MS = 4_000;

/** What `work` answers; null when it fails or takes longer than a shopper should wait. */
export const soon = <T>(work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T | null> =>
  inTime(work, patienceMs);
