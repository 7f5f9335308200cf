/** What can go wrong with Shopify's API, on request: by chance, or for exactly the next few calls. */
export type FaultKind = "error" | "timeout" | "throttled";

export interface FaultSettings {
  /** Chance in percent that a call is answered with 503. */
  errorPercent: number;
  /** Chance in percent that a call hangs, and then loses its connection. */
  timeoutPercent: number;
  /** Chance in percent that a GraphQL call is answered THROTTLED. */
  throttledPercent: number;
  /** How long a call hangs before its connection is cut. */
  timeoutMs: number;
  /** Added to every answer. */
  delayMs: number;
}

const calm: FaultSettings = {
  errorPercent: 0,
  timeoutPercent: 0,
  throttledPercent: 0,
  timeoutMs: 30_000,
  delayMs: 0,
};

export interface Faults {
  settings(): FaultSettings;
  set(change: Partial<FaultSettings>): FaultSettings;
  /** The next `times` calls fail this way, whatever the percentages say. */
  failNext(kind: FaultKind, times?: number): void;
  clear(): void;
  /** Rolls the dice for one call. */
  draw(): FaultKind | undefined;
}

export function createFaults(random: () => number = Math.random): Faults {
  let settings = { ...calm };
  let next: FaultKind[] = [];
  const unlucky = (percent: number) => random() * 100 < percent;
  return {
    settings: () => ({ ...settings }),
    set(change) {
      settings = { ...settings, ...change };
      return { ...settings };
    },
    failNext(kind, times = 1) {
      next.push(...Array<FaultKind>(times).fill(kind));
    },
    clear() {
      settings = { ...calm };
      next = [];
    },
    draw() {
      const told = next.shift();
      if (told) return told;
      if (unlucky(settings.errorPercent)) return "error";
      if (unlucky(settings.timeoutPercent)) return "timeout";
      if (unlucky(settings.throttledPercent)) return "throttled";
      return undefined;
    },
  };
}
