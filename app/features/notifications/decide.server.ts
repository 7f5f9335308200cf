import type { ShopFace } from "~/features/settings/queries.server";
import { TEXT_CHANNELS } from "~/platform/channels/registry";
import type { ShopTx } from "~/platform/database/shop.server";
import { zoneOfAddress } from "~/values/time-zones";
import type { FactToTell } from "./facts-store.server";
import type { FactData, Kind } from "./kind";
import { parcelIdsOf } from "./parcel-parts";
import { kindOf } from "./registry";
import { type Decision, decideNews, type Subject, type Told } from "./rules";
import { liveStates, statesOf } from "./standing";
import { type KnownMessage, type Outcome, type Past, pastOf, type Step } from "./store.server";
import { mayText } from "./texts";

/** A piece of news to decide on. */
export type News = {
  /** the message's id, old or to be */
  id: string;
  kind: Kind;
  fact: FactToTell;
  /** of the message itself: what was merged into it */
  own: FactData;
  /** since when it has waited; null: it is new */
  since: Date | null;
};

/** What became of it, and which other waiting messages that changes. */
export type Decided = { news: News; outcome: Outcome };
export type Round = { decided: Decided[]; others: Outcome[] };

/** An order that was just placed has no past that could matter: its confirmation waits for no further reading. */
const standsAlone = ({ kind, since }: News) => kind.fact === "order.placed" && since === null;

/**
 * Decides on news, order by order and in the order of the facts: what was decided a moment ago is history for
 * what follows. News whose message exists already is left out, and so is what somebody else has just released.
 */
export async function decideAll(tx: ShopTx, face: ShopFace, all: News[]): Promise<Round> {
  const withPast = new Set(all.filter((news) => !standsAlone(news)).map(({ fact }) => fact.orderId));
  const past = withPast.size > 0 ? await pastOf(tx, [...withPast]) : new Map<string, Past>();
  const rounds = new Map<string, OrderRound>();
  const decided: Decided[] = [];
  for (const news of all) {
    const round = rounds.get(news.fact.orderId) ?? orderRound(past.get(news.fact.orderId), all);
    rounds.set(news.fact.orderId, round);
    if (news.since === null ? round.isTold(news) : !round.isHeld(news)) continue;
    const subject = subjectOf(news, round, face);
    if (news.kind.applies && news.since === null && !news.kind.applies(subject, news.fact.data)) continue;
    const decision = decideNews(news.kind, face.settings.notifications, subject, round.history, tx.now);
    const outcome = outcomeOf(tx, news, decision, round.history);
    decided.push({ news, outcome });
    round.note(news, outcome, decision, tx.now);
  }
  return { decided, others: [...rounds.values()].flatMap((round) => round.others) };
}

type OrderRound = {
  past: Past;
  history: Told[];
  others: Outcome[];
  isTold(news: News): boolean;
  isHeld(news: News): boolean;
  note(news: News, outcome: Outcome, decision: Decision, now: Date): void;
};

const NOTHING: Past = { parcels: [], messages: [] };

/** One order's history, as it grows while its news is decided on. */
function orderRound(past: Past = NOTHING, all: News[]): OrderRound {
  const inRound = new Set(all.map(({ id }) => id));
  const history = past.messages.map((one) => toTold(inRound.has(one.id) ? { ...one, state: "inTurn" } : one));
  const outcomes = new Map<string, Outcome>();
  const others: Outcome[] = [];
  const isTold = (news: News) =>
    past.messages.some((one) => one.factId === news.fact.id && kindOf(one.kind)?.fact === news.kind.fact);
  const isHeld = ({ id }: News) => past.messages.some((one) => one.id === id && one.state === "held");
  const note = (news: News, outcome: Outcome, decision: Decision, now: Date) => {
    outcomes.set(news.id, outcome);
    const turn = history.findIndex((one) => one.id === news.id);
    if (turn >= 0) history.splice(turn, 1);
    for (const id of decision.absorbs) {
      const told = history.find((one) => one.id === id);
      if (!told) continue;
      const before = outcomes.get(id);
      const merged = mergedInto(news, id, before?.data ?? { also: told.parcelIds });
      if (before) Object.assign(before, merged);
      else others.push(merged);
      told.state = merged.state;
    }
    if (decision.do === "drop") return;
    const state = decision.do === "hold" ? "held" : "deciding";
    history.push(toTold({ ...news, ...newMessage(news, outcome), state, createdAt: news.since ?? now }));
  };
  return { past, history, others, isTold, isHeld, note };
}

