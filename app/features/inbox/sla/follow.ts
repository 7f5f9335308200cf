import { SLA_METRICS, type SlaMetric, type SlaPolicy } from "~/features/settings/schema";
import type { BusinessHours } from "../business-hours";
import { type Clock, dueAt, rest, soonAt, spentAt } from "./clock";
import { type Followed, policyFor, targetOf } from "./policy";

/** met and missed count in reports; dropped: nobody answers for it any more (closed unanswered, merged, no policy). */
export type Outcome = "met" | "missed" | "dropped";

export type KeptClock = Clock & {
  /** null: it is new */
  id: string | null;
  policyId: string;
  policyName: string;
  warnedAt: Date | null;
  outcome: Outcome | null;
  /** when the outcome was certain: a target is missed at its time, not when somebody answers at last */
  judgedAt: Date | null;
};

const MINUTE_MS = 60_000;

/**
 * What a conversation's clocks become by how it is now; only those that change. The first answer's clock never
 * rests. The next answer's rests while staff put the conversation aside, the resolution's also while the shopper
 * is waited for. A clock that ended goes on when its end is taken back, or the conversation opens again: nobody
 * meets a target by closing too early.
 */
export function follow(
  one: Followed,
  clocks: readonly KeptClock[],
  { policies, hours, now }: { policies: readonly SlaPolicy[]; hours: BusinessHours; now: Date },
): KeptClock[] {
  const policy = policyFor(one, policies);
  return SLA_METRICS.flatMap((metric) => {
    const those = clocks.filter((clock) => clock.metric === metric);
    const running = those.find((clock) => !clock.endedAt) ?? null;
    const wish = wanted(one, metric, those.length > 0);
    const minutes = policy && targetOf(policy, metric, one.priority);
    if (!wish || !policy || minutes === null)
      return running ? [ended(running, outcomeNow(one, metric, wish !== null), now, hours)] : [];
    const clock =
      running ?? revived(one, metric, those, now, hours) ?? begun(one, metric, policy, minutes, now);
    const next = paced(fitted(clock, policy, minutes, now, hours), wish, now, hours);
    return clock.id !== null && isSame(next, running) ? [] : [next];
  });
}

/** Should the clock run, rest, or not be there? */
function wanted(one: Followed, metric: SlaMetric, wasThere: boolean): "runs" | "rests" | null {
  if (one.state === "closed" || one.mergedIntoId) return null;
  if (metric === "resolution") {
    if (!one.awaitingSince && !wasThere) return null;
    return one.state === "open" ? "runs" : "rests";
  }
  if (!one.awaitingSince || (metric === "firstReply") !== (one.firstRepliedAt === null)) return null;
  return metric === "nextReply" && one.state === "snoozed" ? "rests" : "runs";
}

/** What is judged of a clock that ends now. An answer, or a closing, is met unless it came too late. */
function outcomeNow(one: Followed, metric: SlaMetric, isStillWanted: boolean): "met" | "dropped" {
  if (isStillWanted || one.mergedIntoId) return "dropped";
  if (metric === "resolution") return "met";
  return one.state !== "closed" ? "met" : "dropped";
}

function ended(clock: KeptClock, outcome: "met" | "dropped", now: Date, hours: BusinessHours): KeptClock {
  if (clock.outcome === "missed") return { ...clock, endedAt: now };
  const isLate = spentAt(clock, now, hours) > clock.targetMs;
  return { ...clock, endedAt: now, outcome: isLate ? "missed" : outcome, judgedAt: now };
}

