import type { SlaMetric, SlaPolicy } from "~/features/settings/schema";
import { addBusinessTime, type BusinessHours, businessTimeBetween } from "../business-hours";

/** A target that runs, rests or has ended. All lengths are milliseconds of what it counts. */
export type Clock = {
  metric: SlaMetric;
  counts: SlaPolicy["counts"];
  targetMs: number;
  /** so long before the target it counts as soon */
  warnMs: number;
  /** since when somebody waits */
  startedAt: Date;
  /** since when it runs; null: it rests */
  runningSince: Date | null;
  /** what it had run before that */
  spentMs: number;
  endedAt: Date | null;
};

/** How much time between two moments counts; none when `to` is not after `from`. */
const passed = (counts: Clock["counts"], from: Date, to: Date, hours: BusinessHours): number =>
  counts === "business" ? businessTimeBetween(from, to, hours) : Math.max(0, to.getTime() - from.getTime());

/** What has run of a clock at a moment. Closed hours, rests, and what comes after its end are not counted. */
export function spentAt(clock: Clock, at: Date, hours: BusinessHours): number {
  if (!clock.runningSince) return clock.spentMs;
  const until = clock.endedAt && clock.endedAt < at ? clock.endedAt : at;
  return clock.spentMs + passed(clock.counts, clock.runningSince, until, hours);
}

/** The same clock, standing still from `at` on. */
export const rest = (clock: Clock, at: Date, hours: BusinessHours): Clock => ({
  ...clock,
  spentMs: spentAt(clock, at, hours),
  runningSince: null,
});

/** The moment when a running clock will have run so long; null while it rests or when it has ended. */
function momentOf(clock: Clock, ms: number, hours: BusinessHours): Date | null {
  if (!clock.runningSince || clock.endedAt) return null;
  const left = ms - clock.spentMs;
  if (left <= 0) return clock.runningSince;
  return clock.counts === "business"
    ? addBusinessTime(clock.runningSince, left, hours)
    : new Date(clock.runningSince.getTime() + left);
}

/** When the target will be missed if nothing happens; null: it rests, or has ended. */
export const dueAt = (clock: Clock, hours: BusinessHours): Date | null =>
  momentOf(clock, clock.targetMs, hours);

/** From when on it is soon. */
export const soonAt = (clock: Clock, hours: BusinessHours): Date | null =>
  momentOf(clock, clock.targetMs - clock.warnMs, hours);
