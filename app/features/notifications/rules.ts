import type { ParcelState } from "~/features/orders/rules";
import type { Settings } from "~/features/settings/schema";
import { isMailbox } from "~/values/keys";
import { quietUntil } from "~/values/quiet-hours";
import { DAY, type Group, type Kind, MINUTE, type Standing } from "./kind";

/** Why a message did not go out, for staff to read. */
export const DROP_REASONS = [
  "noAddress",
  "notForPhones",
  "badAddress",
  "switchedOff",
  "staffSaidNo",
  "testOrder",
  "beforeInstall",
  "backfilled",
  "tooOld",
  "noLongerTrue",
  "overtaken",
  "toldAlready",
  "nothingToCorrect",
  "tooMany",
  "pausedTooLong",
  "redacted",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why a message waits. */
export const HOLD_REASONS = ["gathering", "settling", "notYetKnown", "quietHours", "paused"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What news is about, with all that decides on it. */
export type Subject = Standing & {
  email: string | null;
  /** may it go to a phone, where there is no address? "unwanted": there is a number, but this news goes to none */
  byPhone: "yes" | "unwanted" | "no";
  test: boolean;
  redacted: boolean;
  placedAt: Date;
  /** when the shop installed us: what was ordered before is not ours to announce */
  installedAt: Date;
  /** when we learnt of it */
  factAt: Date;
  /** when it happened, as far as anybody said */
  happenedAt: Date | null;
  /** mirrored long after it happened */
  backfilled: boolean;
  /** staff chose not to tell the shopper */
  silenced: boolean;
  parcelIds: readonly string[];
  returnId: string | null;
  /** the shopper's */
  timeZone: string;
  /** since when the message exists; null: it is decided on for the first time */
  since: Date | null;
};

/** A message about the same order that exists already, or was decided on a moment ago. */
export type Told = {
  id: string;
  kind: string;
  /** what its kind gathers with (`Kind.gather`), if it does */
  gathersWith: string | null;
  /** "deciding": decided on in this very round, not yet out of our hands; "inTurn": comes later in it */
  state: string;
  parcelIds: readonly string[];
  returnId: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

export type Decision =
  | { do: "send"; absorbs: string[] }
  | { do: "hold"; until: Date; why: HoldReason; absorbs: string[] }
  | { do: "drop"; why: DropReason; absorbs: string[] };

/** What is paused is held so long, then it is no news any more. */
export const PAUSED_AT_MOST = DAY;
/** Shopify tells of a change before the order shows it: looked at again after so long. */
const LOOK_AGAIN = 2 * MINUTE;
const ORDER_AT_MOST = 365 * DAY;

/**
 * What becomes of a piece of news: sent now, held until a moment (and decided on again then), or dropped for a
 * reason. `absorbs` names the waiting messages it takes in: told together in this one, or replaced by it.
 */
export function decideNews(
  kind: Kind,
  settings: Settings["notifications"],
  about: Subject,
  history: readonly Told[],
  now: Date,
): Decision {
  const absorbs = absorbed(kind, about, history);
  const why = whyNot(kind, settings, about, now) ?? whyNoMore(kind, settings, about, history, now);
  // What would have been put right goes with it: nobody is told of a delay that is over.
  if (why) return { do: "drop", why, absorbs: why === "nothingToCorrect" ? absorbs : [] };
  const held = whyWait(kind, settings, about, now);
  if (held) return { do: "hold", ...held, absorbs };
  if (tooMany(kind, settings, history, absorbs, now)) return { do: "drop", why: "tooMany", absorbs: [] };
  return { do: "send", absorbs };
}

/** Reasons that lie in the shop's choices, the address, and the age of it all. */
function whyNot(
  kind: Kind,
  settings: Settings["notifications"],
  about: Subject,
  now: Date,
): DropReason | null {
  if (!isWanted(kind, settings)) return "switchedOff";
  if (about.redacted) return "redacted";
  if (!about.email && about.byPhone !== "yes")
    return about.byPhone === "unwanted" ? "notForPhones" : "noAddress";
  if (about.email && !isMailbox(about.email)) return "badAddress";
  if (about.silenced) return "staffSaidNo";
  if (about.test && kind.foreseen) return "testOrder";
  if (about.backfilled) return "backfilled";
  if (kind.group !== "returns" && about.placedAt < wholeSecond(about.installedAt)) return "beforeInstall";
  if (now.getTime() - happened(kind, about, now) > kind.freshFor) return "tooOld";
  if (kind.group !== "returns" && now.getTime() - about.placedAt.getTime() > ORDER_AT_MOST) return "tooOld";
  return null;
}

/** What keeps a message that is just being sent after all: the order, or the shop's mind, has changed since. */
export function whyNotNow(
  kind: Kind,
  settings: Settings["notifications"],
  standing: Standing,
): DropReason | "paused" | null {
  if (!isWanted(kind, settings)) return "switchedOff";
  if (!kind.stillTrue(standing)) return "noLongerTrue";
  if (isOvertaken(kind, settings, standing)) return "overtaken";
  return isPaused(kind.key, settings) ? "paused" : null;
}

/** Reasons that lie in what happened since, or was told already. */
function whyNoMore(
  kind: Kind,
  settings: Settings["notifications"],
  about: Subject,
  history: readonly Told[],
  now: Date,
): DropReason | null {
  if (!kind.stillTrue(about)) return "noLongerTrue";
  if (isOvertaken(kind, settings, about)) return "overtaken";
  const out = history.filter((one) => one.state === "sent" || one.state === "queued");
  const outOrComing = history.filter((one) => TELLING.has(one.state));
  const saidIt = (one: Told) =>
    kind.toldBy?.includes(one.kind) && sameReturn(one, about) && isWithin(one, now, DAY);
  if (outOrComing.some(saidIt)) return "toldAlready";
  if (isPaused(kind.key, settings) && about.since && now.getTime() - about.since.getTime() >= PAUSED_AT_MOST)
    return "pausedTooLong";
  if (kind.corrects && !out.some((one) => kind.corrects?.includes(one.kind) && sameParcel(one, about)))
    return "nothingToCorrect";
  return null;
}

/** States of messages that tell, or are going to. */
const TELLING: ReadonlySet<string> = new Set(["sent", "queued", "deciding", "held", "inTurn"]);

/** Is the kind switched on: its group's switch, and its own? */
export function isWanted(
  { key, group }: Pick<Kind, "key" | "group">,
  settings: Settings["notifications"],
): boolean {
  return isGroupOn(group, settings) && !settings.off.includes(key);
}

/** Is a group's switch on? Whether questions are asked at all is decided where they are planned. */
export function isGroupOn(group: Group, settings: Settings["notifications"]): boolean {
  if (group === "questions") return true;
  return group === "order" ? settings.confirmation !== "off" : settings[group];
}

export const isPaused = (key: string, settings: Settings["notifications"]): boolean =>
  settings.paused.includes("all") || settings.paused.includes(key);

/** Shopify tells an order's time in whole seconds: one placed right after the installation is not before it. */
const wholeSecond = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);

/**
 * When it happened, in milliseconds: as told, but not after we learnt of it, since clocks jump and carriers
 * write the year 9999; and never in the future.
 */
function happened(kind: Kind, about: Subject, now: Date): number {
  const told = kind.fact === "order.placed" ? about.placedAt : about.happenedAt;
  const times = [told?.getTime() ?? Number.NaN, about.factAt.getTime(), now.getTime()];
  return Math.min(...times.filter((time) => Number.isFinite(time)));
}

/** How far along the way a parcel is; what is off it comes to an end by itself. */
const FAR: Readonly<Record<ParcelState, number>> = {
  preparing: 0,
  shipped: 1,
  inTransit: 2,
  heldByCustoms: 2,
  delayed: 2,
  outForDelivery: 3,
  attempted: 4,
  failed: 4,
  readyForPickup: 5,
  delivered: 6,
  returned: 6,
  lost: 4,
  cancelled: 6,
};

/** Which kinds tell of a state: news is overtaken only by what the shop tells, and always by the end. */
const TOLD_AS: Partial<Record<ParcelState, string>> = {
  outForDelivery: "outForDelivery",
  attempted: "deliveryAttempted",
  failed: "deliveryFailed",
  readyForPickup: "readyForPickup",
};

function isOvertaken(kind: Kind, settings: Settings["notifications"], about: Standing): boolean {
  const { parcelState } = kind;
  if (!parcelState || about.parcels.length === 0) return false;
  return about.parcels.every((state) => {
    if (FAR[state] <= FAR[parcelState]) return false;
    const key = TOLD_AS[state];
    return (
      FAR[state] === FAR.delivered || (key !== undefined && isWanted({ key, group: "shipping" }, settings))
    );
  });
}

const sameParcel = (one: Told, about: Subject): boolean =>
  about.parcelIds.length === 0 || one.parcelIds.some((id) => about.parcelIds.includes(id));

const sameReturn = (one: Told, about: Subject): boolean =>
  !one.returnId || !about.returnId || one.returnId === about.returnId;

const isWithin = (one: Told, now: Date, ms: number): boolean =>
  Math.abs(now.getTime() - (one.sentAt ?? one.createdAt).getTime()) < ms;

/** Waiting messages that go into this one. */
function absorbed(kind: Kind, about: Subject, history: readonly Told[]): string[] {
  const { gather } = kind;
  if (!gather) return [];
  return history
    .filter(
      (one) =>
        (one.state === "held" || one.state === "deciding") &&
        one.gathersWith === gather.with &&
        (gather.how === "together" || (sameParcel(one, about) && sameReturn(one, about))),
    )
    .map((one) => one.id);
}

/** Why it waits and until when; null when it may go now. A message that has waited is decided on without `wait`. */
function whyWait(
  kind: Kind,
  settings: Settings["notifications"],
  about: Subject,
  now: Date,
): { until: Date; why: HoldReason } | null {
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (isPaused(kind.key, settings))
    return { until: new Date((about.since ?? now).getTime() + PAUSED_AT_MOST), why: "paused" };
  if (kind.waitsForOrder && about.happenedAt && about.updatedAt < wholeSecond(about.happenedAt))
    return { until: after(LOOK_AGAIN), why: "notYetKnown" };
  if (kind.wait && !about.since && !kind.wait.unless?.(about))
    return { until: after(kind.wait.forMs), why: kind.gather ? "gathering" : "settling" };
  const quiet = kind.anytime ? null : quietUntil(now, about.timeZone, settings.quiet);
  return quiet && { until: quiet, why: "quietHours" };
}

/** How many more than the shop's limit a kind may still be told, by what it costs not to hear it. */
const BEYOND: Readonly<Record<Kind["harm"], number>> = { little: 0, some: 3, much: Number.POSITIVE_INFINITY };

function tooMany(
  { harm }: Kind,
  { mostADay }: Settings["notifications"],
  history: readonly Told[],
  absorbs: readonly string[],
  now: Date,
): boolean {
  const today = history.filter(
    (one) =>
      ["sent", "queued", "deciding"].includes(one.state) &&
      !absorbs.includes(one.id) &&
      isWithin(one, now, DAY),
  );
  return today.length >= mostADay + BEYOND[harm];
}
