import { formatCount } from "./format-count";

/** One colour of a stack: what it stands for, and how much of it there is in each bucket. */
export type Series = { name: string; values: readonly number[] };

type Props = {
  /** what is drawn, for those who do not see it; the same numbers are in a table beside it */
  label: string;
  buckets: readonly string[];
  series: readonly Series[];
};

/** Told apart by lightness, too; each has a contrast of at least 3 to 1 on white. */
const COLOURS = ["#1f5199", "#c2410c", "#0f766e", "#9d4edd", "#8a6100", "#616161"];
export const MOST_SERIES = COLOURS.length;

const WIDTH = 720;
const HEIGHT = 200;
const FOOT = 30;
const SIDE = 36;

/** Bars in time, stacked. Plain SVG: nothing to load, and it prints. */
export function StackedBars({ label, buckets, series }: Props) {
  const sums = buckets.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const top = niceTop(Math.max(1, ...sums));
  const step = (WIDTH - SIDE) / Math.max(1, buckets.length);
  const bar = Math.max(1, Math.min(48, step * 0.72));
  const y = (value: number) => (HEIGHT - FOOT) * (1 - value / top) + 4;
  const every = Math.max(1, Math.ceil(buckets.length / 8));
  return (
    <figure className="admin-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`} role="img" aria-label={label}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={SIDE} x2={WIDTH} y1={y(value)} y2={y(value)} className="admin-chart__grid" />
            <text x={SIDE - 6} y={y(value) + 4} textAnchor="end">
              {formatCount(value)}
            </text>
          </g>
        ))}
        {buckets.map((bucket, at) => {
          let under = 0;
          const x = SIDE + step * at + (step - bar) / 2;
          return (
            <g key={bucket}>
              {series.map((one, which) => {
                const value = one.values[at] ?? 0;
                const from = under;
                under += value;
                return value > 0 ? (
                  <rect
                    key={one.name}
                    x={x}
                    y={y(under)}
                    width={bar}
                    height={Math.max(0.5, y(from) - y(under))}
                    fill={COLOURS[which % COLOURS.length]}
                  >
                    <title>{`${bucket}: ${one.name}, ${value}`}</title>
                  </rect>
                ) : null;
              })}
              {at % every === 0 && (
                <text
                  x={x + bar / 2}
                  y={HEIGHT}
                  textAnchor="middle"
                  {...(at % (2 * every) === 0 ? {} : { className: "admin-chart__between" })}
                >
                  {bucket}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <ul className="admin-legend">
          {series.map((one, which) => (
            <li key={one.name}>
              <span aria-hidden="true" style={{ background: COLOURS[which % COLOURS.length] }} />
              {one.name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** The next round number above: 1, 2, 4 or 10 of a power of ten, so that half of it is whole, too. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return Math.max(2, step * power);
}

/** How a part compares with the largest, as a bar beside its number. */
export const PartBar = ({ part }: { part: number }) => (
  <span className="admin-part" aria-hidden="true">
    <span style={{ inlineSize: `${Math.round(100 * Math.min(1, Math.max(0, part)))}%` }} />
  </span>
);