const newMessage = ({ kind, fact }: News, outcome: Outcome) => ({
  kind: kind.key,
  factId: fact.id,
  returnId: fact.returnId,
  parcelIds: parcelIdsOf({ ...fact.data, ...outcome.data }),
  sentAt: null,
});

const toTold = (one: KnownMessage): Told => ({
  id: one.id,
  kind: one.kind,
  gathersWith: kindOf(one.kind)?.gather?.with ?? null,
  state: one.state,
  parcelIds: one.parcelIds,
  returnId: one.returnId,
  createdAt: one.createdAt,
  sentAt: one.sentAt,
});

function mergedInto(news: News, id: string, data: FactData): Outcome {
  const replaced = news.kind.gather?.how === "replace";
  return {
    id,
    state: replaced ? "dropped" : "merged",
    reason: replaced ? "overtaken" : "toldTogether",
    heldUntil: null,
    mergedInto: news.id,
    data,
    step: null,
  };
}

function outcomeOf(tx: ShopTx, news: News, decision: Decision, history: readonly Told[]): Outcome {
  const { id, own } = news;
  const base = { id, reason: null, heldUntil: null, mergedInto: null, data: own, step: null };
  if (decision.do === "drop") return { ...base, state: "dropped", reason: decision.why };
  const data = { ...own, ...alsoOf(news, decision.absorbs, history) };
  const step = (one: Omit<Step, "at">): Step => ({ at: tx.now.toISOString(), ...one });
  if (decision.do === "send")
    return { ...base, data, state: "queued", step: news.since ? step({ did: "released" }) : null };
  const until = wholeMinute(decision.until);
  return {
    ...base,
    data,
    state: "held",
    reason: decision.why,
    heldUntil: until,
    step: step({ did: "held", why: decision.why, until: until.toISOString() }),
  };
}

/** Messages held until the same minute are looked at together. */
const wholeMinute = (at: Date) => new Date(Math.ceil(at.getTime() / 60_000) * 60_000);

/** The parcels of what is told together with it. */
function alsoOf({ kind, own }: News, absorbs: string[], history: readonly Told[]): FactData {
  if (kind.gather?.how !== "together" || absorbs.length === 0) return {};
  const known = Array.isArray(own.also) ? own.also : [];
  const more = history.filter((one) => absorbs.includes(one.id)).flatMap((one) => one.parcelIds);
  return { also: [...new Set([...known, ...more])] };
}

function subjectOf({ kind, fact, own, since }: News, { past, history }: OrderRound, face: ShopFace): Subject {
  const parcelIds = parcelIdsOf({ ...fact.data, ...own });
  const alike = history.filter((one) => kind.gather && one.gathersWith === kind.gather.with);
  const spokenOf = new Set([...parcelIds, ...alike.flatMap((one) => one.parcelIds)]);
  const left = past.parcels.filter(({ state }) => state !== "preparing" && state !== "cancelled");
  return {
    ...fact,
    email: recipientOf(kind, fact),
    byPhone: byPhone(kind, fact),
    happenedAt: readTime(fact.data.happenedAt),
    backfilled: fact.data.backfill === true,
    silenced: fact.data.notify === false || fact.hushed,
    parcelIds,
    parcels: statesOf(parcelIds, past.parcels),
    allParcels: liveStates(past.parcels),
    untold: left.filter(({ id }) => !spokenOf.has(id)).length,
    timeZone: zoneOfAddress(fact) ?? face.profile.timeZone,
    since,
  };
}

/** Whether a phone stands in for the address. A number that is the order's only contact was given to be told there. */
function byPhone(kind: Kind, { phone, textKinds, gift }: FactToTell): Subject["byPhone"] {
  // the number is of whoever ordered, and a gift's return is no affair of theirs
  if (!phone || (kind.audience === "returner" && gift)) return "no";
  const may = TEXT_CHANNELS.some((channel) => mayText(kind, channel));
  return may && textKinds.includes(kind.key) ? "yes" : "unwanted";
}

/** Whoever the kind is for. A gift's return is its recipient's affair; without their address nobody is told. */
export function recipientOf({ audience }: Kind, fact: FactToTell): string | null {
  if (audience === "writer") return fact.writerEmail;
  return audience === "returner" && fact.gift ? fact.giftEmail : fact.email;
}

function readTime(told: unknown): Date | null {
  const at = typeof told === "string" ? new Date(told) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
