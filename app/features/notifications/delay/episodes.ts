import { type Moment, readMoment } from "./parcel";
import type { Prediction } from "./predict";

/** What a shopper is told of a parcel's delay; "nothing" most days. */
export type News = "nothing" | "late" | "lateNewDate" | "backOnTrack";

/** What has been told, to be kept with the parcel: plain JSON, moments as ISO texts. */
export type Episode = {
  /** on: told late and not taken back */
  state: "off" | "on";
  /** since when the prediction has said the other thing than what was told; null when it agrees */
  doubtSince: string | null;
  /** the moment by which we said it would come, as last told */
  toldBy: string | null;
  toldAt: string | null;
  /** messages of this parcel so far */
  messages: number;
};

export const NO_EPISODE: Episode = {
  state: "off",
  doubtSince: null,
  toldBy: null,
  toldAt: null,
  messages: 0,
};

/**
 * When to speak. Between the two likelihoods nothing changes: what was told stands, so that a prediction that
 * wavers makes no second message.
 */
export type EpisodeRules = {
  /** at least this likely late, for `certainForHours` or at once from `sureAt`, begins an episode */
  lateFrom: number;
  sureAt: number;
  /** at most this likely late, for as long, ends it */
  backFrom: number;
  certainForHours: number;
  /** a new date is told when it is this many days off the one told */
  newDateDays: number;
  /** and no sooner after the last message than this */
  restHours: number;
  mostMessages: number;
};

export const EPISODE_RULES: EpisodeRules = {
  lateFrom: 0.7,
  sureAt: 0.9,
  backFrom: 0.2,
  certainForHours: 20,
  newDateDays: 2,
  restHours: 44,
  mostMessages: 5,
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type EpisodeDecision = { news: News; episode: Episode };
type Forecast = Pick<Prediction, "p90" | "lateProbability">;

/**
 * Decides what to tell now. Without a promise nothing is ever late. Once delivered, do not ask. What is told
 * is "by p90"; `episode` is to be saved with the message, or without one. Pure: asked twice with the saved
 * episode, the second answer is nothing.
 */
export function nextNews(
  before: Episode,
  forecast: Forecast,
  promised: Moment | null,
  now: Moment,
  rules: EpisodeRules = EPISODE_RULES,
): EpisodeDecision {
  const [due, at] = [readMoment(promised), readMoment(now)];
  if (due === null || at === null) return { news: "nothing", episode: before };
  const likely = at >= due ? 1 : forecast.lateProbability;
  return before.state === "off"
    ? whenOff(before, forecast, likely, at, rules)
    : whenOn(before, forecast, likely, at, rules);
}

function whenOff(before: Episode, forecast: Forecast, likely: number, at: number, rules: EpisodeRules) {
  if (likely < rules.lateFrom) return quiet(before, null);
  const since = readMoment(before.doubtSince) ?? at;
  const certain = likely >= rules.sureAt || at - since >= rules.certainForHours * HOUR;
  if (!certain || !mayTell(before, at, rules)) return quiet(before, since);
  return tell("late", before, forecast, at);
}

function whenOn(before: Episode, forecast: Forecast, likely: number, at: number, rules: EpisodeRules) {
  if (likely <= rules.backFrom) {
    const since = readMoment(before.doubtSince) ?? at;
    const certain = at - since >= rules.certainForHours * HOUR;
    return certain && mayTell(before, at, rules)
      ? tell("backOnTrack", before, forecast, at)
      : quiet(before, since);
  }
  const toldBy = readMoment(before.toldBy) ?? at;
  const off = forecast.p90.getTime() - toldBy;
  const changed = off >= rules.newDateDays * DAY || (at > toldBy && off > 0);
  return changed && likely >= rules.lateFrom && mayTell(before, at, rules)
    ? tell("lateNewDate", before, forecast, at)
    : quiet(before, null);
}

/** The last message that may be told is kept for nobody: after so many, silence is kinder. */
const mayTell = ({ toldAt, messages }: Episode, at: number, { restHours, mostMessages }: EpisodeRules) => {
  const last = readMoment(toldAt);
  return messages < mostMessages && (last === null || at - last >= restHours * HOUR);
};

function quiet(before: Episode, doubtSince: number | null): EpisodeDecision {
  const since = doubtSince === null ? null : new Date(doubtSince).toISOString();
  return { news: "nothing", episode: { ...before, doubtSince: since } };
}

function tell(news: News, before: Episode, { p90 }: Forecast, at: number): EpisodeDecision {
  return {
    news,
    episode: {
      state: news === "backOnTrack" ? "off" : "on",
      doubtSince: null,
      toldBy: p90.toISOString(),
      toldAt: new Date(at).toISOString(),
      messages: before.messages + 1,
    },
  };
}

/**
 * How bad a parcel's delay is, for sorting: expected days late (by the middle and the far end of the range),
 * weighed by how likely it is late; a parcel that has stood still counts half as much again, one never told as
 * late too. 0 for one that is on time; no upper end, but a year counts as all time.
 */
export function harmOf(
  prediction: Pick<Prediction, "p50" | "p90" | "lateProbability" | "because">,
  promised: Moment | null,
  episode: Episode = NO_EPISODE,
): number {
  const due = readMoment(promised);
  if (due === null || prediction.lateProbability <= 0) return 0;
  const daysLate = (arrival: Date) => Math.min(365, Math.max(0, (arrival.getTime() - due) / DAY));
  const days = 0.7 * daysLate(prediction.p50) + 0.3 * daysLate(prediction.p90);
  const { state } = prediction.because;
  const still = state === "silent" || state === "exception" || state === "customs" || state === "returning";
  const untold = episode.state === "off" ? 1.5 : 1;
  const harm = prediction.lateProbability * (1 + days) * (still ? 1.5 : 1) * untold;
  return Math.round(harm * 100) / 100;
}
