import { shopFace } from "~/features/settings/queries.server";
import type { Settings } from "~/features/settings/schema";
import type { Carrier, TrackedParcel, Wire } from "~/platform/carriers/carrier";
import { accountSettings, openCredentials } from "~/platform/carriers/credentials.server";
import { carrierOf } from "~/platform/carriers/registry";
import type { Tracking } from "~/platform/carriers/tracking";
import { wire as network } from "~/platform/carriers/wire.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { mayTell } from "~/platform/shopify/scopes";
import { askAgainIn, MOST_TRIES, nextStep, tryAgainIn } from "./follow-rules";
import { noteTracking } from "./note-tracking.server";
import {
  accountsInUse,
  claimDue,
  type DueTrack,
  saveTrack,
  trackOf,
  unknownCodesSeen,
} from "./track-store.server";

/** Asked in one run, one after another; the rest waits for the next. */
const AT_ONCE = 25;
/** A run that dies leaves its parcels to the next after so long. */
const CLAIM_MS = 15 * 60_000;
const DAY = 86_400_000;

/** An account that can be asked where parcels are. */
type Source = { id: string; carrier: Carrier; settings: unknown; sendsNews: boolean };

/**
 * Asks the shop's carrier account to follow parcels of which Shopify tells nothing, once each, and asks for the
 * news that no message brought. A shop without such an account pays nothing and is not looked at.
 */
export async function followParcels(shop: Shop, wire: Wire = network): Promise<void> {
  const run = await shop.transact(async (tx) => {
    const sources = await sourcesOf(tx);
    if (sources.length === 0) return null;
    const { tracking } = (await shopFace(tx)).settings;
    const due = await claimDue(tx, AT_ONCE, new Date(tx.now.getTime() + CLAIM_MS));
    return { sources, tracking, due };
  });
  const silent = new Set<string>();
  for (const parcel of run?.due ?? []) await followOne(shop, parcel, run as Run, silent, wire);
}

type Run = { sources: Source[]; tracking: Settings["tracking"] };

async function followOne(
  shop: Shop,
  parcel: DueTrack,
  { sources, tracking }: Run,
  silent: Set<string>,
  wire: Wire,
): Promise<void> {
  // An account that is gone is replaced by the first there is, which has to be asked to follow.
  const known = sources.find(({ id }) => id === parcel.accountId);
  const source = known ?? sources[0];
  const now = shop.now();
  const step = nextStep({ ...parcel, accountId: known?.id ?? null }, tracking, now);
  if (step.do === "rest" || !source) return rest(shop, parcel.id, step.do === "rest" ? step.at : null);
  if (silent.has(source.id)) return rest(shop, parcel.id, new Date(now.getTime() + tryAgainIn(0)));
  const heard = await hear(source, parcel, step.do, wire);
  if (heard.ok) await keep(shop, parcel, source, heard.tracking);
  else {
    if (heard.silent) silent.add(source.id);
    await inVain(shop, parcel, heard.problem);
  }
}

type Heard =
  | { ok: true; tracking: Tracking }
  /** silent: the account is not to be asked for more in this run */
  | { ok: false; silent: boolean; problem: "notKnown" | "refused" | null };

async function hear(source: Source, parcel: DueTrack, step: "follow" | "ask", wire: Wire): Promise<Heard> {
  const { carrier, settings } = source;
  const about: TrackedParcel = {
    carrier: carrier.nameOf?.(parcel.carrier) ?? parcel.carrier ?? "",
    number: parcel.number,
    externalId: step === "ask" ? parcel.externalId : null,
  };
  try {
    const asked = step === "follow" ? (carrier.follow ?? carrier.track) : carrier.track;
    return { ok: true, tracking: await asked(settings, about, wire) };
  } catch (error) {
    const problem =
      error instanceof NeverMind ? "notKnown" : error instanceof NeedsMerchant ? "refused" : null;
    if (!problem && !(error instanceof TryAgain)) throw error;
    log.info({ error, fulfilment: parcel.id }, "a carrier did not say where a parcel is");
    return { ok: false, silent: problem !== "notKnown", problem };
  }
}

/** What was asked for by its number is about that number, whatever the answer calls it. */
const keep = (shop: Shop, parcel: DueTrack, source: Source, tracking: Tracking): Promise<void> =>
  shop.transact(async (tx) => {
    const followed = { accountId: source.id, externalId: tracking.externalId, problem: null };
    await saveTrack(tx, parcel.id, followed);
    const track = await trackOf(tx, parcel.id);
    const isNew = track !== null && (await noteTracking(tx, track, source.carrier.key, tracking));
    const asks = isNew ? 0 : parcel.asks + 1;
    const nextAskAt = new Date(tx.now.getTime() + askAgainIn(source.sendsNews, asks));
    await saveTrack(tx, parcel.id, { asks, nextAskAt });
  });

const inVain = (shop: Shop, parcel: DueTrack, problem: "notKnown" | "refused" | null): Promise<void> =>
  shop.transact(async (tx) => {
    const asks = parcel.asks + 1;
    const wait = problem === "refused" ? DAY : tryAgainIn(asks);
    // A number is often not known in its first hours, so it is given up only after some tries.
    const isGivenUp = problem === "notKnown" && asks >= MOST_TRIES;
    const nextAskAt = isGivenUp ? null : new Date(tx.now.getTime() + wait);
    await saveTrack(tx, parcel.id, {
      asks,
      nextAskAt,
      problem: problem === "notKnown" && !isGivenUp ? null : problem,
    });
  });

const rest = (shop: Shop, id: string, nextAskAt: Date | null): Promise<void> =>
  shop.transact((tx) => saveTrack(tx, id, { nextAskAt }));

/** What the page about it shows. */
export const trackingScreen = (shop: Shop) =>
  shop.transact(async (tx) => {
    const { settings, profile } = await shopFace(tx);
    const missing = (["scans", "carriers"] as const).filter((what) => !mayTell(profile.scopes, what));
    return {
      settings: settings.tracking,
      hasAccount: (await sourcesOf(tx)).length > 0,
      missing,
      unknown: await unknownCodesSeen(tx),
    };
  });

/** The shop's accounts that can be asked, in its order. */
async function sourcesOf(tx: ShopTx): Promise<Source[]> {
  return (await accountsInUse(tx)).flatMap(({ id, carrier: key, credentials }) => {
    const carrier = carrierOf(key);
    if (!carrier?.capabilities.tracks) return [];
    const settings = accountSettings(carrier, credentials);
    const sendsNews = Boolean(openCredentials(credentials).webhookSecret);
    return settings === null ? [] : [{ id, carrier, settings, sendsNews }];
  });
}
