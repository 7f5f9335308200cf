/** The store's own time: the machine's, plus whatever someone added to it. It only ever moves forward. */
export interface StoreClock {
  now(): Date;
  /** How far ahead of the machine's clock the store is. */
  offsetMs(): number;
  advance(ms: number): Date;
  /** Back to the machine's time. For demos; shops seldom enjoy it. */
  reset(): void;
  onMove(listener: () => void): () => void;
}

export function createClock(machineNow: () => number = Date.now): StoreClock {
  let offset = 0;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const now = () => new Date(machineNow() + offset);
  return {
    now,
    offsetMs: () => offset,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError("The clock only moves forward");
      offset += ms;
      tell();
      return now();
    },
    reset() {
      offset = 0;
      tell();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
