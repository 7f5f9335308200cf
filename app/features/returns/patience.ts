/** A shopper waits this long for what Shopify would say; then the page goes on without. */
const PATIENCE_MS = 4_000;

/** What `work` answers; null when it fails or takes longer than a shopper should wait. */
export async function soon<T>(work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
