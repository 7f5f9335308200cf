import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Fact, recordAll } from "~/platform/queue/record.server";
import { zoneOfAddress } from "~/values/time-zones";
import { type Handling, isLateToShip, lateToShipHarm } from "./delay/late-to-ship";
import { predict } from "./delay/predict";
import { NOTHING_TOLD } from "./delay/watch";
import { delayFact } from "./delay-facts";
import {
  endWatches,
  lockWaiting,
  type NewWatch,
  pastShipBy,
  saveWatches,
  unshippedPlacedBetween,
  type WaitingOrder,
} from "./delay-store.server";
import { knownModel } from "./known-model.server";
import { expectedDays } from "./look-at-parcels.server";
import { originOfShop } from "./read-history.server";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Older ones were late before we looked: staff know, and it is no news. */
const LOOK_BACK = 7 * DAY;
/** Days on which nobody packs, at most, between an order and its last day, besides weekends. */
const REST_DAYS = 10;

export const watchIdOf = (orderId: string): string => `order-${orderId}`;

/** Orders that have become late to ship and are not watched yet. */
export async function newlyLate(tx: ShopTx, most: number): Promise<string[]> {
  const { shipWithinDays } = (await shopFace(tx)).settings.delays;
  const named = await pastShipBy(tx, new Date(tx.now.getTime() - LOOK_BACK), most);
  if (shipWithinDays === null || named.length === most) return named;
  // So many working days lie at least as many calendar days back, and at most their weeks and a few holidays.
  const until = new Date(tx.now.getTime() - shipWithinDays * DAY);
  const from = new Date(until.getTime() - (Math.ceil(shipWithinDays / 5) * 2 + REST_DAYS) * DAY - LOOK_BACK);
  return [...named, ...(await unshippedPlacedBetween(tx, from, until, most - named.length))];
}

/**
 * Looks at orders that may be late to ship, watched already or not, and records the news once an order. One
 * that has left, or was cancelled or held back, is watched no more. Looking again changes nothing. Answers how
 * many are late.
 */
export async function lookAtLateOrders(tx: ShopTx, orderIds: readonly string[]): Promise<number> {
  if (orderIds.length === 0) return 0;
  const { settings, profile } = await shopFace(tx);
  const { model } = await knownModel(tx);
  const origin = originOfShop(profile.address);
  const handling: Handling = {
    shipWithinDays: settings.delays.shipWithinDays,
    country: origin.country ?? "",
    region: origin.region ?? "",
  };
  const late = (await lockWaiting(tx, orderIds)).filter((order) => isLateToShip(order, handling, tx.now));
  const watches = late.map((order) => {
    const { p10, p50, p90, lateProbability, because } = predict(model, parcelOf(order, origin), tx.now);
    const due = order.shipBy ?? new Date(order.placedAt.getTime() + (handling.shipWithinDays ?? 0) * DAY);
    return {
      id: watchIdOf(order.id),
      orderId: order.id,
      fulfilmentId: null,
      carrier: "",
      promised: order.promisedTo,
      p10,
      p50,
      p90,
      lateProbability,
      because,
      state: "lateToShip",
      harm: lateToShipHarm(due, tx.now),
      told: NOTHING_TOLD,
      lastScanAt: null,
      nextLookAt: new Date(tx.now.getTime() + 6 * HOUR),
    } satisfies NewWatch;
  });
  await saveWatches(tx, watches);
  const still = new Set(late.map(({ id }) => id));
  await endWatches(tx, orderIds.filter((id) => !still.has(id)).map(watchIdOf));
  if (settings.delays.tell)
    await recordAll(
      tx,
      late.map((order, at) => newsOf(order, watches[at], profile.timeZone)),
    );
  return late.length;
}

function newsOf(
  order: WaitingOrder,
  watch: Pick<NewWatch, "p10" | "p90"> | undefined,
  shopZone: string,
): Fact {
  const expected = watch ? expectedDays(watch, zoneOfAddress(order) ?? shopZone) : null;
  return delayFact("order.lateToShip", { orderId: order.id, fulfilmentId: null, episode: 1, expected });
}

const parcelOf = (order: WaitingOrder, origin: ReturnType<typeof originOfShop>) => ({
  placed: order.placedAt,
  handedOver: null,
  promised: order.promisedTo,
  service: order.service,
  origin,
  destination: { country: order.country, region: order.province, postcode: order.zip },
});