/** The clock whose end did not last: of this same waiting, or of the conversation as a whole. */
function revived(
  one: Followed,
  metric: SlaMetric,
  clocks: readonly KeptClock[],
  now: Date,
  hours: BusinessHours,
): KeptClock | null {
  const isWhole = metric === "resolution";
  const last = clocks.findLast(
    ({ startedAt }) => isWhole || startedAt.getTime() === one.awaitingSince?.getTime(),
  );
  if (!last) return null;
  // an answer taken back never was: its clock ran on; a closed conversation's stood still
  const still = isWhole ? { ...last, ...rest(last, last.endedAt ?? now, hours) } : last;
  return {
    ...still,
    endedAt: null,
    ...(last.outcome === "missed" ? {} : { outcome: null, judgedAt: null }),
  };
}

function begun(
  { awaitingSince }: Followed,
  metric: SlaMetric,
  policy: SlaPolicy,
  minutes: number,
  now: Date,
): KeptClock {
  const startedAt = awaitingSince ?? now;
  const since = new Date(policy.since);
  return {
    id: null,
    metric,
    policyId: policy.id,
    policyName: policy.name,
    counts: policy.counts,
    targetMs: minutes * MINUTE_MS,
    warnMs: policy.warnMinutes * MINUTE_MS,
    startedAt,
    runningSince: since > startedAt ? since : startedAt,
    spentMs: 0,
    warnedAt: null,
    endedAt: null,
    outcome: null,
    judgedAt: null,
  };
}

/** The clock under the policy that holds now; what it has run stays, in the hours it was counted in. */
function fitted(
  clock: KeptClock,
  policy: SlaPolicy,
  minutes: number,
  now: Date,
  hours: BusinessHours,
): KeptClock {
  const still = clock.counts === policy.counts ? clock : { ...clock, ...rest(clock, now, hours) };
  return {
    ...still,
    policyId: policy.id,
    policyName: policy.name,
    counts: policy.counts,
    targetMs: minutes * MINUTE_MS,
    warnMs: policy.warnMinutes * MINUTE_MS,
  };
}

function paced(clock: KeptClock, wish: "runs" | "rests", now: Date, hours: BusinessHours): KeptClock {
  if (wish === "runs") return clock.runningSince ? clock : { ...clock, runningSince: now };
  return clock.runningSince ? { ...clock, ...rest(clock, now, hours) } : clock;
}

const isSame = (one: KeptClock, other: KeptClock | null): boolean =>
  other !== null && JSON.stringify(one) === JSON.stringify(other);

/** What is due next in a conversation: of its running clocks the one that comes first, late ones among them. */
export type NextDue = { metric: SlaMetric; at: Date; soonAt: Date };

export const nextDue = (clocks: readonly KeptClock[], hours: BusinessHours): NextDue | null =>
  allDue(clocks, hours)[0] ?? null;

/** Everything that is due in a conversation, by its running clocks: what comes first before the others. */
export function allDue(clocks: readonly KeptClock[], hours: BusinessHours): NextDue[] {
  const due = clocks.flatMap((clock) => {
    const [at, soon] = [dueAt(clock, hours), soonAt(clock, hours)];
    return at && soon ? [{ metric: clock.metric, at, soonAt: soon }] : [];
  });
  return due.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What of a clock has come by `now` and was not told before: that it is soon, or missed. */
export function news(clock: KeptClock, now: Date, hours: BusinessHours): "soon" | "missed" | null {
  const [at, soon] = [dueAt(clock, hours), soonAt(clock, hours)];
  if (!at || !soon || clock.outcome === "missed") return null;
  if (at <= now) return "missed";
  return soon <= now && !clock.warnedAt ? "soon" : null;
}

/** When a conversation's clocks have to be looked at next; null: nothing will come by itself. */
export function nextLook(clocks: readonly KeptClock[], now: Date, hours: BusinessHours): Date | null {
  const looks = clocks.flatMap((clock) => {
    if (clock.outcome === "missed") return [];
    return [clock.warnedAt ? null : soonAt(clock, hours), dueAt(clock, hours)].filter((at) => at !== null);
  });
  const [first] = looks.sort((one, other) => one.getTime() - other.getTime());
  return first ? (first < now ? now : first) : null;
}
