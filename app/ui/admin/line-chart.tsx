import { niceTop } from "./chart";
import { formatCount } from "./format-count";

type Props = {
  /** what is drawn, for those who do not see it; the same numbers are in a table beside it */
  label: string;
  /** what lies along it */
  buckets: readonly string[];
  /** null: nothing to draw there */
  values: readonly (number | null)[];
  /** the ends of what can be; a round number above the highest value, when nothing is said */
  least?: number;
  most?: number;
  /** how a value reads */
  say(value: number): string;
};

const WIDTH = 360;
const HEIGHT = 140;
const FOOT = 24;
const SIDE = 40;

/** A line in time, broken where there is nothing to tell. Plain SVG: nothing to load, and it prints. */
export function LineChart({ label, buckets, values, least = 0, most, say }: Props) {
  const known = values.flatMap((value) => value ?? []);
  const top = most ?? niceTop(Math.max(1, ...known));
  const step = (WIDTH - SIDE - 12) / Math.max(1, buckets.length - 1);
  const x = (at: number) => SIDE + step * at;
  const y = (value: number) => 8 + (HEIGHT - FOOT - 8) * (1 - (value - least) / (top - least));
  const every = Math.max(1, Math.ceil(buckets.length / 4));
  return (
    <figure className="admin-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[least, (least + top) / 2, top].map((value) => (
          <g key={value}>
            <line x1={SIDE} x2={WIDTH} y1={y(value)} y2={y(value)} className="admin-chart__grid" />
            <text x={SIDE - 6} y={y(value) + 4} textAnchor="end">
              {formatCount(Math.round(value * 10) / 10)}
            </text>
          </g>
        ))}
        {runsOf(values).map((run) => (
          <polyline
            key={run[0]?.at}
            points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}
            className="admin-chart__line"
          />
        ))}
        {values.map((value, at) =>
          value === null ? null : (
            <circle key={buckets[at]} cx={x(at)} cy={y(value)} r={3.5} className="admin-chart__dot">
              <title>{`${buckets[at]}: ${say(value)}`}</title>
            </circle>
          ),
        )}
        {buckets.map((bucket, at) =>
          at % every === 0 ? (
            <text key={bucket} x={x(at)} y={HEIGHT - 4} textAnchor={at === 0 ? "start" : "middle"}>
              {bucket}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
  );
}

type Point = { at: number; value: number };

/** The stretches without a gap. */
function runsOf(values: readonly (number | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ at, value });
  });
  return runs.filter((run) => run.length > 1);
}
