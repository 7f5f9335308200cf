import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { Cursor } from "~/values/cursor";
import type { PastParcel, Place } from "./delay/parcel";
import { silentCarriers } from "./delay/silent-carriers";
import { pastParcels, waitingOrders } from "./delay-history-store.server";

const DAY = 86_400_000;
const AT_A_TIME = 5_000;
/** The newest so many teach: of more, the older ones count little, and thinking takes long. */
const MOST_PARCELS = 60_000;
const MOST_WAITING = 5_000;
const WAITING_DAYS = 45;
const OLDEST_DAYS = 3 * 365;
/** A parcel that has not come after so long has come without a word, or never will. */
const UNKNOWN_AFTER = 60 * DAY;

export type History = {
  rows: PastParcel[];
  origin: Place;
  /** carriers that do not tell of deliveries */
  silent: string[];
};

/** The shop's parcels of the past, the newest first, read page by page, each in a transaction of its own. */
export async function readHistory(shop: Shop, most = MOST_PARCELS): Promise<History> {
  const origin = await originOf(shop);
  const now = shop.now().getTime();
  const since = new Date(now - OLDEST_DAYS * DAY);
  const parcels: PastParcel[] = [];
  let before: Cursor | null = { at: new Date(now), id: "~" };
  while (before && parcels.length < most) {
    const from: Cursor = before;
    const page = await shop.transact((tx) =>
      pastParcels(tx, origin, from, since, Math.min(AT_A_TIME, most - parcels.length)),
    );
    parcels.push(...page);
    const last = page.at(-1);
    before = last && page.length === AT_A_TIME ? { at: last.shippedAt, id: last.id } : null;
  }
  const waiting = await shop.transact((tx) =>
    waitingOrders(tx, origin, new Date(now - WAITING_DAYS * DAY), MOST_WAITING),
  );
  const silent = silentCarriers(parcels, now);
  return { rows: [...waiting, ...parcels.filter((one) => isKnown(one, silent, now))], origin, silent };
}

/** Where the shop's parcels leave from, as far as is known. */
const originOf = (shop: Shop): Promise<Place> =>
  shop.transact(async (tx) => originOfShop((await shopFace(tx)).profile.address));

export const originOfShop = (address: {
  country: string | null;
  province: string | null;
  zip: string | null;
}) => ({
  country: address.country,
  region: address.province,
  postcode: address.zip,
});

function isKnown(one: PastParcel, silent: readonly string[], now: number): boolean {
  if (one.delivered || !(one.handedOver instanceof Date)) return true;
  return !silent.includes(one.carrier ?? "") && now - one.handedOver.getTime() < UNKNOWN_AFTER;
}
