import { useReader } from "~/ui/admin/reader";
import { screenWords as words } from "../delay/words/screens";

/** From when to when bars are drawn, so that those of one page compare. */
export type Scale = { from: number; to: number };
type Range = { p10: Date; p50: Date; p90: Date; promised: Date | null };

const DAY = 86_400_000;
/** One parcel of the year 9999 must not make all others dots. */
const MOST_DAYS = 45;

/** The scale that holds the ranges of a page, and now. */
export function scaleOf(ranges: readonly Range[], now: Date): Scale {
  const at = now.getTime();
  const near = (moment: number) => Math.min(at + MOST_DAYS * DAY, Math.max(at - MOST_DAYS * DAY, moment));
  const all = ranges.flatMap(({ p10, p90, promised }) => [
    near(p10.getTime()),
    near(p90.getTime()),
    ...(promised ? [near(promised.getTime())] : []),
  ]);
  const [from, to] = [Math.min(at, ...all), Math.max(at + DAY, ...all)];
  return { from: from - DAY / 2, to: to + DAY / 2 };
}

const WIDTH = 200;

/** A parcel's promise and what is expected of it, on a line of time. The same is said in words below it. */
export function RangeBar({ range, scale, now }: { range: Range; scale: Scale; now: Date }) {
  const reader = useReader();
  const x = (moment: Date) =>
    WIDTH * Math.min(1, Math.max(0, (moment.getTime() - scale.from) / (scale.to - scale.from)));
  const day = new Intl.DateTimeFormat(reader.locale, {
    day: "numeric",
    month: "short",
    timeZone: reader.timeZone,
  });
  const { p10, p50, p90, promised } = range;
  const says = {
    promised: promised ? `${words.promised} ${day.format(promised)}` : words.noPromise,
    expected: day.formatRange(p10, p90),
  };
  return (
    <div className="delivery-range">
      <svg
        viewBox={`0 0 ${WIDTH} 18`}
        role="img"
        aria-label={words.chart(says.promised, says.expected)}
        preserveAspectRatio="none"
        suppressHydrationWarning
      >
        <line x1={0} x2={WIDTH} y1={9} y2={9} className="delivery-range__track" />
        <line x1={x(now)} x2={x(now)} y1={2} y2={16} className="delivery-range__now" />
        <rect x={x(p10)} y={5} width={Math.max(3, x(p90) - x(p10))} height={8} rx={4} />
        <line x1={x(p50)} x2={x(p50)} y1={5} y2={13} className="delivery-range__middle" />
        {promised && (
          <line x1={x(promised)} x2={x(promised)} y1={0} y2={18} className="delivery-range__promise" />
        )}
      </svg>
      {/* Browser and server may space a range differently; each element says for its own words that it may. */}
      <span suppressHydrationWarning>
        <strong suppressHydrationWarning>{says.expected}</strong> · {says.promised}
      </span>
    </div>
  );
}
