import type { ParcelState } from "~/features/orders/rules";
import type { ParcelStatus } from "~/platform/carriers/status";
import type { DelayNews } from "../delay-facts";
import { type Episode, harmOf, NO_EPISODE, nextNews } from "./episodes";
import type { DelayModel } from "./model";
import { type Place, readMoment } from "./parcel";
import { type Prediction, predict } from "./predict";
import { isLost } from "./silence";

/** A parcel as our copy of Shopify's order has it. */
export type SeenParcel = {
  state: ParcelState;
  carrier: string;
  service: string;
  placedAt: Date;
  shippedAt: Date;
  promisedTo: Date | null;
  /** the carrier's own estimate */
  estimatedAt: Date | null;
  /** the order is cancelled, erased, a test, or of the time before the installation */
  ignored: boolean;
  destination: Place;
  /** the newest scan; null when nobody has told of any */
  scan: { at: Date; status: ParcelStatus } | null;
};

/** What was told of a parcel so far, kept with it. */
export type Told = {
  episode: Episode;
  /** the promise we hold it to, once known */
  promised: string | null;
  /** since when it counts as lost */
  lostAt: string | null;
  /** how often it became a case, and whether it is one now */
  cases: number;
  isCase: boolean;
};

export const NOTHING_TOLD: Told = {
  episode: NO_EPISODE,
  promised: null,
  lostAt: null,
  cases: 0,
  isCase: false,
};

export type WatchRules = {
  /** are shoppers told? */
  tell: boolean;
  /** harm from which it becomes a case; null: never */
  caseFrom: number | null;
};

export type WatchState = "fine" | "atRisk" | "late" | "lost" | "lateToShip";

/** News of a parcel; `no` tells apart what may happen to it more than once. */
export type WatchNews = { kind: DelayNews | "delivery.worrying" | "delivery.solved"; no: number };

export type Watched = {
  prediction: Prediction;
  promised: Date | null;
  state: WatchState;
  harm: number;
  told: Told;
  nextLookAt: Date;
  news: WatchNews[];
};

/** What is over is not watched any more; a case that was open is solved. */
export type Look = Watched | { over: true; news: WatchNews[] };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A parcel of which nobody has heard for so long is not under way any more. */
const WATCHED_AT_MOST = 90 * DAY;
const AT_RISK_FROM = 0.3;
/** A lost parcel is worse than any that is only late. */
const LOST_HARM = 20;
/** A promise further away than this is a slip. */
const PROMISE_AT_MOST = 365 * DAY;

const ENDED: ReadonlySet<ParcelState> = new Set(["delivered", "readyForPickup", "returned", "cancelled"]);
/** Only of these are shoppers told that they are late: before there is nothing under way, after it is on the van. */
const SPOKEN_OF: ReadonlySet<ParcelState> = new Set([
  "shipped",
  "inTransit",
  "heldByCustoms",
  "delayed",
  "failed",
  "lost",
]);

export type Shopwise = {
  model: DelayModel;
  /** where parcels leave from */
  origin: Place;
  /** does the carrier tell of deliveries? What never arrives with one that does not says nothing. */
  reports(carrier: string): boolean;
  rules: WatchRules;
};

/**
 * Looks at a parcel: when it will arrive, how bad that is, and what is to be told of it. Pure, and once a
 * moment: asked again with what it answered as `told`, it has no news. Nobody is told of a parcel that was
 * never scanned: it may have arrived without a word.
 */
export function lookAt(shop: Shopwise, seen: SeenParcel, told: Told, now: Date): Look {
  if (seen.ignored || ENDED.has(seen.state) || now.getTime() - seen.shippedAt.getTime() > WATCHED_AT_MOST)
    return { over: true, news: told.isCase ? [{ kind: "delivery.solved", no: told.cases }] : [] };
  const promised = promiseOf(seen, told);
  const prediction = predict(shop.model, { ...parcelOf(seen, shop.origin), promised }, now);
  const known = seen.scan !== null && shop.reports(seen.carrier);
  const before: Told = { ...told, promised: promised?.toISOString() ?? null };
  const lost = known && seems(shop, seen, promised, now);
  const spoken = known && SPOKEN_OF.has(seen.state);
  const next = spoken && shop.rules.tell ? tell(before, prediction, lost, now) : { told: before, news: [] };
  const state = stateOf(prediction, next.told.episode, promised, lost, known, now);
  const harm = harmIn(state, prediction, promised, next.told.episode);
  const cased = asCase(next.told, harm, lost, shop.rules);
  return {
    prediction,
    promised,
    state,
    harm,
    told: cased.told,
    nextLookAt: new Date(now.getTime() + lookAgainIn(state, promised, next.told, now)),
    news: [...next.news, ...cased.news],
  };
}

export const isOver = (look: Look): look is Extract<Look, { over: true }> => "over" in look;

