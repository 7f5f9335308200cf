/** One line of the bench: what was measured, beside the best that this machine could do in the same run. */
export type Measure = {
  name: string;
  value: number;
  unit: string;
  /** the same work done barely, measured in the same run; null when there is nothing to compare with */
  ceiling: number | null;
  /** value / ceiling; of rounds taken in turns the median, since the machine may change between them */
  ratio: number | null;
  /** in words: "ratio >= 0.5"; null when it is only told */
  target: string | null;
  /** does the value meet the target? true when there is none */
  ok: boolean;
};

/** What must hold of a measure. */
export type Target = { of: "value" | "ratio"; atLeast?: number; atMost?: number };

export function measure(
  name: string,
  value: number,
  unit: string,
  {
    ceiling = null,
    ratio = ceiling === null ? null : value / ceiling,
    targets = [],
  }: { ceiling?: number | null; ratio?: number | null; targets?: Target[] } = {},
): Measure {
  const holds = ({ of, atLeast, atMost }: Target) => {
    const got = of === "value" ? value : (ratio ?? Number.NaN);
    return got >= (atLeast ?? Number.NEGATIVE_INFINITY) && got <= (atMost ?? Number.POSITIVE_INFINITY);
  };
  const words = targets.map(({ of, atLeast, atMost }) =>
    [of, atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`].join(" "),
  );
  return {
    name,
    value: round(value),
    unit,
    ceiling: ceiling === null ? null : round(ceiling),
    ratio: ratio === null ? null : round(ratio),
    target: words.join(" and ") || null,
    ok: targets.every(holds),
  };
}

const round = (value: number) => Number(value.toPrecision(4));

/** The value that a share `at` (0 to 1) of all values does not exceed; NaN for none. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds by a clock that all processes of this machine share. */
export const now = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;

/** Says on standard error what is being done; standard output is for the measures. */
export function say(step: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${step}\n`);
}
