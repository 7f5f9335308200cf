import type { Shop } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";
import { orderNameKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import * as store from "./look-up-store.server";
import { MOST_OF_ONE_NAME, matchContact } from "./match-contact";
import type { LookUp } from "./schema";

const MOST = 10;
const WINDOW_MS = 10 * 60_000;

/**
 * Finds an order by its number and the e-mail address or postcode it was placed with. Refuses with
 * `orders.notFound` for anything that does not fit, whatever part it was, after the same work; and with
 * `limits.tooMany` from the 11th time in ten minutes on, counted for the visitor and for the order each.
 */
export const lookUpOrder = (
  shop: Shop,
  { order, contact }: LookUp,
  visitor: string,
): Promise<Result<{ orderId: string }>> =>
  shop.transact(async (tx) => {
    const nameKey = orderNameKey(order);
    const subjects = [`look-up by ${visitor}`, `look-up of ${nameKey}`];
    const counted = await countWithin(tx, { subjects, most: MOST, windowMs: WINDOW_MS });
    if (!counted.within) {
      // Noted once a window: a flood must not fill the merchant's log.
      const noted = { visitor, typed: order, outcome: "limited" as const, orderId: null };
      if (counted.firstBeyond) await store.noteLookup(tx, noted);
      return refuse("limits.tooMany");
    }
    const candidates = await store.ordersNamed(tx, nameKey, MOST_OF_ONE_NAME);
    const orderId = matchContact(candidates, contact);
    const outcome = orderId ? "found" : "notFound";
    await store.noteLookup(tx, { visitor, typed: order, outcome, orderId });
    return orderId ? ok({ orderId }) : refuse("orders.notFound");
  });