/** What the model asks of a parcel. */
const parcelOf = (seen: SeenParcel, origin: Place) => ({
  placed: seen.placedAt,
  handedOver: seen.state === "preparing" ? null : seen.shippedAt,
  carrier: seen.carrier,
  service: seen.service,
  origin,
  destination: seen.destination,
  lastScan: seen.scan,
});

/** The order's promise; where it has none, the carrier's first estimate, which later ones do not move. */
function promiseOf({ promisedTo, estimatedAt, shippedAt }: SeenParcel, told: Told): Date | null {
  const possible = (day: Date | null) =>
    day !== null && Math.abs(day.getTime() - shippedAt.getTime()) <= PROMISE_AT_MOST ? day : null;
  const kept = readMoment(told.promised);
  return possible(promisedTo) ?? (kept === null ? null : new Date(kept)) ?? possible(estimatedAt);
}

function seems({ origin }: Shopwise, seen: SeenParcel, promised: Date | null, now: Date): boolean {
  if (seen.scan?.status === "lost") return true;
  if (seen.scan?.status === "heldByCustoms" || (promised && promised > now)) return false;
  const way = {
    from: origin.country ?? "",
    country: seen.destination.country ?? "",
    region: seen.destination.region ?? "",
  };
  const seenAt = Math.max(seen.scan?.at.getTime() ?? 0, seen.shippedAt.getTime());
  return isLost(way, seenAt, now.getTime());
}

const KIND = {
  late: "delivery.late",
  lateNewDate: "delivery.stillLate",
  backOnTrack: "delivery.backOnTrack",
} as const;

type Decided = { told: Told; news: WatchNews[] };

function tell(told: Told, prediction: Prediction, lost: boolean, now: Date): Decided {
  if (lost && told.lostAt) return { told, news: [] };
  const { episode } = told;
  if (lost) {
    const after = spokenAt(episode, prediction, now);
    return {
      told: { ...told, lostAt: now.toISOString(), episode: { ...after, state: "on" } },
      news: [{ kind: "delivery.lost", no: after.messages }],
    };
  }
  // It was found again: what was told of it is taken back, or gets a date.
  if (told.lostAt) return found(told, prediction, now);
  const decision = nextNews(episode, prediction, told.promised, now);
  const { news } = decision;
  return {
    told: { ...told, episode: decision.episode },
    news: news === "nothing" ? [] : [{ kind: KIND[news], no: decision.episode.messages }],
  };
}

function found(told: Told, prediction: Prediction, now: Date): Decided {
  const after = spokenAt(told.episode, prediction, now);
  const stillLate = prediction.lateProbability >= 0.5;
  return {
    told: { ...told, lostAt: null, episode: { ...after, state: stillLate ? "on" : "off" } },
    news: [{ kind: stillLate ? "delivery.stillLate" : "delivery.backOnTrack", no: after.messages }],
  };
}

const spokenAt = (episode: Episode, { p90 }: Prediction, now: Date): Episode => ({
  ...episode,
  doubtSince: null,
  toldBy: p90.toISOString(),
  toldAt: now.toISOString(),
  messages: episode.messages + 1,
});

function stateOf(
  { lateProbability }: Prediction,
  episode: Episode,
  promised: Date | null,
  lost: boolean,
  known: boolean,
  now: Date,
): WatchState {
  if (lost) return "lost";
  if (!known) return "fine";
  if ((promised && promised <= now) || episode.state === "on") return "late";
  return lateProbability >= AT_RISK_FROM ? "atRisk" : "fine";
}

function harmIn(state: WatchState, prediction: Prediction, promised: Date | null, episode: Episode): number {
  if (state === "fine") return 0;
  const harm = harmOf(prediction, promised, episode);
  return state === "lost" ? harm + LOST_HARM : Math.max(0.01, harm);
}

/** A case opens at the merchant's threshold, and closes at half of it, so that it does not come and go. */
function asCase(told: Told, harm: number, lost: boolean, { caseFrom }: WatchRules): Decided {
  if (told.isCase) {
    const solved = !lost && (caseFrom === null || harm < caseFrom / 2);
    if (!solved) return { told, news: [] };
    return { told: { ...told, isCase: false }, news: [{ kind: "delivery.solved", no: told.cases }] };
  }
  if (caseFrom === null || (!lost && harm < caseFrom)) return { told, news: [] };
  const no = told.cases + 1;
  return { told: { ...told, isCase: true, cases: no }, news: [{ kind: "delivery.worrying", no }] };
}

/** Scans of note are looked at as they come; this is for what happens by nothing happening. */
function lookAgainIn(state: WatchState, promised: Date | null, { episode }: Told, now: Date): number {
  if (episode.doubtSince) return 4 * HOUR;
  const far = !promised || promised.getTime() - now.getTime() > 3 * DAY;
  return state === "fine" && far ? DAY : 6 * HOUR;
}
