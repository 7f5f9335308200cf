import type { Carrier, Wire } from "~/platform/carriers/carrier";
import { accountSettings, openCredentials } from "~/platform/carriers/credentials.server";
import { carrierOf } from "~/platform/carriers/registry";
import type { Tracking } from "~/platform/carriers/tracking";
import { wire as network } from "~/platform/carriers/wire.server";
import type { Shop } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { noteParcel } from "./note-parcel.server";
import { askAgainAt } from "./parcel-journey";
import { askNext, type DueParcel, dueParcels, stillAwaited } from "./parcel-store.server";

/** Asked in one run, one after another; the rest waits for the next. */
const AT_ONCE = 25;
const HOUR = 3_600_000;

/**
 * Asks carriers where the parcels of open returns are, for news that no webhook brought. An account that does
 * not answer, or whose key is refused, is left alone for the rest of the run.
 */
export async function trackParcels(shop: Shop, wire: Wire = network): Promise<void> {
  const { due, awaited } = await shop.transact(async (tx) => {
    const due = await dueParcels(tx, AT_ONCE);
    return { due, awaited: await stillAwaited(tx, due) };
  });
  const silent = new Set<string>();
  for (const parcel of due) {
    const asks = awaited.has(parcel.id) ? askable(parcel) : null;
    if (!asks) await shop.transact((tx) => askNext(tx, parcel.id, null));
    else if (silent.has(asks.accountId)) await later(shop, parcel, HOUR);
    else if (!(await trackOne(shop, parcel, asks, wire))) silent.add(asks.accountId);
  }
}

type Asks = {
  accountId: string;
  carrier: Carrier;
  settings: unknown;
  by: string;
  number: string;
  sendsNews: boolean;
};

/** How this parcel can be asked for; null when it cannot. */
function askable({ account, trackingNumber, carrier: by }: DueParcel): Asks | null {
  const carrier = carrierOf(account?.carrier ?? "");
  if (!account || !carrier?.capabilities.tracks || !trackingNumber) return null;
  const settings = accountSettings(carrier, account.credentials);
  if (settings === null) return null;
  const sendsNews = Boolean(openCredentials(account.credentials).webhookSecret);
  return { accountId: account.id, carrier, settings, by, number: trackingNumber, sendsNews };
}

/** Answers whether the account can be asked for more. */
async function trackOne(shop: Shop, parcel: DueParcel, asks: Asks, wire: Wire): Promise<boolean> {
  let tracking: Tracking;
  try {
    const about = { carrier: asks.by, number: asks.number };
    tracking = await asks.carrier.track(asks.settings, about, wire);
  } catch (error) {
    const isKnown = error instanceof NeverMind || error instanceof NeedsMerchant || error instanceof TryAgain;
    if (!isKnown) throw error;
    log.info({ error, purchase: parcel.id }, "a carrier did not say where a parcel is");
    await later(shop, parcel, error instanceof TryAgain ? HOUR : 24 * HOUR);
    return error instanceof NeverMind; // it knows nothing of this one; of another it may
  }
  await shop.transact(async (tx) => {
    // What was asked for by its number is about that number, whatever the answer calls it.
    const journey = await noteParcel(tx, { ...tracking, trackingNumber: asks.number });
    const { sendsNews } = asks;
    const about = {
      status: journey?.status ?? parcel.parcelStatus,
      boughtAt: parcel.boughtAt ?? parcel.createdAt,
      sendsNews,
    };
    await askNext(tx, parcel.id, askAgainAt(about, tx.now));
  });
  return true;
}

const later = (shop: Shop, parcel: DueParcel, wait: number): Promise<void> =>
  shop.transact((tx) => askNext(tx, parcel.id, new Date(tx.now.getTime() + wait)));
